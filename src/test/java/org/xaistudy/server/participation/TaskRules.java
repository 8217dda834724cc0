package org.xaistudy.server.participation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.xaistudy.server.testing.StudiesForTests.DISTINGUISHED;
import static org.xaistudy.server.testing.StudiesForTests.ERRING;
import static org.xaistudy.server.testing.StudiesForTests.FORETOLD;
import static org.xaistudy.server.testing.StudiesForTests.RECOMMENDED;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.xaistudy.server.testing.Researcher;
import org.xaistudy.server.testing.StudiesForTests;
import org.xaistudy.server.testing.Visitor;
import org.xaistudy.studies.StudyFile;
import org.xaistudy.studies.document.Sha256;
import org.xaistudy.studies.manifest.Manifest;
import org.xaistudy.studies.manifest.StimulusBundle;

/** What people are asked and shown in each task, on either database. */
abstract class TaskRules {
  private static final String ASKED = "input[name=answer]";

  private static Visitor previewing(String study, String method) {
    return Visitor.previewing(Researcher.preview(study, method));
  }

  private static boolean asks(Visitor visitor, String name) {
    return !visitor.page().select("input[name=" + name + "]").isEmpty();
  }

  /** Chooses what an attention check asks for. */
  static Visitor attend(Visitor visitor) {
    String wanted = visitor.page().select(".decision legend").text().replaceAll(".*“(.*)”.*", "$1");
    String option =
        visitor.page().select("label:has(" + ASKED + ")").stream()
            .filter(label -> label.text().equals(wanted))
            .map(label -> label.select("input").attr("value"))
            .findFirst()
            .orElseThrow();
    return visitor.choose(option, scale(visitor, 0), scale(visitor, 1));
  }

  private static int scale(Visitor visitor, int number) {
    List<String> legends = visitor.page().select(".scale legend").eachText();
    return number < legends.size()
        ? Integer.parseInt(legends.get(number).replaceAll("\\D", ""))
        : 0;
  }

  /** Practises and answers everything up to the questions at the end, and is told nothing. */
  private static void throughAll(Visitor visitor, String option) {
    while (!visitor.heading().equals("One last thing")) {
      assertThat(visitor.page().select(".verdict")).isEmpty();
      if (visitor.heading().startsWith("A page")) {
        attend(visitor);
      } else {
        visitor.choose(option, 5, 5);
      }
    }
  }

  private static List<Map<String, String>> previews(String study) {
    return Researcher.rows(study, "responses.csv?previews=true").stream()
        .filter(row -> row.get("source").equals("preview"))
        .toList();
  }

  /** Twice two to learn from, then two pictures alone: the answers are classes. */
  @Test
  void whoForetellsLearnsAndIsThenShownPicturesAlone() {
    assertThat(Visitor.at("/s/" + FORETOLD).page().select(".facts").text())
        .contains("4 pictures to learn from, then 4 with a few short questions each");
    int before = previews(FORETOLD).size();
    Visitor visitor = previewing(FORETOLD, "crp");
    assertThat(visitor.page().select("main").text())
        .contains("2 times in turn", "4 in all", "An example")
        .doesNotContain("shortcut", "right answer is", "{", "null");
    assertThat(visitor.page().select(".example")).hasSize(1);
    visitor.send(Map.of());
    assertThat(visitor.page().select("form.questions").attr("data-preload"))
        .as("known to the page's script, which loads the next pictures")
        .isNotEmpty();
    StringBuilder order = new StringBuilder();
    while (!visitor.heading().equals("Thank you!")) {
      String heading = visitor.heading();
      if (heading.startsWith("To learn from")) {
        order.append('L');
        assertThat(visitor.page().select(".prediction strong").text()).isNotEmpty();
        assertThat(visitor.page().select(".explanation img")).isNotEmpty();
        assertThat(visitor.page().select("input[type=radio]")).isEmpty();
        visitor.send(Map.of());
      } else if (heading.startsWith("Picture")) {
        order.append('T');
        assertThat(visitor.page().select("img")).hasSize(1);
        assertThat(visitor.page().select(".prediction, .explanation")).isEmpty();
        assertThat(visitor.options()).containsExactly("finch", "tern");
        assertThat(visitor.page().select(".decision label").eachText())
            .containsExactly("dotted finch", "red-capped tern");
        assertThat(asks(visitor, "confidence")).isTrue();
        assertThat(asks(visitor, "clarity")).isFalse();
        String picture = visitor.page().select("img").attr("src");
        given().get(picture).then().statusCode(200);
        given().get(picture.replaceFirst("/0$", "/1")).then().statusCode(404);
        visitor.choose("tern", 6, 0);
      } else {
        attend(visitor);
      }
    }
    assertThat(order).hasToString("LLTTLLTT");
    List<Map<String, String>> rows = previews(FORETOLD);
    assertThat(rows.subList(before, rows.size()))
        .hasSize(4)
        .allSatisfy(
            row ->
                assertThat(row)
                    .containsEntry("answer", "tern")
                    .containsEntry("clarity", "")
                    .containsEntry("confidence", "6")
                    .containsEntry("model", "single")
                    .containsEntry("correct", row.get("truth").equals("tern") ? "yes" : "no"));
    assertThat(rows.subList(before, rows.size()))
        .extracting(row -> row.get("truth"))
        .containsExactlyInAnyOrder("finch", "finch", "tern", "tern");
  }

