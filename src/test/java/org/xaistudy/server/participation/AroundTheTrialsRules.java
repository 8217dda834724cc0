package org.xaistudy.server.participation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.xaistudy.server.testing.StudiesForTests.LENIENT;
import static org.xaistudy.server.testing.StudiesForTests.STRICT;
import static org.xaistudy.server.testing.StudiesForTests.THOROUGH;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.xaistudy.server.testing.MovableClock;
import org.xaistudy.server.testing.Researcher;
import org.xaistudy.server.testing.Visitor;

/** What holds before and after the trials, and for attention checks among them. */
abstract class AroundTheTrialsRules {
  private static final Map<String, String> RIGHT = Map.of("c0", "1", "c1", "0");
  private static final Map<String, String> WRONG = Map.of("c0", "0", "c1", "0");
  private static final Map<String, String> FITS = Map.of("fits", "yes");

  @Inject MovableClock clock;

  @Test
  void everythingComesInItsOrder() {
    Visitor visitor = Visitor.enrolledIn(THOROUGH);
    assertThat(visitor.heading()).isEqualTo("Is your window large enough?");
    assertThat(visitor.send(FITS).heading()).isEqualTo("How it works");
    assertThat(visitor.send(Map.of()).heading()).isEqualTo("Before we begin");
    assertThat(visitor.send(RIGHT).heading()).isEqualTo("Practice 1 of 2");
    assertThat(visitor.throughPracticeTrials().heading()).isEqualTo("Picture 1 of 4");
    assertThat(headings(visitor))
        .filteredOn(heading -> !heading.startsWith("A page"))
        .containsExactly("Picture 1 of 4", "Picture 2 of 4", "Picture 3 of 4", "Picture 4 of 4");
    assertThat(visitor.heading()).isEqualTo("One last thing");
    assertThat(visitor.codes()).isEmpty();
    assertThat(visitor.send(Map.of("q.ai-experience", "user")).heading()).isEqualTo("Thank you!");
    assertThat(visitor.codes()).hasSize(1);
  }

  @Test
  void aWindowThatIsTooSmallCanBeMadeLarger() {
    Visitor visitor = Visitor.enrolledIn(THOROUGH);
    assertThat(given().get(visitor.run() + "/device/fit.css").asString())
        .contains("(min-width: 320px) and (min-height: 240px)");
    visitor.send(Map.of("fits", "yes", "width", "319", "height", "900"));
    assertThat(visitor.response().statusCode()).isEqualTo(422);
    assertThat(visitor.page().select("[role=alert]").text()).contains("too small at the moment");
    visitor.send(Map.of("fits", "yes", "width", "320", "height", "900"));
    assertThat(visitor.heading()).isEqualTo("How it works");
  }

  @Test
  void whoseWindowIsTooSmallForGoodIsSentBackAndTheirPlaceToo() {
    List<String> before = Researcher.arms(THOROUGH);
    Visitor visitor = Visitor.sentTo(THOROUGH, "PROLIFIC_PID=small").send(Map.of("fits", "no"));
    assertThat(visitor.heading()).isEqualTo("This device does not fit");
    assertThat(visitor.codes()).containsExactly("CDEVICE");
    assertThat(Researcher.arms(THOROUGH)).isEqualTo(before);
    assertThat(Visitor.sentTo(THOROUGH, "PROLIFIC_PID=small").codes()).containsExactly("CDEVICE");
  }

  @Test
  void aWrongAnswerLeadsBackToTheInstructionsOnce() {
    Visitor visitor = Visitor.enrolledIn(THOROUGH).send(FITS).send(Map.of()).send(WRONG);
    assertThat(visitor.heading()).isEqualTo("How it works");
    assertThat(visitor.page().select("[role=alert]").text()).startsWith("Not everything was right");
    visitor.send(Map.of());
    assertThat(visitor.page().select(".note").text()).startsWith("This is the last try");
    assertThat(visitor.send(RIGHT).heading()).isEqualTo("Practice 1 of 2");
  }

