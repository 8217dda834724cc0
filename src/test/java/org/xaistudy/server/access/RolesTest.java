package org.xaistudy.server.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.xaistudy.server.testing.StudiesForTests.GUARDED;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.xaistudy.server.testing.MovableClock;
import org.xaistudy.server.testing.Researcher;
import org.xaistudy.server.testing.StudiesForTests;

/** Who may ask what; {@link EndpointsTest} holds that every endpoint has a row here. */
@QuarkusTest
@QuarkusTestResource(StudiesForTests.class)
class RolesTest {
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;

  /**
   * A row.
   *
   * @param endpoint method and path, as the class says it
   * @param least the least role that may ask it
   * @param path one that exists
   */
  record Row(String endpoint, Role least, String path) {
    String method() {
      return endpoint.substring(0, endpoint.indexOf(' '));
    }
  }

  private static Row row(Role least, String endpoint) {
    return row(least, endpoint, endpoint.substring(endpoint.indexOf(' ') + 1));
  }

  private static Row row(Role least, String endpoint, String path) {
    return new Row(endpoint, least, path.replace("{study}", GUARDED));
  }

  static final List<Row> ROWS =
      List.of(
          row(Role.VIEWER, "GET /researcher"),
          row(Role.VIEWER, "GET /researcher/studies.csv"),
          row(Role.VIEWER, "GET /researcher/access/tokens.csv"),
          row(Role.VIEWER, "GET /researcher/{study}"),
          row(Role.VIEWER, "GET /researcher/{study}/validation.txt"),
          row(Role.VIEWER, "GET /researcher/{study}/validation"),
          row(Role.VIEWER, "GET /researcher/{study}/live"),
          row(Role.VIEWER, "GET /researcher/{study}/progress.csv"),
          row(Role.VIEWER, "GET /researcher/{study}/report"),
          row(Role.VIEWER, "GET /researcher/{study}/report/first-plan"),
          row(Role.VIEWER, "GET /researcher/{study}/report/later-plan"),
          row(Role.VIEWER, "GET /researcher/{study}/walkthrough"),
          row(Role.VIEWER, "POST /researcher/{study}/look"),
          row(Role.VIEWER, "GET /researcher/access"),
          row(Role.VIEWER, "POST /researcher/access/tokens"),
          row(Role.VIEWER, "POST /researcher/access/tokens/removal"),
          row(Role.ANALYST, "GET /researcher/{study}/people"),
          row(Role.ANALYST, "GET /researcher/{study}/people.csv"),
          row(Role.ANALYST, "GET /researcher/{study}/responses.csv"),
          row(Role.ANALYST, "GET /researcher/{study}/archive.zip"),
          row(
              Role.ANALYST,
              "GET /researcher/{study}/{table:(participants|behaviour|assignment|decisions)\\.csv}",
              "/researcher/{study}/participants.csv"),
          row(
              Role.ANALYST,
              "GET /researcher/{study}/versions/{version:\\d{1,6}}/editions/{edition:\\d{1,6}}/"
                  + "{file:study\\.yaml|manifest\\.json}",
              "/researcher/{study}/versions/1/editions/1/study.yaml"),
          row(
              Role.OWNER,
              "GET /researcher/{study}/{table:(payments|comments)\\.csv}",
              "/researcher/{study}/payments.csv"),
          row(Role.OWNER, "GET /researcher/{study}/report/interim"),
          row(Role.OWNER, "POST /researcher/{study}/report/interim"),
          row(Role.OWNER, "GET /researcher/{study}/personal-links.csv"),
          row(Role.OWNER, "GET /researcher/{study}/platforms"),
          row(Role.OWNER, "POST /researcher/{study}/bonuses"),
          row(Role.OWNER, "POST /researcher/{study}/people"),
          row(Role.OWNER, "POST /researcher/{study}/state"),
          row(Role.OWNER, "POST /researcher/{study}/places"),
          row(Role.OWNER, "POST /researcher/{study}/unblinding"),
          row(Role.OWNER, "GET /researcher/{study}/deletion"),
          row(Role.OWNER, "POST /researcher/{study}/deletion"),
          row(Role.OWNER, "GET /researcher/{study}/deletion/confirmed"),
          row(Role.OWNER, "POST /researcher/{study}/deletion/confirmed"),
          row(Role.OWNER, "GET /researcher/{study}/platforms.txt"),
          row(Role.OWNER, "GET /researcher/access/accounts.csv"),
          row(Role.OWNER, "GET /researcher/access/log.csv"),
          row(Role.OWNER, "POST /researcher/access/accounts"),
          row(Role.OWNER, "POST /researcher/access/accounts/removal"));

