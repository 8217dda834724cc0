package org.xaistudy.server.attack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.xaistudy.server.testing.StudiesForTests.RECRUITED;
import static org.xaistudy.server.testing.StudiesForTests.THOROUGH;

import io.restassured.RestAssured;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xaistudy.server.testing.RawConnection;
import org.xaistudy.server.testing.Visitor;

/** Thousands of malformed requests to every page and endpoint, on either database. */
abstract class FuzzRules {
  private static final int REQUESTS = 2500;
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
  private static final String JSON = "Content-Type: application/json\r\n";
  private static final List<String> NASTY =
      List.of(
          "",
          "%",
          "%00",
          "%2e%2e%2f",
          "%C0%AF",
          "%ED%A0%80",
          "..",
          "-1",
          "0",
          "99999999999999999999",
          "NaN",
          "null",
          "true",
          "yes",
          "no",
          "5",
          "5.9",
          "%27%20or%201=1--",
          "%3Cscript%3E",
          "a".repeat(300),
          "%F0%9F%90%A6",
          "{",
          "=1%2B1");
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "5",
          "5.9",
          "1e99",
          "-1",
          "\"5\"",
          "\"\"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"" + "a".repeat(3000) + "\"",
          "[]",
          "[null]",
          "[1,0]",
          "[99]",
          "{}",
          "{\"a\":null}",
          "[".repeat(3000),
          "{\"x\":1}} trailing",
          "");
  private static final List<String> KEYS =
      List.of(
          "answer",
          "confidence",
          "clarity",
          "width",
          "height",
          "cannotBeLarger",
          "chosen",
          "age",
          "ai-experience",
          "key",
          "consentVersion",
          "parameters",
          "PROLIFIC_PID",
          "a");
  private String run = "";
  private String token = "";

  @BeforeEach
  void beginARun() {
    run = Visitor.enrolledIn(THOROUGH).run();
    token = run.substring("/r/".length());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void nothingThatIsSentBreaksTheServer(long seed) throws IOException {
    Random random = new Random(seed);
    for (int i = 0; i < REQUESTS; i++) {
      String method = pick(random, List.of("GET", "POST", "PUT", "DELETE", "HEAD", "PATCH"));
      String path = path(random);
      if (method.equals("DELETE") && path.equals("/api/runs/" + token)) {
        continue; // would end the run in progress
      }
      boolean json = random.nextInt(3) > 0;
      byte[] body = (json ? json(random) : form(random)).getBytes(UTF_8);
      String headers = (json ? JSON : FORM) + language(random);
      check(method, path, headers, method.matches("GET|HEAD") ? new byte[0] : body);
    }
    assertThat(Visitor.at(run).response().statusCode()).as("the run goes on").isEqualTo(200);
  }

  @Test
  void whatBrokeItOnceDoesNotAgain() throws IOException {
    String api = "/api/runs/" + token;
    check("GET", "/s/" + THOROUGH, "Accept-Language: de;q=x\r\n", new byte[0]);
    check("GET", "/r/%00", "", new byte[0]);
    check("GET", "/api/runs/%", "", new byte[0]);
    check("PUT", "/api/runs/%zz/trials/1/answer", JSON, "{}".getBytes(UTF_8));
    check("GET", "/s/" + RECRUITED + "?PROLIFIC_PID=%00&SESSION_ID=%00", "", new byte[0]);
    check("PUT", api + "/questionnaire", JSON, "{\"age\":null}".getBytes(UTF_8));
    check("PUT", api + "/questionnaire", JSON, "{\"age\":\"\\u0000\"}".getBytes(UTF_8));
    check("PUT", api + "/trials/1/answer", JSON, "[".repeat(3000).getBytes(UTF_8));
    check("POST", run + "/trials/1", FORM, "a=1&".repeat(5000).getBytes(UTF_8));
    check("POST", run + "/trials/1", FORM, "answer=%&confidence=%zz".getBytes(UTF_8));
    check("POST", run + "/questionnaire", FORM, "q.age=%".getBytes(UTF_8));
    check("POST", run + "/comprehension", FORM, "c0=%".getBytes(UTF_8));
    check("POST", run + "/colours", FORM, "colours=%".getBytes(UTF_8));
    check("POST", run + "/colours", FORM, "colours=PINK".getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"answer\":\"yes\",\"confidence\":5.9,\"clarity\":5}",
        "{\"answer\":\"yes\",\"confidence\":\"5\",\"clarity\":5}",
        "{\"answer\":\"yes\",\"answer\":\"no\",\"confidence\":5,\"clarity\":5}",
        "{\"answer\":\"yes\",\"confidence\":5,\"clarity\":5} trailing",
        "{\"answer\":true,\"confidence\":5,\"clarity\":5}",
        "{\"answer\":\"yes\",\"confidence\":5}",
        "[]",
      })
  void nearlyRightIsRefused(String body) throws IOException {
    RawConnection.Reply reply =
        check("PUT", "/api/runs/" + token + "/trials/1/answer", JSON, body.getBytes(UTF_8));
    assertThat(reply.status()).isIn(400, 422);
  }

  private RawConnection.Reply check(String method, String path, String headers, byte[] body)
      throws IOException {
    try (RawConnection connection = new RawConnection(RestAssured.port)) {
      RawConnection.Reply reply = connection.send(method, path, headers, body);
      Map<String, Object> sent =
          Map.of(
              "method", method, "path", path, "headers", headers, "body", new String(body, UTF_8));
      assertThat(reply.status()).as("%s gave %s", sent, reply).isLessThan(500);
      if (path.startsWith("/api/runs") && reply.status() >= 400 && !method.equals("HEAD")) {
        assertThat(reply.type())
            .as("%s gave %s", sent, reply)
            .isEqualTo("application/problem+json");
      }
      return reply;
    }
  }

  private String path(Random random) {
    String nasty = pick(random, NASTY);
    return pick(
        random,
        List.of(
            "/s/" + THOROUGH,
            "/s/" + nasty,
            "/s/" + THOROUGH + "?lang=" + nasty + "&preview=" + nasty + "&method=" + nasty,
            "/s/" + RECRUITED + "?PROLIFIC_PID=" + nasty + "&SESSION_ID=" + nasty,
            "/s/" + RECRUITED + "/consent?workerId=" + nasty + "&turkSubmitTo=" + nasty,
            "/s/" + THOROUGH + "/consent?" + nasty + "=" + nasty,
            run,
            "/r/" + nasty,
            run + "/" + nasty,
            run + "/device",
            run + "/device/fit.css",
            run + "/instructions",
            run + "/comprehension",
            run + "/questionnaire",
            run + "/colours",
            run + "/alive",
            run + "/trials/1",
            run + "/trials/" + nasty,
            run + "/trials/1/feedback",
            "/i/" + token + "/1/0",
            "/i/" + token + "/" + nasty + "/" + nasty,
            "/i/" + token + "/example/0/" + nasty,
            "/assets/" + nasty + "/page.css",
            "/api/studies/" + THOROUGH,
            "/api/studies/" + nasty,
            "/api/studies/" + THOROUGH + "/runs",
            "/api/studies/" + RECRUITED + "/runs",
            "/api/runs/" + token,
            "/api/runs/" + nasty,
            "/api/runs/" + token + "/device",
            "/api/runs/" + token + "/instructions",
            "/api/runs/" + token + "/comprehension",
            "/api/runs/" + token + "/questionnaire",
            "/api/runs/" + token + "/trials/1/answer",
            "/api/runs/" + token + "/trials/" + nasty + "/answer",
            "/researcher",
            "/researcher/" + nasty + "/responses.csv"));
  }

  private static String json(Random random) {
    StringBuilder body = new StringBuilder("{");
    int keys = random.nextInt(5);
    for (int i = 0; i < keys; i++) {
      body.append(i == 0 ? "" : ",")
          .append('"')
          .append(pick(random, KEYS))
          .append("\":")
          .append(pick(random, VALUES));
    }
    String whole = body.append("}").toString();
    return random.nextInt(8) == 0 ? whole.substring(0, random.nextInt(whole.length())) : whole;
  }

  private static String form(Random random) {
    StringBuilder body = new StringBuilder();
    int keys = random.nextInt(6);
    for (int i = 0; i < keys; i++) {
      body.append(pick(random, KEYS)).append('=').append(pick(random, NASTY)).append('&');
    }
    return body.toString();
  }

  private static String language(Random random) {
    return "Accept-Language: "
        + pick(random, List.of("de", "en;q=0.5", "de;q=x", "*", ";;;", "x-".repeat(40)))
        + "\r\n";
  }

  private static <T> T pick(Random random, List<T> items) {
    return items.get(random.nextInt(items.size()));
  }
}
