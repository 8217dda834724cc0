package org.xaistudy.server.metrics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.xaistudy.server.testing.StudiesForTests.ROOMY;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.xaistudy.server.testing.Researcher;
import org.xaistudy.server.testing.StudiesForTests;
import org.xaistudy.server.testing.Visitor;

@QuarkusTest
@QuarkusTestResource(StudiesForTests.class)
class MetricsTest {
  @Inject StudyMetrics metrics;

  @Test
  void nobodyReadsThemWithoutThePassword() {
    given().get("/q/metrics").then().statusCode(401);
    given().get("/q/metrics/").then().statusCode(401);
    given().get("/q//metrics").then().statusCode(404);
  }

  @Test
  void theyTellHowFarPeopleAreAndNameNobody() {
    String before = read();
    Visitor.enrolledIn(ROOMY);
    Visitor judging = Visitor.enrolledIn(ROOMY).throughPractice().answer(true, 4, 4);
    Visitor completed = Visitor.enrolledIn(ROOMY).throughPractice().throughTrials();
    String after = read();
    assertThat(people(after, "consent")).isEqualTo(people(before, "consent") + 1);
    assertThat(people(after, "trials")).isEqualTo(people(before, "trials") + 1);
    assertThat(people(after, "completed")).isEqualTo(people(before, "completed") + 1);
    assertThat(places(after, "completed")).isEqualTo(places(before, "completed") + 1);
    assertThat(places(after, "live")).isEqualTo(places(before, "live") + 2);
    assertThat(after)
        .contains("http_server_requests_seconds_count")
        .doesNotContain(token(judging.run()), token(completed.run()));
  }

  private static String token(String run) {
    return run.substring(run.lastIndexOf('/') + 1);
  }

  private String read() {
    metrics.refresh();
    return Researcher.request().get("/q/metrics").asString();
  }

  private static double people(String metrics, String reached) {
    return sum(
        metrics, "xaistudy_people\\{.*reached=\"" + reached + "\",study=\"" + ROOMY + "\".*");
  }

  private static double places(String metrics, String state) {
    return sum(metrics, "xaistudy_places\\{.*state=\"" + state + "\",study=\"" + ROOMY + "\".*");
  }

  private static double sum(String metrics, String row) {
    double[] values =
        Pattern.compile("(?m)^" + row + "\\} ([0-9.E]+)$")
            .matcher(metrics)
            .results()
            .mapToDouble(found -> Double.parseDouble(found.group(1)))
            .toArray();
    assertThat(values).as(row).isNotEmpty();
    return java.util.Arrays.stream(values).sum();
  }
}
