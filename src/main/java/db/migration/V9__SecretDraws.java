package db.migration;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * Draws come from a secret of the version instead of a seed that anybody can read; rows that are
 * stored many at a time get their keys from sequences; the next free place is found by an index. In
 * Java, because a sequence has to begin behind what is there, and only PostgreSQL has indexes of
 * some of the rows.
 */
public final class V9__SecretDraws extends BaseJavaMigration {
  private static final List<String> MANY_AT_A_TIME = List.of("trial", "reply");

  /** As the entities say; see {@code allocationSize}. */
  private static final int AT_A_TIME = 50;

  @Override
  public void migrate(Context context) throws SQLException {
    Connection connection = context.getConnection();
    boolean postgres =
        connection.getMetaData().getDatabaseProductName().equalsIgnoreCase("postgresql");
    try (Statement statement = connection.createStatement()) {
      statement.execute("alter table study_version add column draw_secret varchar(43)");
      statement.execute("alter table run drop column seed");
      for (String table : MANY_AT_A_TIME) {
        long next = largestId(statement, table) + 1;
        statement.execute(
            "create sequence %s_seq start with %d increment by %d"
                .formatted(table, next, AT_A_TIME));
      }
      String some = postgres ? " where completed = false and run_id is null" : "";
      statement.execute("create index place_free on place (version_id, place_rank)" + some);
      String live = postgres ? " where completed = false and run_id is not null" : "";
      statement.execute("create index place_expiring on place (version_id, reserved_until)" + live);
    }
  }

  private static long largestId(Statement statement, String table) throws SQLException {
    try (ResultSet rows = statement.executeQuery("select coalesce(max(id), 0) from " + table)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
