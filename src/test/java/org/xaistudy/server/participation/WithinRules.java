package org.xaistudy.server.participation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.xaistudy.server.testing.StudiesForTests.COMPARED;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.xaistudy.server.testing.Researcher;
import org.xaistudy.server.testing.StudiesForTests;
import org.xaistudy.server.testing.Visitor;
import org.xaistudy.studies.Arm;
import org.xaistudy.studies.Study;
import org.xaistudy.studies.StudyFile;
import org.xaistudy.studies.document.Sha256;
import org.xaistudy.studies.manifest.Manifest;
import org.xaistudy.studies.manifest.StimulusBundle;

/** Where each person judges with all methods, one after the other, on either database. */
abstract class WithinRules {
  private static final int PRACTICE = 2;
  private static final int COUNTING = 4;
  private static final int ORDERS = 6;
  private static final Study STUDY =
      StudyFile.read(StudiesForTests.folder().resolve(COMPARED)).study();

  /** One person by the API, with what they were shown. */
  private record Person(String pseudonym, List<String> steps, List<JsonPath> attention) {}

  private static Person takePart() {
    JsonPath state = Api.enrol(COMPARED);
    String run = "/api/runs/" + state.getString("token");
    List<String> steps = new ArrayList<>();
    List<JsonPath> attention = new ArrayList<>();
    while (!state.getString("step").equals("FINISHED")) {
      if (state.getString("step").equals("INSTRUCTIONS")) {
        steps.add("read " + state.getString("method"));
        String method = state.getString("method");
        state = Api.post(run + "/instructions", Map.of(), 200);
        // Sent twice, as an impatient person does: it does not stand for those to come.
        state = Api.post(run + "/instructions", Map.of(), 200);
        assertThat(state.getString("step")).isEqualTo("JUDGE");
        assertThat(state.getString("method")).isEqualTo(method);
      } else {
        Map<String, Object> answer = new HashMap<>();
        Map<String, Object> asked = state.getMap("trial.asked");
        if (asked != null) {
          attention.add(state);
          answer.putAll(asked);
        } else {
          answer.put("answer", "yes");
          answer.put("confidence", 4);
          if (state.getBoolean("trial.clarity")) {
            answer.put("clarity", 5);
          }
        }
        steps.add(state.getString("trial.kind") + " " + state.getString("method"));
        state = Api.put(run + "/trials/" + state.getInt("trial.place") + "/answer", answer, 200);
      }
    }
    Set<String> known =
        Researcher.rows(COMPARED, "participants.csv").stream()
            .filter(row -> row.get("outcome").equals("completed"))
            .map(row -> row.get("participant"))
            .collect(Collectors.toSet());
    known.removeAll(DONE);
    assertThat(known).hasSize(1);
    DONE.addAll(known);
    return new Person(known.iterator().next(), steps, attention);
  }

  private static final Set<String> DONE = new HashSet<>();

  /** All places of the study are taken, one after the other: then every balance holds exactly. */
  @Test
  void everybodyJudgesWithAllMethodsInBalancedOrders() {
    DONE.clear();
    assertThat(STUDY.arms()).hasSize(ORDERS);
    List<Person> people = new ArrayList<>();
    for (int i = 0; i < 2 * ORDERS; i++) {
      people.add(takePart());
    }
    Map<String, String> arms =
        Researcher.rows(COMPARED, "participants.csv").stream()
            .filter(row -> row.get("outcome").equals("completed"))
            .collect(Collectors.toMap(row -> row.get("participant"), row -> row.get("method")));
    assertThat(
            arms.values().stream()
                .collect(Collectors.groupingBy(arm -> arm, Collectors.counting())))
        .isEqualTo(STUDY.arms().stream().collect(Collectors.toMap(Arm::id, arm -> 2L)));
    List<Map<String, String>> answers =
        Researcher.responses(COMPARED, false).stream()
            .filter(row -> row.get("completed").equals("yes"))
            .toList();
    Map<String, String> samples = samples();
    Map<String, Integer> shown = new HashMap<>();
    for (Person person : people) {
      List<String> order = STUDY.arm(arms.get(person.pseudonym())).methods();
      assertThat(withoutAttention(person.steps())).isEqualTo(steps(order));
      for (JsonPath check : person.attention()) {
        assertThat(check.getMap("trial.asked").containsKey("clarity"))
            .isEqualTo(!check.getString("method").equals("none"));
      }
      List<Map<String, String>> own =
          answers.stream()
              .filter(row -> row.get("participant").equals(person.pseudonym()))
              .toList();
      assertThat(own).hasSize(3 * COUNTING);
      assertThat(own.stream().map(row -> row.get("method")).distinct().toList()).isEqualTo(order);
      assertThat(own.stream().map(row -> samples.get(row.get("stimulus"))))
          .as("nobody sees an image twice")
          .doesNotHaveDuplicates();
      for (String method : order) {
        List<Map<String, String>> with =
            own.stream().filter(row -> row.get("method").equals(method)).toList();
        assertThat(with.stream().map(row -> row.get("truth")))
            .containsExactlyInAnyOrder("yes", "yes", "no", "no");
        assertThat(with).allMatch(row -> row.get("clarity").isEmpty() == method.equals("none"));
      }
      own.forEach(row -> shown.merge(row.get("method") + row.get("stimulus"), 1, Integer::sum));
    }
    assertThat(people.stream().mapToLong(person -> person.attention().size()).sum())
        .isEqualTo(2L * 2 * ORDERS);
    // 12 people, 4 of 28 stimuli each with each method: 1.7 times on average.
    assertThat(shown).hasSizeGreaterThan(75);
    assertThat(shown.values()).allMatch(times -> times <= 3);
    assertThat(Visitor.enrolledIn(COMPARED).heading()).isEqualTo("All places are taken");
  }

