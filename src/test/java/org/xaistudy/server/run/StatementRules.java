package org.xaistudy.server.run;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.xaistudy.server.testing.StudiesForTests.AFTERWARDS;
import static org.xaistudy.server.testing.StudiesForTests.RECRUITED;
import static org.xaistudy.server.testing.StudiesForTests.ROOMY;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xaistudy.server.testing.MovableClock;
import org.xaistudy.server.testing.Visitor;

/**
 * How often the database is asked, on either one: a round trip is the dear part of everything that
 * is done here. Many rows of one kind, stored together, are one.
 */
abstract class StatementRules {
  @Inject SessionFactory sessions;
  @Inject MovableClock clock;
  private Statistics counted;

  @BeforeEach
  void count() {
    counted = sessions.getStatistics();
    counted.setStatisticsEnabled(true);
  }

  private interface Request {
    JsonPath send();
  }

  private JsonPath within(int statements, Request request) {
    counted.clear();
    JsonPath reply = request.send();
    assertThat(counted.getPrepareStatementCount()).isBetween(1L, (long) statements);
    return reply;
  }

  @Test
  void anAnswerTakesSixStatementsInOneTransaction() {
    JsonPath state = enrol(ROOMY, Map.of());
    String run = "/api/runs/" + state.getString("token");
    state = given().post(run + "/instructions").jsonPath();
    while (state.getString("step").equals("JUDGE")) {
      String answer = run + "/trials/" + state.getInt("trial.place") + "/answer";
      state = within(6, () -> answer(answer));
      assertThat(counted.getTransactionCount()).isEqualTo(1);
      if (state.getString("step").equals("JUDGE")) {
        assertThat(counted.getPrepareStatementCount()).as("the place is fresh").isEqualTo(4);
      }
    }
    assertThat(state.getString("step")).isEqualTo("FINISHED");
  }

  @Test
  void aTrialPageTakesFourAndAPictureOne() {
    Visitor visitor = Visitor.enrolledIn(ROOMY).throughPractice();
    within(4, () -> get(visitor.run()));
    String picture = visitor.page().select(".exhibit img").first().attr("src");
    within(1, () -> get(picture));
    counted.clear();
    get(picture);
    get(picture.replaceFirst("\\d+$", "1"));
    assertThat(counted.getPrepareStatementCount()).as("asked for again").isZero();
  }

  @Test
  void anEnrolmentTakesTwelve() {
    enrolsWithinTwelve(() -> enrol(ROOMY, Map.of()));
    enrolsWithinTwelve(() -> enrol(RECRUITED, somebodyOfProlific()));
    enrolsWithinTwelve(() -> enrol(AFTERWARDS, somebodyOfProlific()));
  }

  @Test
  void anEnrolmentInAPlaceThatSomebodyLeftTakesTwelve() {
    enrol(ROOMY, Map.of());
    clock.pass(Duration.ofHours(1));
    enrolsWithinTwelve(() -> enrol(ROOMY, Map.of()));
  }

  /**
   * Keys of rows are fetched fifty at a time, so one enrolment in several takes a statement or two
   * more, depending on how many there were before; the next one then does not.
   */
  private void enrolsWithinTwelve(Request enrolment) {
    counted.clear();
    enrolment.send();
    if (counted.getPrepareStatementCount() > 12) {
      assertThat(counted.getPrepareStatementCount()).isLessThanOrEqualTo(14);
      within(12, enrolment);
    }
  }

  private static Map<String, String> somebodyOfProlific() {
    return Map.of("PROLIFIC_PID", UUID.randomUUID().toString());
  }

  private static JsonPath answer(String path) {
    return given()
        .contentType("application/json")
        .body(Map.of("answer", "yes", "confidence", 5, "clarity", 5))
        .put(path)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static JsonPath get(String path) {
    given().get(path).then().statusCode(200);
    return new JsonPath("{}");
  }

  private static JsonPath enrol(String study, Map<String, String> parameters) {
    return given()
        .contentType("application/json")
        .body(
            Map.of(
                "key",
                UUID.randomUUID().toString().replace("-", ""),
                "consentVersion",
                1,
                "parameters",
                parameters))
        .post("/api/studies/" + study + "/runs")
        .jsonPath();
  }
}