  @Test
  void whoDoesNotUnderstandIsScreenedOutAndTheirPlaceIsFree() {
    List<String> before = Researcher.arms(THOROUGH);
    Visitor visitor = Visitor.sentTo(THOROUGH, "PROLIFIC_PID=wrong").send(FITS);
    visitor.send(Map.of()).send(WRONG).send(Map.of()).send(WRONG);
    assertThat(visitor.codes()).containsExactly("CSCREENED");
    assertThat(Researcher.arms(THOROUGH)).isEqualTo(before);
    visitor.post(visitor.run() + "/comprehension", RIGHT);
    assertThat(visitor.codes()).containsExactly("CSCREENED");
  }

  @Test
  void anIncompleteTryIsNoTry() {
    Visitor visitor = Visitor.enrolledIn(THOROUGH).send(FITS).send(Map.of());
    for (int i = 0; i < 3; i++) {
      visitor.send(Map.of("c0", "0"));
      assertThat(visitor.response().statusCode()).isEqualTo(422);
      assertThat(visitor.page().select("input[checked]").eachAttr("name")).containsExactly("c0");
    }
    assertThat(visitor.send(RIGHT).heading()).isEqualTo("Practice 1 of 2");
  }

  @Test
  void theInstructionsCanBeReadAgainWithoutLosingAnything() {
    Visitor visitor = prepared("");
    visitor.follow("a[href$=/instructions]");
    assertThat(visitor.heading()).isEqualTo("How it works");
    assertThat(visitor.follow("p.go a.button").heading()).isEqualTo("Picture 1 of 4");
  }

  @Test
  void heatMapsCanBeSeenInOtherColours() {
    Visitor visitor = prepared("");
    String usual = picture(visitor);
    byte[] before = given().get(usual).asByteArray();
    visitor.post(visitor.run() + "/colours", Map.of("colours", "ORANGE_PURPLE"));
    String alternative = picture(visitor);
    assertThat(alternative).startsWith(usual).isNotEqualTo(usual);
    assertThat(given().get(alternative).asByteArray()).isNotEqualTo(before);
    assertThat(visitor.page().select(".ramp.alternative")).hasSize(1);
    visitor.answer(true, 5, 5);
    while (visitor.heading().startsWith("A page")) {
      visitor.send(Asked.of(visitor).fields());
    }
    assertThat(visitor.page().select(".exhibit img").eachAttr("src"))
        .anyMatch(link -> link.endsWith("-alternative"));
    visitor.post(visitor.run() + "/colours", Map.of());
    assertThat(visitor.page().select(".ramp.alternative")).isEmpty();
    assertThat(given().get(usual + "-guessed").statusCode()).isEqualTo(404);
  }

  @Test
  void stepsOutOfTurnChangeNothing() {
    Visitor visitor = Visitor.enrolledIn(THOROUGH);
    visitor.post(visitor.run() + "/comprehension", RIGHT);
    assertThat(visitor.heading()).isEqualTo("Is your window large enough?");
    visitor.post(visitor.run() + "/questionnaire", Map.of("q.ai-experience", "user"));
    assertThat(visitor.heading()).isEqualTo("Is your window large enough?");
    visitor.post(visitor.run() + "/instructions", Map.of());
    assertThat(visitor.heading()).isEqualTo("Is your window large enough?");
  }

  @Test
  void whoFailsTheAttentionCheckEndsAndTheirPlaceIsFree() {
    List<String> before = Researcher.arms(THOROUGH);
    Visitor visitor = prepared("PROLIFIC_PID=inattentive");
    while (!visitor.heading().startsWith("A page")) {
      visitor.answer(true, 5, 5);
    }
    String form = visitor.page().select("form.questions").attr("action");
    Asked asked = Asked.of(visitor);
    visitor.answer(!asked.used(), asked.confidence(), asked.clarity());
    assertThat(visitor.heading()).isEqualTo("The study ends here for you");
    assertThat(visitor.codes()).containsExactly("CINATTENTIVE");
    assertThat(Researcher.arms(THOROUGH)).isEqualTo(before);
    visitor.post(form, asked.fields());
    assertThat(visitor.codes()).containsExactly("CINATTENTIVE");
  }