  /** The API tells no more than the pages: not what the model said, where people are to say it. */
  @Test
  void theApiKeepsWhatPeopleAreToForetell() {
    JsonPath run = Api.enrol(FORETOLD);
    String path = "/api/runs/" + run.getString("token");
    JsonPath state = Api.post(path + "/instructions", Map.of(), 200);
    assertThat(state.getString("trial.kind")).isEqualTo("TRAINING");
    assertThat(state.getList("trial.options")).isEmpty();
    assertThat(state.getString("trial.exhibit.prediction")).isNotEmpty();
    String first = path + "/trials/1/answer";
    assertThat(Api.put(first, Map.of("answer", "tern"), 422).getString("detail"))
        .contains("answer", "expected nothing");
    Api.put(first, Map.of(), 200);
    state = Api.put(path + "/trials/2/answer", Map.of(), 200);
    assertThat(state.getString("trial.kind")).isEqualTo("TRIAL");
    assertThat(state.getString("trial.exhibit.prediction")).isEmpty();
    assertThat(state.getList("trial.exhibit.panels")).isEmpty();
    assertThat(state.getList("trial.options.value")).containsExactly("finch", "tern");
    String third = path + "/trials/3/answer";
    for (Map<String, Object> wrong :
        List.<Map<String, Object>>of(
            Map.of("answer", "tern"),
            Map.of("answer", "yes", "confidence", 3),
            Map.of("answer", "tern", "confidence", 3, "clarity", 3))) {
      assertThat(Api.put(third, wrong, 422).getString("detail"))
          .contains("expected answer (finch, tern), confidence (0 to 9)");
    }
    Api.put(third, Map.of("answer", "tern", "confidence", 3), 200);
  }

