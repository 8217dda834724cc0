package org.xaistudy.server.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.xaistudy.server.testing.StudiesForTests.CLOSING;
import static org.xaistudy.server.testing.StudiesForTests.LOOKED_AT;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.responses.Participant;
import org.xaistudy.analysis.responses.Responses;
import org.xaistudy.analysis.responses.ResponsesFile;
import org.xaistudy.analysis.results.InterimLook;
import org.xaistudy.server.bundle.KeptVersions;
import org.xaistudy.server.testing.MovableClock;
import org.xaistudy.server.testing.Researcher;
import org.xaistudy.server.testing.Visitor;

/** A look that the plan foresees, as an owner takes it while people take part. */
abstract class InterimRules {
  private static final String LOOK = "/researcher/" + LOOKED_AT + "/report/interim";
  private static final int METHODS = 5;

  @Inject MovableClock clock;
  @Inject KeptVersions kept;

  @Test
  void theLookIsOfThoseWhoFinishedFirstAndTellsThePrimaryTestsOnly() throws IOException {
    assertThat(missing()).hasSize(METHODS).allMatch(method -> method.endsWith(": 2"));
    Visitor slow = Visitor.enrolledIn(LOOKED_AT).throughPractice();
    for (int person = 0; status() == 409; person++) {
      assertThat(missing()).isNotEmpty();
      Researcher.post(LOOK, Map.of()).statusCode(409);
      judge(Visitor.enrolledIn(LOOKED_AT).throughPractice(), person);
      assertThat(person).isLessThan(3 * METHODS);
    }
    assertThat(page().select("table")).as("before anybody asked for the look").isEmpty();
    assertThat(decisions()).isEmpty();
    Researcher.post(LOOK, Map.of()).statusCode(303);
    Researcher.post(LOOK, Map.of()).statusCode(303);
    assertThat(decisions())
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("decision", "looked")
                    .containsEntry("decided_by", "researcher")
                    .containsEntry("subject", "1 of 2"));
    Document look = page();
    assertThat(look.select("h1").text()).isEqualTo("Planned look 1 of 2");
    assertThat(look.text()).contains("Stop when all comparisons found something.");
    assertThat(look.select("table")).hasSize(1);
    assertThat(look.select("thead th").eachText())
        .containsExactly("Method", "p", "raised", "at most 0.05");
    assertThat(Researcher.rows(LOOKED_AT, "responses.csv"))
        .as("nobody is told who is right")
        .allMatch(row -> row.get("truth").isEmpty() && row.get("correct").isEmpty());
    Researcher.post("/researcher/" + LOOKED_AT + "/places", Map.of("more", "1", "reason", "power"))
        .statusCode(409)
        .body(containsString("somebody has looked at the results"));
    judge(slow, 1);
    judge(Visitor.enrolledIn(LOOKED_AT).throughPractice(), 0);
    assertThat(page().select("main").outerHtml())
        .as("of those who finished first, whoever finishes later")
        .isEqualTo(look.select("main").outerHtml());
    Researcher.unblind(LOOKED_AT);
    InterimLook expected = expected();
    assertThat(look.text()).contains("p ≤ " + written(expected.look().nominal()) + " counts");
    assertThat(look.select("tbody tr td").eachText())
        .isEqualTo(
            expected.tests().stream()
                .flatMap(
                    test ->
                        List.of(
                            written(test.p()),
                            written(test.corrected()),
                            test.found() ? "yes" : "no")
                            .stream())
                .toList());
    assertThat(look.select(".lead").text())
        .startsWith(expected.foundAll() ? "Stop:" : "Go on until 4 people per method");
  }

  @Test
  void withoutAPlannedLookNobodyLooks() {
    String look = "/researcher/" + CLOSING + "/report/interim";
    Researcher.request()
        .get(look)
        .then()
        .statusCode(409)
        .body(containsString("no look before everybody has finished"))
        .body(not(containsString("<form")));
    Researcher.post(look, Map.of()).statusCode(409);
    assertThat(Researcher.rows(CLOSING, "decisions.csv")).isEmpty();
  }

  private static int status() {
    return Researcher.request().get(LOOK).statusCode();
  }

  private static Document page() {
    return Jsoup.parse(Researcher.request().get(LOOK).then().statusCode(200).extract().asString());
  }

  private static List<String> missing() {
    String page = Researcher.request().get(LOOK).then().statusCode(409).extract().asString();
    return Jsoup.parse(page).select("main li").eachText();
  }

  private static List<Map<String, String>> decisions() {
    return Researcher.rows(LOOKED_AT, "decisions.csv");
  }

  /** The first two of each method in order of their last answer, by the file people download. */
  private InterimLook expected() throws IOException {
    String csv = Researcher.request().get("/researcher/" + LOOKED_AT + "/responses.csv").asString();
    Map<String, String> lastAnswer = new HashMap<>();
    for (Map<String, String> row : Researcher.rows(LOOKED_AT, "responses.csv")) {
      lastAnswer.merge(
          row.get("participant"),
          row.get("answered_at"),
          (one, other) -> one.compareTo(other) < 0 ? other : one);
    }
    Responses answers =
        ResponsesFile.read(
            new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), "responses.csv");
    List<Participant> finished = new ArrayList<>(answers.participants());
    finished.sort(Comparator.comparing(person -> lastAnswer.get(person.id())));
    Set<String> first = new HashSet<>();
    for (String method : answers.methods()) {
      finished.stream()
          .filter(person -> person.method().equals(method))
          .limit(2)
          .forEach(person -> first.add(person.id()));
    }
    Plan plan = Plan.of(kept.counting(LOOKED_AT).orElseThrow().first().study().study());
    return InterimLook.of(answers.only(person -> first.contains(person.id())), plan);
  }

  private static String written(double p) {
    return Double.isNaN(p) ? "–" : String.format(Locale.ROOT, p < 0.001 ? "%.1e" : "%.4f", p);
  }

  /** Takes time over each picture and does not always say the same, as the plan demands. */
  private void judge(Visitor visitor, int person) {
    for (int trial = 0; !visitor.page().select("fieldset").isEmpty(); trial++) {
      clock.pass(Duration.ofSeconds(3));
      visitor.answer((trial + person) % 3 == 0, (trial + person) % 10, (3 * trial + 1) % 10);
    }
    assertThat(visitor.heading()).isEqualTo("Thank you!");
  }
}