  @Test
  void oneFailureOfTwoIsForgivenAndToldButNotASecond() {
    Visitor forgiven = prepared(Visitor.enrolledIn(LENIENT));
    failNextCheck(forgiven);
    assertThat(headings(forgiven)).filteredOn(heading -> heading.startsWith("A page")).hasSize(1);
    assertThat(forgiven.heading()).isEqualTo("One last thing");
    assertThat(Researcher.rows(LENIENT, "participants.csv"))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("attention_failed", "1"));
    assertThat(Researcher.responses(LENIENT, false))
        .hasSize(4)
        .allMatch(row -> row.get("excluded").isEmpty());
    Visitor ended = prepared(Visitor.enrolledIn(LENIENT));
    failNextCheck(ended);
    failNextCheck(ended);
    assertThat(ended.heading()).isEqualTo("The study ends here for you");
  }

  @Test
  void attentionChecksComeAtDifferentPlacesAndAreNoAnswers() {
    Set<Integer> places = new HashSet<>();
    Set<Asked> asked = new HashSet<>();
    for (int person = 0; person < 12; person++) {
      Visitor visitor = prepared("");
      int place = 1;
      while (!visitor.heading().startsWith("A page")) {
        visitor.answer(true, 5, 5);
        place++;
      }
      assertThat(visitor.page().select("img")).isEmpty();
      places.add(place);
      asked.add(Asked.of(visitor));
      headings(visitor);
    }
    assertThat(places).hasSizeGreaterThan(1).doesNotContain(1);
    assertThat(asked).hasSizeGreaterThan(5);
    assertThat(Researcher.responses(THOROUGH, false))
        .noneMatch(row -> row.get("stimulus").isEmpty())
        .noneMatch(row -> Integer.parseInt(row.get("trial")) > 4);
  }

  @Test
  void theQuestionnaireSaysWhatIsWantingAndKeepsTheRest() {
    Visitor visitor = prepared("");
    headings(visitor);
    visitor.send(Map.of("q.age", "17", "q.comments", "<b>all well</b>"));
    assertThat(visitor.response().statusCode()).isEqualTo(422);
    assertThat(visitor.page().select(".wanting [name]").eachAttr("name"))
        .contains("q.age", "q.ai-experience")
        .doesNotContain("q.comments");
    assertThat(visitor.page().select("textarea").text()).isEqualTo("<b>all well</b>");
    visitor.send(Map.of("q.age", "18", "q.ai-experience", "other"));
    assertThat(visitor.response().statusCode()).isEqualTo(422);
    visitor.send(Map.of("q.age", "18", "q.ai-experience", "none"));
    assertThat(visitor.heading()).isEqualTo("Thank you!");
  }

  @Test
  void theAnswersAreCountedBeforeTheQuestionnaire() {
    int before = completed(THOROUGH);
    headings(prepared(""));
    assertThat(completed(THOROUGH)).isEqualTo(before + 4);
  }

  @Test
  void participantsAreExportedWithEverythingAroundTheTrials() {
    Visitor visitor = prepared("");
    visitor.post(visitor.run() + "/colours", Map.of("colours", "ORANGE_PURPLE"));
    headings(visitor);
    visitor.send(Map.of("q.ai-experience", "user", "q.comments", "-well-"));
    Visitor wrong = Visitor.enrolledIn(THOROUGH).send(FITS).send(Map.of()).send(WRONG);
    wrong.send(Map.of()).send(WRONG);
    assertThat(Researcher.rows(THOROUGH, "comments.csv"))
        .anySatisfy(
            row ->
                assertThat(row)
                    .containsEntry("question", "comments")
                    .containsEntry("comment", "'-well-"))
        .allSatisfy(row -> assertThat(row).containsEntry("question", "comments"));
    List<Map<String, String>> rows = Researcher.rows(THOROUGH, "participants.csv");
    assertThat(rows.get(0).keySet()).endsWith("q.age", "q.ai-experience", "q.comments");
    assertThat(rows)
        .anySatisfy(
            row ->
                assertThat(row)
                    .containsEntry("outcome", "completed")
                    .containsEntry("comprehension_tries", "1")
                    .containsEntry("attention_failed", "0")
                    .containsEntry("colours", "orange-purple")
                    .containsEntry("q.age", "")
                    .containsEntry("q.ai-experience", "user")
                    .containsEntry("q.comments", "something"))
        .anySatisfy(
            row ->
                assertThat(row)
                    .containsEntry("participant", wrong.codes().get(0))
                    .containsEntry("outcome", "screenedOut")
                    .containsEntry("comprehension_tries", "2")
                    .containsEntry("attention_failed", ""));
  }

  @Test
  void theAnswersOfTheInattentiveAreMarked() {
    Visitor visitor = prepared("");
    visitor.answer(true, 4, 4);
    failNextCheck(visitor);
    assertThat(Researcher.responses(THOROUGH, false))
        .filteredOn(row -> row.get("participant").equals(visitor.codes().get(0)))
        .isNotEmpty()
        .allMatch(row -> row.get("excluded").equals("failed attention checks"));
  }

  /** One test, because the order matters: everybody is late, and one comes back in time. */
  @Test
  void whoComesBackLateGetsAnotherFreePlaceOfTheirArm() {
    List<Visitor> visitors = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      visitors.add(Visitor.enrolledIn(STRICT));
    }
    clock.pass(Duration.ofMinutes(21));
    Visitor newcomer = Visitor.enrolledIn(STRICT);
    List<String> headings =
        visitors.stream().map(visitor -> visitor.open(visitor.run()).heading()).toList();
    assertThat(headings)
        .containsOnlyOnce("Your place was given to someone else")
        .filteredOn("Is your window large enough?"::equals)
        .hasSize(4);
    Visitor late = visitors.get(headings.indexOf("Your place was given to someone else"));
    newcomer.follow("footer a").send(Map.of());
    assertThat(late.open(late.run()).heading()).isEqualTo("Is your window large enough?");
    assertThat(Researcher.arms(STRICT)).allMatch(row -> row.matches("\\w+ 0 1 0 preview"));
  }

  private static Visitor prepared(String query) {
    Visitor visitor =
        query.isEmpty() ? Visitor.enrolledIn(THOROUGH) : Visitor.sentTo(THOROUGH, query);
    return prepared(visitor);
  }

  private static Visitor prepared(Visitor visitor) {
    return visitor.send(FITS).send(Map.of()).send(RIGHT).throughPracticeTrials();
  }

  private static void failNextCheck(Visitor visitor) {
    while (!visitor.heading().startsWith("A page")) {
      visitor.answer(true, 4, 4);
    }
    Asked asked = Asked.of(visitor);
    visitor.answer(!asked.used(), asked.confidence(), asked.clarity());
  }

  /** The link of the first picture of the explanation. */
  private static String picture(Visitor visitor) {
    return visitor.page().select(".explanation img").attr("src");
  }

  /** Answers all trials as they should be and notes the heading of each. */
  private static List<String> headings(Visitor visitor) {
    List<String> headings = new ArrayList<>();
    while (!visitor.page().select("form.questions").isEmpty()) {
      headings.add(visitor.heading());
      if (visitor.heading().startsWith("A page")) {
        visitor.send(Asked.of(visitor).fields());
      } else {
        visitor.answer(true, 5, 5);
      }
    }
    return headings;
  }

  private static int completed(String study) {
    return (int)
        Researcher.responses(study, false).stream()
            .filter(row -> row.get("completed").equals("yes"))
            .count();
  }

  /** What an attention check asks for, read from its page as a person would. */
  private record Asked(boolean used, int confidence, int clarity) {
    static Asked of(Visitor visitor) {
      List<String> asked =
          visitor.page().select("legend").eachText().stream()
              .map(legend -> legend.replaceAll(".*“(.*)”.*", "$1"))
              .toList();
      return new Asked(
          asked.get(0).equals("Yes"),
          Integer.parseInt(asked.get(1)),
          Integer.parseInt(asked.get(2)));
    }

    Map<String, String> fields() {
      return Map.of(
          "answer", used ? "yes" : "no",
          "confidence", String.valueOf(confidence),
          "clarity", String.valueOf(clarity));
    }
  }
}
