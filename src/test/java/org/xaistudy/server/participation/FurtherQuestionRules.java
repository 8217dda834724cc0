package org.xaistudy.server.participation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.xaistudy.server.testing.StudiesForTests.INQUISITIVE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.xaistudy.server.testing.Researcher;
import org.xaistudy.server.testing.Visitor;
import org.xaistudy.studies.responses.Column;

/** What a study asks of each picture beyond what every study can ask, on either database. */
abstract class FurtherQuestionRules {
  private static final Map<String, String> WHOLE =
      Map.of(
          "answer", "yes", "confidence", "6", "clarity", "7", "q.helped", "-3", "q.seen", "tern");

  private static Visitor practising(String method) {
    return Visitor.previewing(Researcher.preview(INQUISITIVE, method)).send(Map.of());
  }

  private static Visitor send(Visitor visitor, Map<String, String> fields, String... more) {
    Map<String, String> all = new HashMap<>(fields);
    for (int i = 0; i < more.length; i += 2) {
      all.put(more[i], more[i + 1]);
    }
    all.keySet().removeIf(name -> visitor.page().select("[name='" + name + "']").isEmpty());
    all.replaceAll((name, value) -> URLEncoder.encode(value, StandardCharsets.UTF_8));
    return visitor.send(all);
  }

  /** Does what an attention check asks. */
  private static void attend(Visitor visitor) {
    assertThat(visitor.page().select("[name^='q.']")).as("no more than it always asked").isEmpty();
    String wanted = visitor.page().select(".decision legend").text().replaceAll(".*“(.*)”.*", "$1");
    List<String> scales = new ArrayList<>();
    for (Element legend : visitor.page().select(".scale legend")) {
      scales.add(legend.text().replaceAll("\\D", ""));
    }
    Map<String, String> fields = new HashMap<>();
    fields.put("answer", wanted.equals("Yes") ? "yes" : "no");
    fields.put("confidence", scales.get(0));
    if (scales.size() > 1) {
      fields.put("clarity", scales.get(1));
    }
    visitor.send(fields);
  }

  @Test
  void thePageAsksThemBehindTheOthersInPracticeToo() {
    Visitor visitor = practising("crp");
    assertThat(visitor.heading()).startsWith("Practice");
    assertThat(visitor.page().select("form.questions legend, form.questions .question > label"))
        .extracting(Element::text)
        .containsSubsequence(
            "Did the explanation help?",
            "What do you see?",
            "Where did you look? (optional)",
            "Why? (optional)");
    assertThat(visitor.page().select("[name='q.helped']").eachAttr("value"))
        .containsExactly("-3", "-2", "-1", "0", "1", "2", "3");
    assertThat(visitor.page().select("label:has([name='q.helped'])").eachText())
        .containsExactly("−3", "−2", "−1", "0", "1", "2", "3");
    assertThat(visitor.page().select("[name='q.helped']").get(0).attr("aria-label"))
        .isEqualTo("−3, misled me");
    assertThat(visitor.page().select("label:has([name='q.seen'])").eachText())
        .containsExactly("dotted finch", "red-capped tern");
    assertThat(visitor.page().select("[name='q.seen'][required]")).hasSize(2);
    assertThat(visitor.page().select("[name='q.part'][required]")).isEmpty();
    assertThat(visitor.page().select("label:has([name='q.part'])").eachText())
        .containsExactly("At the head", "At the body", "no answer");
    assertThat(visitor.page().select("textarea[name='q.why']").attr("maxlength")).isEqualTo("12");
    assertThat(practising("none").page().select("[name='q.helped']")).isEmpty();
    assertThat(practising("none").page().select("[name='q.seen']")).isNotEmpty();
  }

  /** Nothing is lost of what was entered. */
  @Test
  void aFormThatIsNotWholeIsShownAgainAsItWas() {
    Visitor visitor = practising("crp");
    Map<String, String> fields = new HashMap<>(WHOLE);
    fields.remove("q.seen");
    send(visitor, fields, "q.why", "<b>&\"");
    assertThat(visitor.response().statusCode()).isEqualTo(422);
    assertThat(visitor.page().select("[role=alert]")).isNotEmpty();
    assertThat(visitor.page().select(".wanting legend").eachText())
        .containsExactly("What do you see?");
    assertThat(visitor.page().select("[name='q.helped'][checked]").val()).isEqualTo("-3");
    assertThat(visitor.page().select("[name=answer][checked]").val()).isEqualTo("yes");
    assertThat(visitor.page().select("textarea").text()).isEqualTo("<b>&\"");
    send(visitor, WHOLE, "q.why", "more than twelve");
    assertThat(visitor.response().statusCode()).isEqualTo(422);
    assertThat(visitor.page().select(".wanting label").text()).startsWith("Why?");
    send(visitor, WHOLE, "q.helped", "4");
    assertThat(visitor.response().statusCode()).isEqualTo(422);
    send(visitor, WHOLE);
    assertThat(visitor.page().select(".verdict")).isNotEmpty();
  }

