package org.xaistudy.server.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.xaistudy.server.testing.StudiesForTests.GUARDED;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.filter.cookie.CookieFilter;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.xaistudy.server.testing.OpenIdProvider;
import org.xaistudy.server.testing.Researcher;
import org.xaistudy.server.testing.StudiesForTests;

/** Logging in with the account of an institution. */
@QuarkusTest
@TestProfile(InstitutionTest.WithAnInstitution.class)
@QuarkusTestResource(StudiesForTests.class)
class InstitutionTest {
  private static final String COOKIE = "xaistudy-session";

  /** One that vouches for people. */
  public static class WithAnInstitution implements QuarkusTestProfile {
    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(new TestResourceEntry(OpenIdProvider.class));
    }
  }

  /** Where a browser ends up that goes there and follows every redirect. */
  private static Response goThere(CookieFilter cookies) {
    Response response = get(cookies, "/login/institution");
    for (int hop = 0; hop < 5 && response.statusCode() == 302; hop++) {
      response = get(cookies, response.header("Location"));
    }
    return response;
  }

  private static Response get(CookieFilter cookies, String address) {
    return given()
        .filter(cookies)
        .redirects()
        .follow(false)
        .urlEncodingEnabled(false)
        .accept("text/html")
        .get(address);
  }

  private static int status(String session, String path) {
    return given().cookie(COOKIE, session).get("/researcher" + path).statusCode();
  }

  @Test
  void whomItVouchesForGetsASessionWithThatRole() {
    OpenIdProvider.vouchFor("mary", "analyst", "something else");
    assertThat(get(new CookieFilter(), "/login").asString())
        .contains("Log in with Example University");
    Response page = goThere(new CookieFilter());
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(Jsoup.parse(page.asString()).text()).contains("You are logged in as mary.");
    String set = page.headers().getValues("Set-Cookie").toString();
    assertThat(set).contains(COOKIE).contains("SameSite=Strict");
    String session = page.getCookie(COOKIE);
    assertThat(status(session, "/" + GUARDED + "/responses.csv")).isEqualTo(200);
    assertThat(status(session, "/" + GUARDED + "/payments.csv")).isEqualTo(403);
    assertThat(given().cookie(COOKIE, session).get("/researcher/access").asString())
        .contains("oidc:mary");
  }

  @Test
  void nothingOfItIsLeftInTheBrowser() {
    OpenIdProvider.vouchFor("mary", "owner");
    CookieFilter cookies = new CookieFilter();
    goThere(cookies);
    assertThat(
            cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getValue() != null && !cookie.getValue().isEmpty())
                .map(org.apache.http.cookie.Cookie::getName))
        .containsOnly(COOKIE);
  }

  @Test
  void whoHasNoRoleHereIsTurnedAway() {
    OpenIdProvider.vouchFor("eve", "student");
    Response page = goThere(new CookieFilter());
    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.getCookie(COOKIE)).isNull();
    assertThat(page.asString()).contains("Not among the researchers");
  }

  @Test
  void whoBringsACodeThatNobodyAskedForIsNotLetIn() {
    OpenIdProvider.vouchFor("mary", "owner");
    Response page = get(new CookieFilter(), "/login/institution?code=xyz&state=guessed");
    assertThat(page.statusCode()).isIn(302, 401);
    assertThat(page.getCookie(COOKIE)).isNull();
  }

  @Test
  void anOwnerRevokesWhatSomebodyWhoIsGoneLeftBehind() {
    OpenIdProvider.vouchFor("mary", "analyst");
    String session = goThere(new CookieFilter()).getCookie(COOKIE);
    String page =
        given()
            .cookie(COOKIE, session)
            .header("Sec-Fetch-Site", "same-origin")
            .formParams(Map.of("label", "notebook", "role", "analyst", "days", "300"))
            .post("/researcher/access/tokens")
            .asString();
    String token = Jsoup.parse(page).select(".secret").text();
    assertThat(withToken(token)).isEqualTo(200);
    String row =
        Jsoup.parse(Researcher.request().get("/researcher/access").asString())
            .select("form:contains(notebook):contains(oidc:mary) input[name=token]")
            .val();
    Researcher.post("/researcher/access/tokens/removal", Map.of("token", row)).statusCode(303);
    assertThat(withToken(token)).isEqualTo(401);
  }

  @Test
  void theOtherWaysInStayOpen() {
    assertThat(Researcher.request().get("/researcher").statusCode()).isEqualTo(200);
    assertThat(given().get("/researcher").statusCode()).isEqualTo(401);
    assertThat(get(new CookieFilter(), "/researcher").header("Location")).endsWith("/login");
  }

  private static int withToken(String token) {
    return given()
        .header("Authorization", "Bearer " + token)
        .get("/researcher/" + GUARDED + "/responses.csv")
        .statusCode();
  }
}
