package org.xaistudy.server.database;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Whether the embedded database can still be believed. After a write that failed, as on a full
 * disk, H2 closes itself; who commits in that moment is told that all is well though nothing was
 * written, and what the next connection opens in the same process may hang. So nothing is
 * acknowledged from then on until the server was started again. One connection is kept from the
 * start: it lives exactly as long as the database that it opened.
 */
@Singleton
public class Integrity {
  private static final Logger LOG = Logger.getLogger(Integrity.class);
  private static final String EMBEDDED = "h2";
  private final DataSource database;
  private final boolean embedded;
  private @Nullable PreparedStatement kept;
  private volatile boolean lost;

  Integrity(DataSource database, @ConfigProperty(name = "quarkus.datasource.db-kind") String kind) {
    this.database = database;
    this.embedded = kind.equals(EMBEDDED);
  }

  synchronized void begin(@Observes StartupEvent event) throws SQLException {
    if (embedded) {
      Connection connection = database.getConnection();
      kept = connection.prepareStatement("select 1");
    }
  }

  /** Whether it is lost for good, as far as is known. */
  public boolean isKnownLost() {
    return lost;
  }

  /**
   * Whether what was committed before this was asked may not be there. Asked after each commit,
   * before anybody is told of it. One thread asks after another: the statement of two would have
   * the result of one closed by the other, which looks like a database that has failed.
   */
  public synchronized boolean isLost() {
    PreparedStatement statement = kept;
    if (statement != null && !lost) {
      try {
        statement.executeQuery().close();
      } catch (SQLException e) {
        lost = true;
        LOG.error(
            "the database could not write and has closed itself. Is the disk full? Make room and"
                + " start the server again: what was acknowledged is stored.",
            e);
      }
    }
    return lost;
  }
}
