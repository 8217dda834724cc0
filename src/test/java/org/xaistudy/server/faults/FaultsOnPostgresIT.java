package org.xaistudy.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.xaistudy.server.testing.PackagedServer;
import org.xaistudy.server.testing.PrivatePostgres;
import org.xaistudy.server.testing.Relay;

/** Two replicas on one PostgreSQL, all of which crash, and networks between all of them. */
@EnabledIf(
    value = "org.xaistudy.server.testing.PrivatePostgres#isWanted",
    disabledReason = "skipped: no initdb of PostgreSQL")
class FaultsOnPostgresIT extends Faults {
  private static final Duration A_WHILE = Duration.ofSeconds(1);

  @Test
  void everyAnswerIsThereOnce() throws Exception {
    int perArm = write(2 * KILLS);
    try (PrivatePostgres database = PrivatePostgres.started();
        Relay line = new Relay(database.port());
        PackagedServer one = replica(line.port());
        PackagedServer other = replica(line.port());
        Relay toOne = new Relay(one.port());
        Relay toOther = new Relay(other.port())) {
      one.start();
      other.start();
      Parts parts = new Parts(database, line, List.of(one, other), List.of(toOne, toOther));
      try (Bots bots = new Bots(STUDY, List.of(toOne.port(), toOther.port()))) {
        for (int i = 0; i < KILLS; i++) {
          bots.answer(ANSWERS_BETWEEN);
          if (i % 2 == 0) {
            kill(any(parts.replicas()));
          } else {
            crash(database, any(parts.replicas()));
          }
          bots.awaitAnswers();
          bots.answer(ANSWERS_BETWEEN);
          happen(Fault.values()[i % Fault.values().length], parts);
          bots.awaitAnswers();
        }
        List<Bots.Acknowledged> acknowledged = bots.finish();
        assertThat(bots.unexpected()).isEmpty();
        try (Connection connection = database.connect()) {
          new Stored(connection, STUDY).check(acknowledged, perArm);
        }
      }
    }
  }

  private record Parts(
      PrivatePostgres database, Relay line, List<PackagedServer> replicas, List<Relay> browsers) {}

  private PackagedServer replica(int database) throws IOException {
    return server(
        "postgresql",
        Map.of(
            "XAISTUDY_POSTGRESQL_URL",
            PrivatePostgres.url(database),
            "XAISTUDY_POSTGRESQL_PATIENCE",
            "2",
            "XAISTUDY_POSTGRESQL_USERNAME",
            PrivatePostgres.USER,
            "XAISTUDY_POSTGRESQL_PASSWORD",
            "none"));
  }

  private void crash(PrivatePostgres database, PackagedServer replica)
      throws IOException, InterruptedException {
    aMomentLater();
    if (random.nextBoolean()) {
      database.kill();
    } else {
      database.crash();
    }
    awaitTrouble(replica);
    database.start();
  }

  /** What goes wrong besides. */
  private enum Fault {
    LOST_CONNECTIONS_TO_THE_DATABASE,
    BROKEN_CONNECTIONS,
    STALLED_DATABASE,
    STALLED_BROWSERS,
    STOPPED_REPLICA,
    LOCKED_TABLE
  }

  private void happen(Fault fault, Parts parts) throws Exception {
    switch (fault) {
      case LOST_CONNECTIONS_TO_THE_DATABASE -> parts.line().lose();
      case BROKEN_CONNECTIONS -> {
        parts.line().cut();
        parts.browsers().forEach(Relay::cut);
      }
      case STALLED_DATABASE -> parts.line().stall(A_WHILE);
      case STALLED_BROWSERS -> any(parts.browsers()).stall(A_WHILE);
      case STOPPED_REPLICA -> {
        PackagedServer replica = any(parts.replicas());
        replica.stop();
        replica.start();
      }
      case LOCKED_TABLE -> lock(parts.database());
    }
  }

  private static void lock(PrivatePostgres database) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("begin; lock table place in exclusive mode; select pg_sleep(1); commit");
    }
  }

  private <T> T any(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }
}