  /**
   * Four explanations, the right one at each place equally often, and nothing that tells which but
   * the pictures: no class is named anywhere.
   */
  @Test
  void whoDistinguishesChoosesOneOfSeveralExplanations() throws Exception {
    int before = previews(DISTINGUISHED).size();
    Visitor visitor = previewing(DISTINGUISHED, "lrp");
    assertThat(visitor.page().select("main").text())
        .containsPattern("The right answer is [ABCD]\\.")
        .contains("several explanations, marked with letters", "for its answer")
        .doesNotContain("for the prediction", "{", "null");
    assertThat(visitor.page().select(".example")).hasSize(1);
    choosesFromFour(visitor);
    visitor.send(Map.of());
    assertThat(visitor.heading()).startsWith("Practice 1 of 1");
    assertThat(visitor.options()).containsExactly("a", "b", "c", "d");
    choosesFromFour(visitor);
    visitor.choose("c", 5, 5);
    assertThat(visitor.page().select(".verdict").text())
        .containsPattern("The right answer is [ABCD]\\.");
    choosesFromFour(visitor);
    visitor.follow("a.button");
    List<List<String>> shown = new ArrayList<>();
    while (!visitor.heading().equals("Thank you!")) {
      if (visitor.heading().startsWith("A page")) {
        attend(visitor);
      } else {
        choosesFromFour(visitor);
        shown.add(
            visitor.page().select(".candidate img").stream()
                .map(image -> Sha256.of(given().get(image.attr("src")).asByteArray()))
                .toList());
        visitor.choose("b", 6, 4);
      }
    }
    List<Map<String, String>> rows =
        previews(DISTINGUISHED).subList(before, previews(DISTINGUISHED).size());
    assertThat(rows)
        .hasSize(8)
        .allSatisfy(
            row ->
                assertThat(row)
                    .containsEntry("answer", "b")
                    .containsEntry("correct", row.get("truth").equals("b") ? "yes" : "no"))
        .extracting(row -> row.get("truth"))
        .containsExactlyInAnyOrder("a", "a", "b", "b", "c", "c", "d", "d");
    Manifest manifest =
        StimulusBundle.open(StudyFile.read(StudiesForTests.folder().resolve(DISTINGUISHED)))
            .manifest();
    for (int trial = 0; trial < rows.size(); trial++) {
      String id = rows.get(trial).get("stimulus");
      Manifest.Stimulus stimulus =
          manifest.stimuli().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
      String right =
          manifest
              .file(stimulus.explanation("lrp").panels().get(0).pictures().get(0).usual())
              .sha256();
      assertThat("abcd".indexOf(rows.get(trial).get("truth")))
          .isEqualTo(shown.get(trial).indexOf(right));
    }
  }

  private static void choosesFromFour(Visitor visitor) {
    assertThat(visitor.page().select(".candidate")).hasSize(4);
    assertThat(visitor.page().select(".candidate .letter").eachText())
        .containsExactly("A", "B", "C", "D");
    assertThat(visitor.page().select(".prediction")).isEmpty();
    assertThat(visitor.page().html())
        .doesNotContain("finch", "red-capped", "owl", "wren")
        .contains("Explanation D, a heat map");
  }

  @Test
  void theApiTellsNoClassOfAnExplanation() {
    JsonPath run = Api.enrol(DISTINGUISHED);
    String path = "/api/runs/" + run.getString("token");
    JsonPath state = Api.post(path + "/instructions", Map.of(), 200);
    assertThat(state.getList("trial.options.value")).containsExactly("a", "b", "c", "d");
    assertThat(state.getList("trial.options.label")).containsExactly("A", "B", "C", "D");
    assertThat(state.getList("trial.exhibit.candidates.option"))
        .containsExactly("a", "b", "c", "d");
    assertThat(state.getString("trial.exhibit.prediction")).isEmpty();
    assertThat(state.getList("trial.exhibit.panels")).isEmpty();
    assertThat(state.prettify()).doesNotContain("finch", "red-capped", "owl", "wren");
    Map<String, Object> fifth = Map.of("answer", "e", "confidence", 3, "clarity", 3);
    assertThat(Api.put(path + "/trials/1/answer", fifth, 422).getString("detail"))
        .contains("expected answer (a, b, c, d), confidence (0 to 9)");
    Api.put(path + "/trials/1/answer", Map.of("answer", "d", "confidence", 3, "clarity", 3), 200);
  }

  /** Five points, no right answer, nothing said after practice. */
  @Test
  void whoRecommendsIsToldNothing() {
    int before = previews(RECOMMENDED).size();
    Visitor visitor = previewing(RECOMMENDED, "gradcam");
    assertThat(visitor.page().select("main").text())
        .contains("An example", "whether you would recommend", "No answer is right or wrong")
        .doesNotContain("the right answer afterwards", "shortcut", "border", "cheat", "{", "null");
    assertThat(visitor.page().select(".example")).hasSize(1);
    visitor.send(Map.of()).send(Map.of());
    assertThat(visitor.heading()).startsWith("Practice 1 of 1");
    List<String> seen = new ArrayList<>(visitor.page().select(".decision label").eachText());
    assertThat(seen)
        .containsExactly("Definitely not", "Probably not", "Not sure", "Probably", "Definitely");
    visitor.choose("2", 5, 5);
    throughAll(visitor, "4");
    List<Map<String, String>> rows = previews(RECOMMENDED);
    assertThat(rows.subList(before, rows.size()))
        .hasSize(4)
        .allSatisfy(
            row ->
                assertThat(row)
                    .containsEntry("answer", "4")
                    .containsEntry("truth", "")
                    .containsEntry("correct", ""))
        .extracting(row -> row.get("model"))
        .containsExactlyInAnyOrder("artefact", "artefact", "clean", "clean");
  }