  @Test
  void answersStandInColumnsBehindTheOthers() throws IOException {
    Visitor visitor = Visitor.enrolledIn(INQUISITIVE).send(Map.of());
    boolean explained = !visitor.page().select("[name='q.helped']").isEmpty();
    int before = Researcher.responses(INQUISITIVE, false).size();
    send(visitor, WHOLE).follow("a.button");
    while (!visitor.heading().equals("One last thing")) {
      if (visitor.heading().startsWith("A page")) {
        attend(visitor);
      } else {
        send(visitor, WHOLE, "q.part", "head", "q.why", " =1+1\u0000 ");
      }
    }
    assertThat(visitor.page().select("[name='q.trust']").eachAttr("value"))
        .containsExactly("1", "2", "3", "4", "5", "6", "7");
    visitor.send(Map.of("q.trust", "8"));
    assertThat(visitor.page().select(".wanting legend").text()).contains("Do you trust it?");
    visitor.send(Map.of("q.trust", "7"));
    List<Map<String, String>> all = Researcher.responses(INQUISITIVE, false);
    List<Map<String, String>> rows = all.subList(before, all.size());
    List<String> columns = new ArrayList<>(Column.headers());
    columns.addAll(List.of("q.helped", "q.seen", "q.part", "q.why"));
    assertThat(rows)
        .hasSize(3)
        .allSatisfy(
            row ->
                assertThat(row)
                    .containsEntry("q.helped", explained ? "-3" : "")
                    .containsEntry("q.seen", "tern")
                    .containsEntry("q.part", "head")
                    .containsEntry("q.why", "something"));
    assertThat(rows.get(0).keySet()).containsExactlyElementsOf(columns);
    String participant = rows.get(0).get("participant");
    assertThat(Researcher.rows(INQUISITIVE, "comments.csv"))
        .filteredOn(row -> row.get("participant").equals(participant))
        .hasSize(3)
        .allSatisfy(
            row ->
                assertThat(row).containsEntry("question", "why").containsEntry("comment", "'=1+1"))
        .extracting(row -> row.get("trial"))
        .containsExactly("1", "2", "3");
    assertThat(Researcher.rows(INQUISITIVE, "participants.csv"))
        .anySatisfy(row -> assertThat(row).containsEntry("q.trust", "7"));
    assertThat(rows.get(0).get("q.helped")).doesNotContain("'");
    theArchiveSaysWhatTheyMean();
  }

  private static void theArchiveSaysWhatTheyMean() throws IOException {
    Map<String, String> archive = Researcher.archive(INQUISITIVE);
    assertThat(archive.get("codebook.csv").lines())
        .contains(
            "responses.csv,,the version of the file's format,"
                + "1; 2 with columns q.* of further questions behind the others",
            "responses.csv,q.helped,Did the explanation help?,from -3 (misled me) to 3 (helped);"
                + " empty where it is not answered or nothing is explained",
            "responses.csv,q.seen,What do you see?,one of finch; tern; empty where it is not"
                + " answered",
            "responses.csv,q.part,Where did you look?,one of head (At the head); body (At the"
                + " body); empty where it is not answered",
            "responses.csv,q.why,Why?,something stands for a free text; empty where it is not"
                + " answered",
            "participants.csv,q.trust,Do you trust it?,from 1 (not at all) to 7 (fully); empty"
                + " where it is not answered");
    for (JsonNode file :
        new ObjectMapper().readTree(archive.get("datapackage.json")).get("resources")) {
      if (file.get("path").asText().equals("responses.csv")) {
        assertThat(file.get("formatVersion").asInt()).isEqualTo(2);
        JsonNode helped = file.at("/schema/fields/" + Column.values().length);
        assertThat(helped.get("name").asText()).isEqualTo("q.helped");
        assertThat(helped.get("type").asText()).isEqualTo("integer");
      } else {
        assertThat(file.has("formatVersion")).isFalse();
      }
    }
  }

  @Test
  void theApiSaysWhatIsAskedAndRefusesWhatIsNot() {
    JsonPath study = given().get("/api/studies/" + INQUISITIVE).jsonPath();
    assertThat(study.getList("further.id")).containsExactly("helped", "seen", "part", "why");
    assertThat(study.getBoolean("further[0].explained")).isTrue();
    assertThat(study.getString("further[1].answer.choice.options[0].text.de"))
        .isEqualTo("gepunkteter Fink");
    JsonPath run = Api.enrol(INQUISITIVE);
    String path = "/api/runs/" + run.getString("token");
    JsonPath state = Api.post(path + "/instructions", Map.of(), 200);
    boolean explained = state.getList("trial.further.id").contains("helped");
    assertThat(state.getList("trial.further.id")).endsWith("seen", "part", "why");
    String last = "trial.further[" + (explained ? 1 : 0) + "]";
    assertThat(state.getString(last + ".question")).isEqualTo("What do you see?");
    assertThat(state.getString(last + ".answer.choice.options[1].text"))
        .isEqualTo("red-capped tern");
    String answer = path + "/trials/1/answer";
    Map<String, Object> further = new HashMap<>();
    Map<String, Object> body = new HashMap<>();
    body.put("answer", "yes");
    body.put("confidence", 5);
    if (explained) {
      body.put("clarity", 5);
      further.put("helped", -2);
    }
    body.put("further", further);
    assertThat(Api.put(answer, body, 422).getString("detail"))
        .contains("further.seen", "seen: one of finch, tern", "why: at most 12 characters");
    further.put("seen", "owl");
    assertThat(Api.put(answer, body, 422).getString("detail")).contains("further.seen");
    further.put("seen", "finch");
    further.put("who", "me");
    assertThat(Api.put(answer, body, 422).getString("detail")).contains("further.who");
    further.remove("who");
    further.put("why", "x".repeat(13));
    assertThat(Api.put(answer, body, 422).getString("detail")).contains("further.why");
    further.put("why", List.of("x"));
    Api.put(answer, body, 400);
    further.put("why", null);
    state = Api.put(answer, body, 200);
    assertThat(state.getInt("answered")).isEqualTo(1);
    Api.put(answer, Map.of("answer", "no"), 200);
  }

  /** For an ethics board: every page, without anybody having answered. */
  @Test
  void theSheetOfAllPagesShowsThem() {
    String sheet =
        Researcher.request().get("/researcher/" + INQUISITIVE + "/walkthrough").asString();
    assertThat(sheet).contains("Did the explanation help?", "What do you see?", "Do you trust it?");
  }
}
