package org.xaistudy.server.participation;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import java.util.UUID;

/** A front end of one's own. */
final class Api {
  private Api() {}

  static JsonPath enrol(String study) {
    String key = UUID.randomUUID().toString().replace("-", "");
    return post(
        "/api/studies/" + study + "/runs",
        Map.of("key", key, "consentVersion", 1, "parameters", Map.of()),
        201);
  }

  static JsonPath post(String path, Map<String, ?> body, int status) {
    return given()
        .contentType(ContentType.JSON)
        .body(body)
        .post(path)
        .then()
        .statusCode(status)
        .extract()
        .jsonPath();
  }

  static JsonPath put(String path, Map<String, ?> body, int status) {
    return given()
        .contentType(ContentType.JSON)
        .body(body)
        .put(path)
        .then()
        .statusCode(status)
        .extract()
        .jsonPath();
  }
}
