package org.xaistudy.server.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.xaistudy.server.testing.StudiesForTests.RECRUITED;
import static org.xaistudy.server.testing.StudiesForTests.ROOMY;
import static org.xaistudy.server.testing.StudiesForTests.THOROUGH;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.xaistudy.server.testing.StudiesForTests;

@QuarkusTest
@QuarkusTestResource(StudiesForTests.class)
class ApiTest {
  private static final String PROBLEM = "application/problem+json";

  @Test
  void aBotTakesPart() {
    given().get("/api/studies/" + ROOMY).then().statusCode(200).body("trials", equalTo(4));
    JsonPath run = enrolled();
    assertThat(run.getString("step")).isEqualTo("INSTRUCTIONS");
    String path = "/api/runs/" + run.getString("token");
    JsonPath state = given().post(path + "/instructions").jsonPath();
    while (state.getString("step").equals("JUDGE")) {
      String picture = state.getString("trial.exhibit.original.link");
      assertThat(given().get(picture).contentType()).isEqualTo("image/png");
      state =
          answer(path, state.getInt("trial.place"), true, 5).statusCode(200).extract().jsonPath();
    }
    assertThat(state.getString("step")).isEqualTo("FINISHED");
    assertThat(state.getInt("answered")).isEqualTo(6);
    assertThat(state.getString("back.code")).matches("[A-Z2-9]{8}");
  }

  @Test
  void aBotGoesThroughEverythingThereIs() {
    given()
        .get("/api/studies/" + THOROUGH)
        .then()
        .body("device.minWidth", equalTo(320))
        .body("comprehension[0].answers", hasSize(3))
        .body("comprehension[0].answers[0]", not(hasKey("correct")))
        .body("questionnaire[0].answer.number.max", equalTo(120));
    JsonPath run = enrol(THOROUGH, key(), 1, Map.of()).extract().jsonPath();
    assertThat(run.getString("step")).isEqualTo("DEVICE");
    String path = "/api/runs/" + run.getString("token");
    send(path + "/device", Map.of("width", 100, "height", 900)).statusCode(422);
    send(path + "/device", Map.of("width", 900, "height", 900))
        .body("step", equalTo("INSTRUCTIONS"));
    given().post(path + "/instructions").then().body("step", equalTo("COMPREHENSION"));
    JsonPath state =
        send(path + "/comprehension", Map.of("chosen", List.of(1, 0))).extract().jsonPath();
    int checks = 0;
    while (state.getString("step").equals("JUDGE")) {
      int place = state.getInt("trial.place");
      if (state.getString("trial.kind").equals("ATTENTION")) {
        checks++;
        assertThat(state.<Object>get("trial.exhibit")).isNull();
        state =
            given()
                .contentType("application/json")
                .body(state.getMap("trial.asked"))
                .put(path + "/trials/" + place + "/answer")
                .jsonPath();
      } else {
        state = answer(path, place, true, 5).statusCode(200).extract().jsonPath();
      }
    }
    assertThat(checks).isEqualTo(1);
    assertThat(state.getString("step")).isEqualTo("QUESTIONNAIRE");
    reply(path, Map.of("age", "33")).statusCode(422).body("detail", endsWith("ai-experience"));
    reply(path, Map.of("ai-experience", "user")).body("step", equalTo("FINISHED"));
  }

  @Test
  void aBotThatDoesNotUnderstandEnds() {
    String path = "/api/runs/" + enrol(THOROUGH, key(), 1, Map.of()).extract().path("token");
    send(path + "/device", Map.of());
    for (int i = 0; i < 2; i++) {
      given().post(path + "/instructions");
      send(path + "/comprehension", Map.of("chosen", List.of(9)));
    }
    given()
        .get(path)
        .then()
        .body("step", equalTo("ENDED"))
        .body("outcome", equalTo("screenedOut"))
        .body("back.code", matchesPattern("[a-z2-9]{10}"));
  }

  @Test
  void anAnswerSentAgainChangesNothing() {
    String path = "/api/runs/" + enrolled().getString("token");
    given().post(path + "/instructions");
    answer(path, 1, true, 3).body("answered", equalTo(1));
    answer(path, 1, false, 9).statusCode(200).body("answered", equalTo(1));
    answer(path, 5, true, 3).statusCode(409).contentType(PROBLEM);
    answer(path, 50, true, 3).statusCode(404).contentType(PROBLEM);
    answer(path, 2, true, 10)
        .statusCode(422)
        .contentType(PROBLEM)
        .body("detail", containsString("expected 0 to 9, found 10"));
  }

  @Test
  void nothingIsToldOfTheModel() {
    String path = "/api/runs/" + enrolled().getString("token");
    String body = given().post(path + "/instructions").asString();
    assertThat(body).doesNotContainIgnoringCase("artefact").doesNotContain("stimulus", "clean");
  }

  @Test
  void theSameKeyIsTheSameRun() {
    String key = key();
    String first = enrol(ROOMY, key, 1, Map.of()).extract().path("token");
    enrol(ROOMY, key, 1, Map.of()).statusCode(201).body("token", equalTo(first));
  }

  @Test
  void whatCannotBeIsRefused() {
    enrol(ROOMY, "short", 1, Map.of()).statusCode(422).contentType(PROBLEM);
    enrol(ROOMY, key(), 2, Map.of()).statusCode(422).body("detail", containsString("expected 1"));
    enrol(RECRUITED, key(), 1, Map.of()).statusCode(422).contentType(PROBLEM);
    enrol(RECRUITED, key(), 1, Map.of("PROLIFIC_PID", "api")).statusCode(201);
    enrol("no-such-study", key(), 1, Map.of()).statusCode(404).contentType(PROBLEM);
    given().get("/api/runs/guessed").then().statusCode(404).contentType(PROBLEM);
  }

  @Test
  void whoWithdrawsIsGone() {
    String path = "/api/runs/" + enrolled().getString("token");
    given().delete(path).then().statusCode(204);
    given().get(path).then().statusCode(404);
  }

  @Test
  void isDescribed() {
    given()
        .accept("application/json")
        .get("/api/openapi")
        .then()
        .statusCode(200)
        .body("openapi", matchesPattern("3\\..*"))
        .body(
            "paths.'/api/runs/{token}/trials/{place}/answer'.put",
            org.hamcrest.Matchers.notNullValue());
  }

  private static ValidatableResponse send(String path, Map<String, ?> body) {
    return given().contentType("application/json").body(body).post(path).then();
  }

  private static ValidatableResponse reply(String path, Map<String, String> said) {
    return given().contentType("application/json").body(said).put(path + "/questionnaire").then();
  }

  private static JsonPath enrolled() {
    return enrol(ROOMY, key(), 1, Map.of()).statusCode(201).extract().jsonPath();
  }

  private static ValidatableResponse enrol(
      String study, String key, int consent, Map<String, String> parameters) {
    return given()
        .contentType("application/json")
        .body(Map.of("key", key, "consentVersion", consent, "parameters", parameters))
        .post("/api/studies/" + study + "/runs")
        .then();
  }

  private static ValidatableResponse answer(String path, int place, boolean used, int scale) {
    return given()
        .contentType("application/json")
        .body(Map.of("answer", used ? "yes" : "no", "confidence", scale, "clarity", scale))
        .put(path + "/trials/" + place + "/answer")
        .then();
  }

  private static String key() {
    return UUID.randomUUID().toString().replace("-", "");
  }
}
