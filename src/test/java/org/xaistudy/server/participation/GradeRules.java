package org.xaistudy.server.participation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.xaistudy.server.testing.StudiesForTests.GRADED;

import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.xaistudy.server.testing.Researcher;
import org.xaistudy.server.testing.Visitor;

/** A decision of four, from surely yes to surely no, on either database. */
abstract class GradeRules {
  private static Visitor decide(Visitor visitor, String answer) {
    Map<String, String> fields = new HashMap<>(Map.of("answer", answer, "clarity", "4"));
    fields.keySet().removeIf(name -> visitor.page().select("[name=" + name + "]").isEmpty());
    return visitor.send(fields);
  }

  /** Does what an attention check asks: one of the four, and clarity if the study asks for it. */
  private static void attend(Visitor visitor) {
    String wanted = visitor.page().select(".decision legend").text().replaceAll(".*“(.*)”.*", "$1");
    Map<String, String> fields = new HashMap<>();
    for (Element label : visitor.page().select(".decision label")) {
      if (label.text().equals(wanted)) {
        fields.put("answer", label.select("input").val());
      }
    }
    assertThat(fields).as(wanted).hasSize(1);
    for (Element legend : visitor.page().select(".scale legend")) {
      fields.put("clarity", legend.text().replaceAll("\\D", ""));
    }
    visitor.send(fields);
  }

  @Test
  void oneOfFourIsStoredAsYesOrNoAndHowSure() {
    Visitor visitor = Visitor.enrolledIn(GRADED).send(Map.of());
    assertThat(visitor.options()).containsExactly("sure-yes", "rather-yes", "rather-no", "sure-no");
    assertThat(visitor.page().select(".decision label").eachText())
        .containsExactly("Surely yes", "Rather yes", "Rather no", "Never ever");
    assertThat(visitor.page().select("[name=confidence]")).isEmpty();
    int before = Researcher.responses(GRADED, false).size();
    decide(visitor, "");
    assertThat(visitor.response().statusCode()).isEqualTo(422);
    decide(visitor, "rather-no").follow("a.button");
    List<String> chosen = List.of("sure-no", "rather-yes", "sure-yes");
    int next = 0;
    while (!visitor.heading().equals("Thank you!")) {
      if (visitor.heading().startsWith("A page")) {
        attend(visitor);
      } else {
        decide(visitor, chosen.get(next++));
      }
    }
    List<Map<String, String>> all = Researcher.responses(GRADED, false);
    assertThat(all.subList(before, all.size()))
        .extracting(row -> row.get("answer") + row.get("confidence"))
        .containsExactly("no1", "yes0", "yes1");
    assertThat(all).allMatch(row -> row.get("excluded").isEmpty());
    assertThat(Researcher.archive(GRADED).get("codebook.csv").lines())
        .contains(
            "responses.csv,confidence,how sure the participant was,from 0 (rather) to 1 (sure)");
  }

  @Test
  void whatWasChosenIsStillThereIfSomethingIsMissing() {
    Visitor visitor = Visitor.previewing(Researcher.preview(GRADED, "lrp")).send(Map.of());
    visitor.send(Map.of("answer", "rather-yes"));
    assertThat(visitor.response().statusCode()).isEqualTo(422);
    assertThat(visitor.page().select("[name=answer][checked]").val()).isEqualTo("rather-yes");
  }

  @Test
  void programsSayYesOrNoAndWhetherTheyAreSure() {
    assertThat(given().get("/api/studies/" + GRADED).jsonPath().getBoolean("graded")).isTrue();
    JsonPath run = Api.enrol(GRADED);
    String path = "/api/runs/" + run.getString("token");
    JsonPath state = Api.post(path + "/instructions", Map.of(), 200);
    assertThat(state.getBoolean("trial.graded")).isTrue();
    assertThat(state.getBoolean("trial.confidence")).isTrue();
    assertThat(state.getList("trial.options.value")).containsExactly("yes", "no");
    Map<String, Object> body = new HashMap<>(Map.of("answer", "yes", "confidence", 2));
    if (state.getBoolean("trial.clarity")) {
      body.put("clarity", 3);
    }
    String answer = path + "/trials/1/answer";
    assertThat(Api.put(answer, body, 422).getString("detail")).contains("confidence (0 to 1)");
    body.put("confidence", 1);
    assertThat(Api.put(answer, body, 200).getInt("answered")).isEqualTo(1);
  }
}
