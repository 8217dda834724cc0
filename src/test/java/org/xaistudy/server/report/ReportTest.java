package org.xaistudy.server.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.xaistudy.server.testing.StudiesForTests.CLOSING;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.xaistudy.analysis.words.Words;
import org.xaistudy.server.bundle.KeptVersion;
import org.xaistudy.server.bundle.KeptVersions;
import org.xaistudy.server.testing.MovableClock;
import org.xaistudy.server.testing.Researcher;
import org.xaistudy.server.testing.StudiesForTests;
import org.xaistudy.server.testing.Visitor;

@QuarkusTest
@QuarkusTestResource(StudiesForTests.class)
class ReportTest {
  @Inject MovableClock clock;
  @Inject KeptVersions kept;
  @Inject StudyReport report;

  private static final String REPORT = "/researcher/" + CLOSING + "/report";

  @Test
  void theReportOpensWhenTheLastPersonHasFinished() throws IOException {
    given().get(REPORT).then().statusCode(401);
    Visitor last = null;
    for (int person = 0; person < 10; person++) {
      Researcher.request()
          .get(REPORT)
          .then()
          .statusCode(409)
          .body(containsString("everybody has finished"));
      last = Visitor.enrolledIn(CLOSING).throughPractice();
      if (person < 9) {
        judge(last, person);
      }
    }
    Researcher.request().get(REPORT).then().statusCode(409);
    assertThat(judge(last, 9).codes()).hasSize(1);
    var response = Researcher.request().get(REPORT).then().statusCode(200).extract();
    assertThat(response.asString())
        .contains("What people judged", "How the methods differ")
        .contains("The plan stands since")
        .doesNotContain("This plan is later than the first answers");
    KeptVersion version = kept.counting(CLOSING).orElseThrow();
    Instant later = version.frozenAt().orElseThrow().plus(Duration.ofDays(1));
    KeptVersion.Edition first = version.first();
    assertThat(
            report.html(
                version,
                new KeptVersion.Edition(2, later, first.study(), first.manifest()),
                Words.ENGLISH))
        .contains("This plan is later than the first answers");
    Researcher.request()
        .queryParam("language", "fr")
        .get(REPORT)
        .then()
        .statusCode(200)
        .body(containsString("<html lang=\"fr\">"), containsString("<h2>En bref</h2>"));
    Researcher.request()
        .queryParam("language", "xx")
        .get(REPORT)
        .then()
        .statusCode(404)
        .body(containsString("the languages are en, fr"));
    assertThat(response.headers().getValues("Content-Security-Policy"))
        .as("one policy, which lets the page's own style in")
        .singleElement()
        .asString()
        .contains("style-src 'unsafe-inline'");
  }

  /** Takes time over each picture and does not always say the same, as the plan demands. */
  private Visitor judge(Visitor visitor, int person) {
    for (int trial = 0; !visitor.page().select("fieldset").isEmpty(); trial++) {
      clock.pass(Duration.ofSeconds(20));
      visitor.answer((trial + person) % 2 == 0, (trial + person) % 10, (3 * trial + 1) % 10);
    }
    return visitor;
  }
}