  /** What people say of themselves before and after the trials; each is asked in its time only. */
  @Test
  void peopleAreAskedBeforeTheTrialsAndAfter() {
    Visitor visitor = Visitor.enrolledIn(RECOMMENDED).send(Map.of());
    assertThat(visitor.heading()).isEqualTo("A few questions first");
    assertThat(visitor.page().select("[name=q.trust-before]")).isNotEmpty();
    assertThat(visitor.page().select("[name=q.trust-after], [name=q.age]")).isEmpty();
    visitor.send(Map.of("q.trust-before", "9"));
    assertThat(visitor.response().statusCode()).isEqualTo(422);
    assertThat(visitor.heading()).isEqualTo("A few questions first");
    visitor.send(Map.of("q.trust-before", "2", "q.trust-after", "5"));
    assertThat(visitor.heading()).startsWith("Practice 1 of 1");
    visitor.choose("2", 5, 5);
    throughAll(visitor, "4");
    assertThat(visitor.page().select("[name=q.trust-before]")).isEmpty();
    visitor.send(Map.of("q.trust-after", "3"));
    assertThat(visitor.heading()).isEqualTo("Thank you!");
    assertThat(Researcher.rows(RECOMMENDED, "participants.csv"))
        .anySatisfy(
            row ->
                assertThat(row)
                    .containsEntry("q.trust-before", "2")
                    .containsEntry("q.trust-after", "3")
                    .containsEntry("q.age", ""));
  }

  /** Of a place's pictures, which everybody who looks sees; by chance it would be one in 576. */
  @Test
  void aFixedOrderIsOneForEverybody() {
    Set<List<String>> orders = new HashSet<>();
    for (int person = 0; person < 3; person++) {
      int before = previews(RECOMMENDED).size();
      Visitor visitor = previewing(RECOMMENDED, "crp").send(Map.of()).send(Map.of());
      throughAll(visitor, "3");
      List<Map<String, String>> rows = previews(RECOMMENDED);
      orders.add(
          rows.subList(before, rows.size()).stream().map(row -> row.get("stimulus")).toList());
    }
    assertThat(orders).hasSize(1);
  }

  /** Where nothing is explained nobody is asked how clear it was. */
  @Test
  void nobodyIsAskedAboutAnExplanationThatIsNotThere() {
    int before = previews(ERRING).size();
    Visitor visitor = previewing(ERRING, "none").send(Map.of());
    assertThat(asks(visitor, "confidence")).isTrue();
    assertThat(asks(visitor, "clarity")).isFalse();
    visitor.throughPracticeTrials();
    assertThat(asks(visitor, "clarity")).isFalse();
    visitor.throughTrials();
    assertThat(visitor.heading()).isEqualTo("Thank you!");
    List<Map<String, String>> rows = previews(ERRING);
    assertThat(rows.subList(before, rows.size()))
        .hasSize(4)
        .allSatisfy(
            row -> assertThat(row).containsEntry("confidence", "9").containsEntry("clarity", ""));
    Visitor explained = previewing(ERRING, "lrp").send(Map.of());
    assertThat(asks(explained, "clarity")).isTrue();
    explained.send(Map.of("answer", "yes", "confidence", "3"));
    assertThat(explained.response().statusCode()).isEqualTo(422);
    assertThat(explained.page().select("[role=alert]").text()).contains("answer all questions");
    assertThat(explained.page().select("input[name=confidence][checked]").attr("value"))
        .isEqualTo("3");
  }
}