  private static List<String> withoutAttention(List<String> steps) {
    return steps.stream().filter(step -> !step.startsWith("ATTENTION")).toList();
  }

  private static List<String> steps(List<String> order) {
    List<String> steps = new ArrayList<>();
    for (String method : order) {
      steps.add("read " + method);
      for (int i = 0; i < PRACTICE; i++) {
        steps.add("PRACTICE " + method);
      }
      for (int i = 0; i < COUNTING; i++) {
        steps.add("TRIAL " + method);
      }
    }
    return steps;
  }

  private static Manifest manifest() {
    return StimulusBundle.open(StudyFile.read(StudiesForTests.folder().resolve(COMPARED)))
        .manifest();
  }

  private static Map<String, String> samples() {
    return manifest().stimuli().stream()
        .collect(Collectors.toMap(Manifest.Stimulus::id, Manifest.Stimulus::sample));
  }

  /** What is read between two methods, and what is shown of each. */
  @Test
  void eachPartBeginsWithHowToReadItsExplanations() {
    Arm arm = STUDY.arms().get(1);
    Visitor visitor = Visitor.previewing(Researcher.preview(COMPARED, arm.id()));
    assertThat(visitor.page().select("main").text()).contains("3 kinds of explanations");
    for (int part = 1; part <= 3; part++) {
      String method = arm.methods().get(part - 1);
      assertThat(visitor.heading())
          .isEqualTo(part == 1 ? "How it works" : "Part " + part + " of 3");
      assertThat(visitor.page().select(".text").text())
          .contains("First 2 pictures to practise", "then 4 pictures that count")
          .doesNotContain("{", "null");
      assertThat(visitor.page().select(".example .explanation").isEmpty())
          .isEqualTo(method.equals("none"));
      isShown(visitor, method, "example/" + 2 * (part - 1) + "/");
      visitor.send(Map.of());
      Set<String> seen = new HashSet<>();
      while (!visitor.page().select("fieldset").isEmpty()) {
        if (visitor.heading().startsWith("A page")) {
          TaskRules.attend(visitor);
        } else {
          seen.addAll(visitor.page().select("fieldset input[name=clarity]").eachAttr("name"));
          isShown(visitor, method, "");
          visitor.answer(true, 5, 5);
        }
        if (!visitor.page().select(".verdict").isEmpty()) {
          visitor.follow("a.button");
        }
      }
      assertThat(seen.isEmpty()).isEqualTo(method.equals("none"));
    }
    assertThat(visitor.page().select("main").text()).doesNotContain("Part ");
  }

  /** The pictures of the page's explanations are those of a method, to the byte. */
  private static void isShown(Visitor visitor, String method, String path) {
    Manifest manifest = manifest();
    Set<String> ofMethod =
        manifest.stimuli().stream()
            .flatMap(stimulus -> stimulus.explanation(method).panels().stream())
            .flatMap(panel -> panel.pictures().stream())
            .map(picture -> manifest.file(picture.usual()).sha256())
            .collect(Collectors.toSet());
    List<String> links = visitor.page().select(".explanation img").eachAttr("src");
    assertThat(links.isEmpty()).isEqualTo(method.equals("none"));
    for (String link : links) {
      byte[] picture = given().get(link).then().statusCode(200).extract().asByteArray();
      assertThat(ofMethod).contains(Sha256.of(picture));
    }
    if (!path.isEmpty() && !links.isEmpty()) {
      assertThat(links.get(0)).contains(path);
      given().get(links.get(0).replace(path, "example/6/")).then().statusCode(404);
    }
  }
}
