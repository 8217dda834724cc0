package org.xaistudy.server.database;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import org.xaistudy.server.environment.Positive;

/** Where the answers are kept; {@code application.properties} builds the addresses from it. */
@Unremovable
@ConfigMapping(prefix = "xaistudy")
public interface DatabaseConfig {
  /** The folder of the embedded database; whoever has it has all answers. */
  @WithDefault("./data")
  Path data();

  /** PostgreSQL, used by the server that is built for it, {@code target/postgresql}. */
  Postgresql postgresql();

  /** How to reach PostgreSQL. */
  interface Postgresql {
    /** The JDBC address of a database that exists; its tables are made at the first start. */
    @WithDefault("jdbc:postgresql://localhost:5432/xaistudy")
    String url();

    /** A role that may create tables there. */
    @WithDefault("xaistudy")
    String username();

    /** The role's password. */
    @WithDefault("xaistudy")
    String password();

    /**
     * Seconds to wait for a word of it. After that the connection is taken for lost, as when a
     * firewall has forgotten it, and who waited is asked to try again. Less than a migration of a
     * large database takes keeps the server from starting.
     */
    @WithDefault("30")
    @WithConverter(Positive.class)
    int patience();
  }
}
