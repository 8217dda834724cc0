package org.xaistudy.server.limits;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.xaistudy.server.testing.StudiesForTests.AFTERWARDS;
import static org.xaistudy.server.testing.StudiesForTests.ROOMY;
import static org.xaistudy.server.testing.StudiesForTests.SMALL;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xaistudy.server.testing.MovableClock;
import org.xaistudy.server.testing.Researcher;
import org.xaistudy.server.testing.StudiesForTests;
import org.xaistudy.server.testing.Visitor;

@QuarkusTest
@TestProfile(LimitsTest.Low.class)
@QuarkusTestResource(StudiesForTests.class)
class LimitsTest {
  private static final int ENROLMENTS = 4;
  private static final int FAILURES = 3;
  private static final int MINUTE = 60;

  @Inject MovableClock clock;

  /** Few enough to be reached. */
  public static class Low implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "xaistudy.limits.enrolments-per-minute",
          String.valueOf(ENROLMENTS),
          "xaistudy.limits.failed-logins-per-minute",
          String.valueOf(FAILURES),
          "xaistudy.enrolment.idle-percent",
          "60",
          "xaistudy.enrolment.same-arm",
          "true");
    }
  }

  @BeforeEach
  void everybodyWasQuietForAMinute() {
    clock.pass(Duration.ofMinutes(1));
  }

  @Test
  void tooManyAreAskedToWaitAndThenTakenIn() {
    for (int i = 0; i < ENROLMENTS; i++) {
      assertThat(Visitor.enrolledIn(ROOMY).heading()).isEqualTo("How it works");
    }
    Visitor next = Visitor.at("/s/" + ROOMY).follow("a.button").send(Map.of("agree", "yes"));
    assertThat(next.response().statusCode()).isEqualTo(429);
    assertThat(next.response().header("Retry-After"))
        .isEqualTo(String.valueOf(MINUTE / ENROLMENTS));
    assertThat(next.heading()).isEqualTo("One moment, please");
    Visitor german = Visitor.previewing("/s/" + ROOMY + "?lang=de");
    assertThat(german.heading()).isEqualTo("Einen Moment, bitte");
    assertThat(german.response().header("Content-Language")).isEqualTo("de");
    clock.pass(Duration.ofSeconds(MINUTE / ENROLMENTS));
    assertThat(Visitor.enrolledIn(ROOMY).heading()).isEqualTo("How it works");
    assertThat(Visitor.enrolledIn(ROOMY).response().statusCode()).isEqualTo(429);
  }

  @Test
  void oneAddressCannotFillAStudy() {
    Visitor first = sentByProlific("a");
    sentByProlific("b");
    sentByProlific("c");
    Visitor fourth = sentByProlific("d");
    assertThat(fourth.response().statusCode()).as("3 of 5 places are idle").isEqualTo(429);
    first.throughPractice();
    clock.pass(Duration.ofMinutes(1));
    assertThat(sentByProlific("e").heading()).isEqualTo("How it works");
    assertThat(sentByProlific("f").response().statusCode()).isEqualTo(429);
  }

  private static Visitor sentByProlific(String person) {
    return Visitor.sentTo(AFTERWARDS, "PROLIFIC_PID=" + person);
  }

  @Test
  void nobodyChoosesAnArmByOpeningTabs() {
    String first = enrol("/api/studies/" + ROOMY + "/runs").jsonPath().getString("method");
    for (int tab = 1; tab < ENROLMENTS; tab++) {
      String next = enrol("/api/studies/" + ROOMY + "/runs").jsonPath().getString("method");
      assertThat(next).isEqualTo(first);
    }
    clock.pass(Duration.ofMinutes(1));
    assertThat(enrol("/api/studies/" + SMALL + "/runs").statusCode()).isEqualTo(201);
    assertThat(enrol("/api/studies/" + SMALL + "/runs").statusCode())
        .as("the one place of that arm is taken, those of other arms are not offered")
        .isEqualTo(429);
    clock.pass(Duration.ofMinutes(21)); // and so the first one's place is another's
    assertThat(enrol("/api/studies/" + SMALL + "/runs").statusCode()).isEqualTo(201);
  }

  /** The place that was given back is the first that is free. */
  @Test
  void nobodyChoosesAnArmByWithdrawing() {
    clock.pass(Duration.ofMinutes(21)); // nobody of before is at work any more
    Response first = enrol("/api/studies/" + ROOMY + "/runs");
    given().delete("/api/runs/" + first.jsonPath().getString("token")).then().statusCode(204);
    Response again = enrol("/api/studies/" + ROOMY + "/runs");
    assertThat(again.jsonPath().getString("method"))
        .isEqualTo(first.jsonPath().getString("method"));
  }

  @Test
  void programsAreToldInTheirLanguage() {
    for (int i = 0; i < ENROLMENTS; i++) {
      assertThat(enrol("/api/studies/" + ROOMY + "/runs").statusCode()).isEqualTo(201);
    }
    for (String path : new String[] {"/runs", "/runs/", ";x=1/runs"}) {
      Response refused = enrol("/api/studies/" + ROOMY + path);
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.contentType()).startsWith("application/problem+json");
      assertThat(refused.jsonPath().getInt("status")).isEqualTo(429);
      assertThat(refused.header("Retry-After")).isEqualTo("15");
    }
  }

  /** This server trusts no proxy, so a header changes nothing. */
  @Test
  void nobodyChoosesAnAddress() {
    for (int i = 0; i < ENROLMENTS; i++) {
      enrol("/api/studies/" + ROOMY + "/runs");
    }
    assertThat(
            given()
                .header("X-Forwarded-For", "203.0.113.9")
                .header("Forwarded", "for=203.0.113.9")
                .post("/s/" + ROOMY + "/consent")
                .statusCode())
        .isEqualTo(429);
  }

  @Test
  void guessingThePasswordIsSlow() {
    for (int i = 0; i < FAILURES; i++) {
      assertThat(guess().get("/researcher").statusCode()).isEqualTo(401);
    }
    for (String path : new String[] {"/researcher", "/s/" + ROOMY}) {
      Response refused = guess().get(path);
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.header("Retry-After")).isEqualTo(String.valueOf(MINUTE / FAILURES));
      assertThat(Jsoup.parse(refused.asString()).select("h1").text())
          .isEqualTo("Too many wrong passwords");
    }
    assertThat(Researcher.request().get("/researcher").statusCode()).isEqualTo(429);
    assertThat(given().get("/s/" + ROOMY).statusCode()).isEqualTo(200);
    clock.pass(Duration.ofSeconds(MINUTE / FAILURES));
    assertThat(Researcher.request().get("/researcher").statusCode()).isEqualTo(200);
  }

  @Test
  void theRightPasswordIsNeverTooMuch() {
    for (int i = 0; i < 3 * FAILURES; i++) {
      assertThat(Researcher.request().get("/researcher").statusCode()).isEqualTo(200);
    }
  }

  /** However a path is written. */
  @Test
  void withoutThePasswordNobodyGetsIn() {
    for (String path :
        new String[] {"//researcher", "/researcher;x=1", "/%72esearcher", "/researcher/"}) {
      for (String page : new String[] {"", "/" + ROOMY + "/responses.csv"}) {
        assertThat(given().urlEncodingEnabled(false).get(path + page).statusCode())
            .as(path + page)
            .isIn(401, 404);
      }
    }
  }

  private static RequestSpecification guess() {
    return given().auth().preemptive().basic("researcher", "a guess");
  }

  private static Response enrol(String path) {
    return given()
        .contentType("application/json")
        .urlEncodingEnabled(false)
        .body(Map.of("key", UUID.randomUUID().toString().replace("-", ""), "consentVersion", 1))
        .post(path);
  }
}
