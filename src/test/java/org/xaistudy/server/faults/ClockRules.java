package org.xaistudy.server.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xaistudy.server.testing.StudiesForTests.UNTIMELY;

import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.xaistudy.analysis.responses.ResponsesFile;
import org.xaistudy.server.testing.MovableClock;
import org.xaistudy.server.testing.Researcher;

/** The clock jumps while people answer, as it does when somebody sets it, on either database. */
abstract class ClockRules {
  private static final int PER_ARM = 4;
  private static final int ANSWERS_BETWEEN = 12;

  /** Far enough for places to be lost, and for times that no file can hold. */
  private static final List<Duration> JUMPS =
      List.of(
          Duration.ofHours(3),
          Duration.ofHours(-4),
          Duration.ofDays(40),
          Duration.ofDays(-50),
          Duration.ofMinutes(21),
          Duration.ofDays(11));

  @Inject MovableClock clock;
  @Inject DataSource database;

  @Test
  void nothingIsLostWhenTheClockJumps() throws Exception {
    try (Bots bots = new Bots(UNTIMELY, List.of(RestAssured.port))) {
      for (Duration jump : JUMPS) {
        bots.answer(ANSWERS_BETWEEN);
        bots.awaitAnswers();
        clock.pass(jump);
      }
      List<Bots.Acknowledged> acknowledged = bots.finish();
      assertThat(bots.unexpected()).isEmpty();
      try (Connection connection = database.getConnection()) {
        new Stored(connection, UNTIMELY).check(acknowledged, PER_ARM);
      }
    }
    try (InputStream file =
        Researcher.request().get("/researcher/" + UNTIMELY + "/responses.csv").asInputStream()) {
      assertThat(ResponsesFile.read(file, "responses.csv").participants())
          .as("the analysis can read it")
          .hasSizeGreaterThanOrEqualTo(PER_ARM);
    }
  }
}
