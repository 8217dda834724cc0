package org.xaistudy.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.xaistudy.server.testing.PackagedServer;
import org.xaistudy.server.testing.Postgres;
import org.xaistudy.server.testing.TinyStudy;
import org.xaistudy.server.testing.Yaml;

/**
 * A few faults by default, {@code -Pfaults} makes it 200 and 20. Which fault comes when follows
 * from a seed.
 */
@Tag("heavy")
class FaultsIT {
  private static final String STUDY = "faulty";
  private static final String SCHEMA = "xaistudy_faults_test";
  private static final int BOTS = 8;
  private static final int PER_ARM = 2000;
  private static final int FAULTS = Integer.getInteger("faults", 4);
  @TempDir Path folder;

  /** What goes wrong. */
  private enum Fault {
    KILLED_REPLICA,
    STOPPED_REPLICA,
    DROPPED_CONNECTIONS,
    STALLED_DATABASE
  }

  @Test
  @EnabledIf(
      value = "org.xaistudy.server.testing.Postgres#isWanted",
      disabledReason = "skipped: no PostgreSQL at 127.0.0.1:5432")
  void twoReplicasOnPostgres() throws Exception {
    TinyStudy.write(folder.resolve("studies/" + STUDY), Yaml.of(STUDY, PER_ARM, 3, 6));
    Map<String, String> settings = settings(Postgres.emptySchema(SCHEMA));
    String url = settings.get("XAISTUDY_POSTGRESQL_URL");
    try (PackagedServer one = new PackagedServer("postgresql", folder, settings);
        PackagedServer other = new PackagedServer("postgresql", folder, settings)) {
      one.start();
      other.start();
      Random random = new Random(7);
      try (Bots bots = new Bots(BOTS, STUDY, one.port(), other.port())) {
        for (int i = 0; i < FAULTS; i++) {
          int before = bots.answers();
          happen(
              Fault.values()[i % Fault.values().length], random.nextBoolean() ? one : other, url);
          awaitAnswers(bots, before);
        }
        List<Bots.Acknowledged> acknowledged = bots.finish();
        assertThat(bots.unexpected()).isEmpty();
        check(acknowledged, url, "postgres");
      }
    }
  }

  @Test
  void oneServerOnH2() throws Exception {
    TinyStudy.write(folder.resolve("studies/" + STUDY), Yaml.of(STUDY, PER_ARM, 3, 6));
    try (PackagedServer server = new PackagedServer("quarkus-app", folder, settings(Map.of()))) {
      server.start();
      List<Bots.Acknowledged> acknowledged;
      try (Bots bots = new Bots(BOTS, STUDY, server.port())) {
        for (int i = 0; i < Math.max(2, FAULTS / 10); i++) {
          awaitAnswers(bots, bots.answers());
          server.kill();
          server.start();
        }
        acknowledged = bots.finish();
        assertThat(bots.unexpected()).isEmpty();
      }
      server.kill();
      check(
          acknowledged,
          "jdbc:h2:file:"
              + folder.resolve("data/xai-study")
              + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE",
          "sa");
    }
  }

  private static Map<String, String> settings(Map<String, String> database) {
    Map<String, String> settings = new java.util.HashMap<>(database);
    settings.put("XAISTUDY_LIMITS_ENROLMENTS_PER_MINUTE", "1000000");
    settings.put("XAISTUDY_ENROLMENT_IDLE_PERCENT", "100"); // all of them are at one address
    return settings;
  }

  private static void happen(Fault fault, PackagedServer replica, String url) throws Exception {
    switch (fault) {
      case KILLED_REPLICA -> {
        replica.kill();
        replica.start();
      }
      case STOPPED_REPLICA -> {
        replica.stop();
        replica.start();
      }
      case DROPPED_CONNECTIONS ->
          execute(
              url,
              """
              select pg_terminate_backend(pid) from pg_stat_activity
              where pid <> pg_backend_pid() and datname = current_database()
                and backend_type = 'client backend'""");
      case STALLED_DATABASE ->
          execute(url, "begin; lock table place in exclusive mode; select pg_sleep(3); commit");
    }
  }

  private static void execute(String url, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Nobody is stuck: answers come again. */
  private static void awaitAnswers(Bots bots, int before) {
    org.awaitility.Awaitility.await()
        .atMost(java.time.Duration.ofMinutes(2))
        .until(() -> bots.answers() > before + BOTS);
  }

  private static void check(List<Bots.Acknowledged> acknowledged, String url, String user)
      throws SQLException {
    List<Bots.Acknowledged> stored = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(url, user, user);
        Statement statement = connection.createStatement()) {
      try (ResultSet row =
          statement.executeQuery(
              """
              select r.token, t.position_in_run from answer a
              join trial t on t.id = a.trial_id join run r on r.id = t.run_id""")) {
        while (row.next()) {
          stored.add(new Bots.Acknowledged(row.getString(1), row.getInt(2)));
        }
      }
      assertThat(stored).doesNotHaveDuplicates().containsAll(acknowledged);
      assertThat(one(statement, "select count(*) from place where completed and run_id is null"))
          .isZero();
      assertThat(
              one(
                  statement,
                  """
                  select count(*) from run where completed_at is not null
                    and not exists (select 1 from place where run_id = run.id and completed)"""))
          .as("whoever is told that it counts, counts")
          .isZero();
    }
    System.out.printf(
        "%d answers acknowledged, %d stored, none lost, none twice%n",
        acknowledged.size(), stored.size());
  }

  private static int one(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getInt(1);
    }
  }
}
