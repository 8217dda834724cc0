package org.xaistudy.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.xaistudy.server.testing.Postgres;

/** The tables of each released version become today's, and nothing in them is lost. */
class UpgradeTest {
  /** The last migration of each released version. */
  private static final Map<String, String> RELEASES = Map.of("0.1.0", "7");

  private static final List<String> TABLES =
      List.of(
          "study", "study_version", "run", "place", "trial", "answer", "assignment_event", "reply");

  @Test
  void onH2() throws Exception {
    for (String release : RELEASES.keySet()) {
      String url =
          "jdbc:h2:mem:upgrade-"
              + release
              + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
              + ";DB_CLOSE_DELAY=-1";
      upgrades(release, url, "sa", "sa");
    }
  }

  @Test
  @EnabledIf(
      value = "org.xaistudy.server.testing.Postgres#isWanted",
      disabledReason = "skipped: no PostgreSQL at 127.0.0.1:5432")
  void onPostgres() throws Exception {
    for (String release : RELEASES.keySet()) {
      Map<String, String> database = Postgres.emptySchema("xaistudy_upgrade_test");
      upgrades(
          release,
          database.get("XAISTUDY_POSTGRESQL_URL"),
          database.get("XAISTUDY_POSTGRESQL_USERNAME"),
          database.get("XAISTUDY_POSTGRESQL_PASSWORD"));
    }
  }

  private static void upgrades(String release, String url, String user, String password)
      throws Exception {
    Flyway.configure()
        .dataSource(url, user, password)
        .target(RELEASES.get(release))
        .load()
        .migrate();
    try (Connection connection = DriverManager.getConnection(url, user, password)) {
      fill(connection, "released-" + release + ".sql");
      Map<String, Integer> before = counts(connection);
      assertThat(before.values()).doesNotContain(0);
      Flyway.configure().dataSource(url, user, password).load().migrate();
      assertThat(counts(connection)).isEqualTo(before);
      assertThat(
              rows(
                  connection,
                  """
                  select run.pseudonym, trial.stimulus, answer.confidence from answer
                  join trial on trial.id = answer.trial_id join run on run.id = trial.run_id
                  order by trial.id"""))
          .containsExactly("person-1 s1 5", "person-1 s2 9", "person-1 null 3");
      assertThat(
              rows(
                  connection,
                  """
                  select count(*) from answer join trial on trial.id = answer.trial_id
                  where answer.said in ('yes', 'no') and trial.right_answer in ('yes', 'no')"""))
          .containsExactly("3");
      assertThat(rows(connection, "select method, completed, run_id from place order by id"))
          .hasSize(3)
          .first()
          .asString()
          .matches("(?i)crp (true|t) 1");
    }
  }

  private static void fill(Connection connection, String file) throws Exception {
    String script;
    try (var in = UpgradeTest.class.getResourceAsStream(file)) {
      script = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
    try (Statement statement = connection.createStatement()) {
      for (String line : script.lines().filter(line -> !line.startsWith("--")).toList()) {
        statement.execute(line);
      }
    }
  }

  private static Map<String, Integer> counts(Connection connection) throws SQLException {
    Map<String, Integer> counts = new TreeMap<>();
    for (String table : TABLES) {
      counts.put(table, Integer.parseInt(rows(connection, "select count(*) from " + table).get(0)));
    }
    return counts;
  }

  private static List<String> rows(Connection connection, String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      while (found.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          cells.add(String.valueOf(found.getString(i)));
        }
        rows.add(String.join(" ", cells));
      }
    }
    return rows;
  }
}
