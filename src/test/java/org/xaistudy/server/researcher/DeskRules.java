package org.xaistudy.server.researcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.xaistudy.server.testing.StudiesForTests.BLINDED;
import static org.xaistudy.server.testing.StudiesForTests.RECRUITED;
import static org.xaistudy.server.testing.StudiesForTests.REWARDED;
import static org.xaistudy.server.testing.StudiesForTests.WATCHED;

import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.xaistudy.server.testing.MovableClock;
import org.xaistudy.server.testing.Researcher;
import org.xaistudy.server.testing.Visitor;

/** What a researcher sees and does while people take part, on either database. */
abstract class DeskRules {
  @Inject MovableClock clock;

  private static Document page(String path) {
    return Jsoup.parse(Researcher.request().get(path).then().statusCode(200).extract().asString());
  }

  @Test
  void nobodyIsToldWhoIsRightBeforeSomebodySaysWhy() {
    Visitor.enrolledIn(BLINDED).throughPractice().throughTrials();
    String unblinding = "/researcher/" + BLINDED + "/unblinding";
    assertThat(Researcher.rows(BLINDED, "responses.csv"))
        .hasSize(2)
        .allSatisfy(
            row ->
                assertThat(row)
                    .containsEntry("truth", "")
                    .containsEntry("correct", "")
                    .containsEntry("model", "")
                    .containsEntry("stimulus", "")
                    .containsEntry("answer", "yes"));
    assertThat(Researcher.archive(BLINDED)).doesNotContainKey("manifest.json");
    assertThat(Researcher.archive(BLINDED).get("README.md")).contains("left out");
    Researcher.request()
        .get("/researcher/" + BLINDED + "/versions/1/editions/1/manifest.json")
        .then()
        .statusCode(409);
    Researcher.post(unblinding, Map.of("reason", " ")).statusCode(422);
    Researcher.post(unblinding, Map.of("reason", "a participant fell ill")).statusCode(303);
    assertThat(Researcher.rows(BLINDED, "responses.csv"))
        .allSatisfy(row -> assertThat(row.get("truth")).isIn("yes", "no"));
    assertThat(Researcher.archive(BLINDED)).containsKey("manifest.json");
    assertThat(Researcher.rows(BLINDED, "decisions.csv"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("decision", "unblinded")
                    .containsEntry("reason", "a participant fell ill"));
    Researcher.post(unblinding, Map.of("reason", "again")).statusCode(409);
  }

  @Test
  void whoIsExcludedIsMarkedWithAReasonAndForgottenWhenDeleted() {
    Visitor visitor = Visitor.enrolledIn(WATCHED).throughPractice();
    while (!visitor.page().select("fieldset").isEmpty()) {
      clock.pass(Duration.ofMillis(300));
      visitor.answer(true, 5, 5);
    }
    String code = visitor.codes().get(0);
    String pseudonym = newest();
    assertThat(row(pseudonym)).contains("too fast", "always the same answer");
    decide(pseudonym, "exclude", "").statusCode(422);
    decide("nobody", "exclude", "x").statusCode(422);
    decide(pseudonym, "forget", "x").statusCode(422);
    decide(pseudonym, "exclude", "asleep").statusCode(303);
    assertThat(excluded(pseudonym)).containsOnly("excluded by a researcher");
    assertThat(row(pseudonym)).contains("excluded: asleep");
    decide(pseudonym, "approve", "was awake").statusCode(303);
    assertThat(excluded(pseudonym)).containsOnly("");
    Visitor.at(visitor.run()).post(visitor.run() + "/withdraw", Map.of());
    assertThat(code).isNotEmpty();
    assertThat(Researcher.rows(WATCHED, "decisions.csv"))
        .allMatch(row -> !row.toString().contains(pseudonym) && !row.toString().contains("asleep"));
  }

  private static io.restassured.response.ValidatableResponse decide(
      String participant, String decision, String reason) {
    return Researcher.post(
        "/researcher/" + WATCHED + "/people",
        Map.of("participant", participant, "decision", decision, "reason", reason));
  }

  private static String newest() {
    return page("/researcher/" + WATCHED + "/people").select("input[type=radio]").first().val();
  }

  private static String row(String pseudonym) {
    return page("/researcher/" + WATCHED + "/people")
        .select("tr:has(input[value=" + pseudonym + "])")
        .text();
  }

  private static List<String> excluded(String pseudonym) {
    return Researcher.rows(WATCHED, "responses.csv").stream()
        .filter(row -> row.get("participant").equals(pseudonym))
        .map(row -> row.get("excluded"))
        .toList();
  }

  @Test
  void thePageSaysHowFarPeopleCame() throws Exception {
    Visitor.enrolledIn(WATCHED);
    Visitor.enrolledIn(WATCHED).throughPractice().answer(true, 1, 1);
    Document desk = page("/researcher/" + WATCHED);
    int agreed = Integer.parseInt(desk.select("dt:contains(Agreed) + dd").text());
    assertThat(agreed).isGreaterThanOrEqualTo(2);
    assertThat(desk.select("details tr:has(th:contains(agreed)) .number").text())
        .isEqualTo("" + agreed);
    assertThat(Integer.parseInt(desk.select("tr:has(th:contains(page 1)) .number").first().text()))
        .isBetween(1, agreed - 1);
    assertThat(desk.select(".timeline rect")).isNotEmpty();
    assertThat(desk.text()).doesNotContain("accuracy", "d′");
    assertThat(firstEvent()).contains("Places, by arm", "Time left at this rate");
  }

  private static String firstEvent() throws Exception {
    URI live =
        URI.create("http://localhost:" + RestAssured.port + "/researcher/" + WATCHED + "/live");
    HttpURLConnection connection = (HttpURLConnection) live.toURL().openConnection();
    connection.setRequestProperty(
        "Authorization",
        "Basic "
            + Base64.getEncoder()
                .encodeToString(
                    "researcher:a password for tests".getBytes(StandardCharsets.UTF_8)));
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(connection.getContentType()).startsWith("text/event-stream");
      return lines.lines().filter(line -> line.startsWith("data:")).findFirst().orElseThrow();
    } finally {
      connection.disconnect();
    }
  }