  /** What this study has not: a second plan, and links for single people. */
  private static final Set<String> ABSENT =
      Set.of(
          "GET /researcher/{study}/report/later-plan",
          "GET /researcher/{study}/personal-links.csv");

  @Inject Passes passes;
  @Inject Accounts accounts;
  @Inject MovableClock clock;

  private static RequestSpecification with(String token) {
    return given().redirects().follow(false).header("Authorization", "Bearer " + token);
  }

  private static int status(Row row, String... header) {
    if (row.path().endsWith("/live")) {
      return statusOfStream(row, header);
    }
    RequestSpecification request = given().redirects().follow(false).header(header[0], header[1]);
    return row.method().equals("GET")
        ? request.get(row.path()).statusCode()
        : request.formParam("name", "x y").post(row.path()).statusCode();
  }

  /** What is told as it happens has no end, so only its beginning is asked for. */
  private static int statusOfStream(Row row, String... header) {
    try {
      URI uri = URI.create("http://localhost:" + RestAssured.port + row.path());
      HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
      connection.setRequestProperty("Accept", "text/event-stream");
      connection.setRequestProperty(header[0], header[1]);
      int status = connection.getResponseCode();
      connection.disconnect();
      return status;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @TestFactory
  Stream<DynamicTest> rolesByEndpoints() {
    return ROWS.stream()
        .flatMap(
            row ->
                Stream.concat(
                    Stream.of(
                        dynamicTest(
                            "nobody " + row.endpoint(),
                            () ->
                                assertThat(status(row, "Sec-Fetch-Site", "same-origin"))
                                    .isEqualTo(UNAUTHORIZED))),
                    Stream.of(Role.values())
                        .map(
                            role ->
                                dynamicTest(
                                    role.written() + " " + row.endpoint(),
                                    () -> check(row, role)))));
  }

  private void check(Row row, Role role) {
    String token = passes.token("somebody", role, "test", Duration.ofHours(1));
    int status = status(row, "Authorization", "Bearer " + token);
    if (role.compareTo(row.least()) < 0) {
      assertThat(status).isEqualTo(FORBIDDEN);
    } else {
      assertThat(status).isNotIn(UNAUTHORIZED, FORBIDDEN).isLessThan(500);
      assertThat(status == NOT_FOUND).isEqualTo(ABSENT.contains(row.endpoint()));
    }
  }

  @BeforeEach
  void nobodyIsLeftOver() {
    accounts.remove("ada");
  }

  @Test
  void anAccountLogsInByTheFormAndOutAgain() {
    String password = accounts.give("ada", Role.ANALYST);
    assertThat(login("ada", "wrong").statusCode()).isEqualTo(UNAUTHORIZED);
    var entered = login("ada", password);
    assertThat(entered.statusCode()).isEqualTo(303);
    assertThat(entered.header("Set-Cookie")).contains("HttpOnly").contains("SameSite=Strict");
    String session = entered.getCookie("xaistudy-session");
    assertThat(get(session, "/responses.csv")).isEqualTo(200);
    assertThat(get(session, "/payments.csv")).isEqualTo(FORBIDDEN);
    given()
        .cookie("xaistudy-session", session)
        .post("/researcher/" + GUARDED + "/places")
        .then()
        .statusCode(FORBIDDEN); // says neither where it comes from nor that it may
    given()
        .header("Sec-Fetch-Site", "same-origin")
        .cookie("xaistudy-session", session)
        .redirects()
        .follow(false)
        .post("/login/out")
        .then()
        .statusCode(303);
    assertThat(get(session, "/responses.csv")).isEqualTo(UNAUTHORIZED);
  }

  @Test
  void aSessionEndsWithItsTimeAndWithItsAccount() {
    String password = accounts.give("ada", Role.OWNER);
    String session = login("ada", password).getCookie("xaistudy-session");
    clock.pass(Passes.SESSION.minusMinutes(1));
    assertThat(get(session, "/payments.csv")).isEqualTo(200);
    clock.pass(Duration.ofMinutes(1));
    assertThat(get(session, "/payments.csv")).isEqualTo(UNAUTHORIZED);
    String again = login("ada", password).getCookie("xaistudy-session");
    accounts.give("ada", Role.VIEWER);
    assertThat(get(again, "/payments.csv")).isEqualTo(UNAUTHORIZED);
    assertThat(login("ada", password).statusCode()).isEqualTo(UNAUTHORIZED);
  }

  @Test
  void aTokenHasAScopeAndAnEnd() {
    String page =
        Researcher.post(
                "/researcher/access/tokens", Map.of("label", "R", "role", "analyst", "days", "2"))
            .statusCode(200)
            .extract()
            .asString();
    String token = org.jsoup.Jsoup.parse(page).select(".secret").text();
    String responses = "/researcher/" + GUARDED + "/responses.csv";
    assertThat(with(token).get(responses).statusCode()).isEqualTo(200);
    assertThat(with(token).get("/researcher/" + GUARDED + "/payments.csv").statusCode())
        .isEqualTo(FORBIDDEN);
    clock.pass(Duration.ofDays(2));
    assertThat(with(token).get(responses).statusCode()).isEqualTo(UNAUTHORIZED);
    String viewer = passes.token("bob", Role.VIEWER, "x", Duration.ofHours(1));
    with(viewer)
        .formParams(Map.of("label", "more", "role", "owner"))
        .post("/researcher/access/tokens")
        .then()
        .statusCode(422);
  }

  @Test
  void whatIsChangedAndFetchedIsInTheLog() {
    String password = accounts.give("ada", Role.ANALYST);
    String session = login("ada", password).getCookie("xaistudy-session");
    get(session, "/responses.csv");
    get(session, "/payments.csv");
    String log = Researcher.request().get("/researcher/access").asString();
    assertThat(org.jsoup.Jsoup.parse(log).select("tr:contains(ada)").eachText())
        .anyMatch(entry -> entry.contains("/responses.csv") && entry.endsWith("200"));
  }

  @Test
  void aBrowserIsLedToTheLogin() {
    given()
        .redirects()
        .follow(false)
        .accept("text/html")
        .get("/researcher")
        .then()
        .statusCode(303)
        .header("Location", org.hamcrest.Matchers.endsWith("/login"));
  }

  @Test
  void nobodyVouchesWhereNoInstitutionIsNamed() {
    given().redirects().follow(false).get("/login/institution").then().statusCode(UNAUTHORIZED);
    assertThat(given().get("/login").asString()).doesNotContain("/login/institution");
  }

  private static io.restassured.response.Response login(String name, String password) {
    return given()
        .header("Sec-Fetch-Site", "same-origin")
        .redirects()
        .follow(false)
        .formParams(Map.of("name", name, "password", password))
        .post("/login");
  }

  private static int get(String session, String file) {
    return given()
        .cookie("xaistudy-session", session)
        .get("/researcher/" + GUARDED + file)
        .statusCode();
  }
}