  @Test
  void whatToSetOnAPlatformIsReadyToCopy() {
    Document page = page("/researcher/" + RECRUITED + "/platforms");
    assertThat(page.select("textarea").eachText())
        .anyMatch(
            text ->
                text.endsWith(
                    "/s/recruited?PROLIFIC_PID={{%PROLIFIC_PID%}}&STUDY_ID={{%STUDY_ID%}}"
                        + "&SESSION_ID={{%SESSION_ID%}}"))
        .anyMatch(text -> text.contains("<ExternalURL>"));
    assertThat(page.select("tr:has(th:contains(completed))").text()).contains("CDONE");
  }

  @Test
  void bonusesAreByARuleAndForThoseWhoseIdsTheResearcherBrings() {
    Visitor.sentTo(REWARDED, "PROLIFIC_PID=ada").throughPractice().throughTrials();
    Visitor.sentTo(REWARDED, "PROLIFIC_PID=bob").throughPractice();
    Map<String, String> form =
        Map.of("ids", "bob\nada\nnobody\n", "each", "0.30", "most", "0.50", "form", "lines");
    String bonuses = "/researcher/" + REWARDED + "/bonuses";
    Researcher.post(bonuses, form).statusCode(409).body(containsString("when the study is over"));
    long right =
        Researcher.responses(REWARDED, false).stream()
            .filter(row -> row.get("completed").equals("yes"))
            .filter(row -> row.get("correct").equals("yes"))
            .count();
    assertThat(right).isEqualTo(1); // always yes, and one model of two uses the artefact
    assertThat(Researcher.post(bonuses, form).statusCode(200).extract().asString())
        .isEqualTo("ada,0.30\n");
    Researcher.post(bonuses, Map.of("ids", "ada", "each", "-1", "most", "1")).statusCode(422);
    assertThat(Researcher.rows(REWARDED, "decisions.csv"))
        .anyMatch(row -> row.get("reason").equals("0.30 for each right answer, at most 0.50"));
  }

  @Test
  void whoComesTwiceFromOneDeviceIsPointedOutWhereTheStudyAsksForIt() {
    String people = "/researcher/" + REWARDED + "/people";
    Visitor.with("Firefox on a desk").arriveAt(REWARDED, "PROLIFIC_PID=carl");
    Visitor.with("Firefox on a desk").arriveAt(REWARDED, "PROLIFIC_PID=carla");
    Visitor.with("Safari in a pocket").arriveAt(REWARDED, "PROLIFIC_PID=dora");
    assertThat(page(people).select("tbody tr").eachText().subList(0, 3))
        .satisfies(
            rows -> {
              assertThat(rows.get(0)).doesNotContain("same device");
              assertThat(rows.get(1)).contains("same device as 1 other");
              assertThat(rows.get(2)).contains("same device as 1 other");
            });
    assertThat(Visitor.at("/s/" + REWARDED + "/consent?PROLIFIC_PID=x").page().text())
        .contains("your address, your browser");
    assertThat(Visitor.at("/s/" + WATCHED + "/consent").page().text())
        .doesNotContain("your address");
    assertThat(page("/researcher/" + WATCHED + "/people").text()).doesNotContain("same device");
  }

  @Test
  void theFilesAreLookedAtAsTheyAreNow() {
    Researcher.request()
        .get("/researcher/" + WATCHED + "/validation")
        .then()
        .statusCode(200)
        .body(containsString("Nothing is wrong"));
    Researcher.request().get("/researcher/nowhere").then().statusCode(404);
  }
}
