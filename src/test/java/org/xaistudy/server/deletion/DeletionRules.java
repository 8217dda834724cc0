package org.xaistudy.server.deletion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xaistudy.server.testing.StudiesForTests.DELETED;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.xaistudy.server.testing.Researcher;
import org.xaistudy.server.testing.Visitor;

/** What holds for deletion on request, on either database. */
abstract class DeletionRules {
  private static final String PATH = "/researcher/" + DELETED + "/deletion";

  private static final List<String> FILES =
      List.of("responses.csv", "participants.csv", "assignment.csv");

  @Test
  void byThePlatformsId() {
    deletes(visitor("a"), "person-a");
  }

  @Test
  void byTheSubmission() {
    deletes(visitor("b"), " session-b ");
  }

  @Test
  void byThePersonalLink() {
    String link = Researcher.rows(DELETED, "personal-links.csv?count=2").get(1).get("link");
    deletes(Visitor.previewing(link.substring(link.indexOf("/s/"))), link + "&lang=de");
  }

  @Test
  void byTheCompletionCode() {
    Visitor visitor = Visitor.enrolledIn(DELETED).throughPractice().throughTrials();
    deletes(visitor, visitor.codes().get(0).toLowerCase(java.util.Locale.ROOT));
  }

  @Test
  void byThePseudonym() {
    Set<String> before = participants("participants.csv");
    Visitor visitor = visitor("c");
    Set<String> now = participants("participants.csv");
    now.removeAll(before);
    deletes(visitor, now.iterator().next());
  }

  /** Finds one participation, deletes it, and looks whether anything is left of it. */
  private static void deletes(Visitor visitor, String name) {
    if (visitor.codes().isEmpty()) {
      visitor.throughPractice().throughTrials();
    }
    List<String> arms = Researcher.arms(DELETED);
    Document found = page(own().formParam("name", name).post(PATH));
    assertThat(found.select("h1").text()).isEqualTo("Is this the one?");
    assertThat(found.select("dd").eachText()).hasSize(6).contains("4, practice included");
    String participant = found.select("[name=participant]").attr("value");
    assertThat(FILES).allMatch(file -> participants(file).contains(participant));
    assertThat(page(confirm(own(), participant)).select("h1").text()).isEqualTo("Deleted");

    assertThat(FILES).noneMatch(file -> participants(file).contains(participant));
    assertThat(visitor.open(visitor.run()).response().statusCode()).isEqualTo(404);
    assertThat(Researcher.arms(DELETED)).isNotEqualTo(arms);
    assertThat(page(own().formParam("name", name).post(PATH)).select("h1").text())
        .isEqualTo("Nothing found");
    assertThat(page(confirm(own(), participant)).select("h1").text()).isEqualTo("Nothing found");
  }

  @Test
  void onlyTheOneThatWasMeant() {
    Visitor other = visitor("d");
    for (String name : List.of("person", "session", "PERSON-D", "1.AAAAAAAAAAAAAAAAAAAAAA", "%")) {
      assertThat(page(own().formParam("name", name).post(PATH)).select("h1").text())
          .isEqualTo("Nothing found");
    }
    confirm(own(), "session-d");
    assertThat(other.open(other.run()).response().statusCode()).isEqualTo(200);
    assertThat(page(own().get(PATH)).select("h1").text()).isEqualTo("Delete somebody’s answers");
  }

  @Test
  void noOtherSiteDeletesThroughTheResearchersBrowser() {
    Set<String> before = participants("participants.csv");
    Visitor victim = visitor("e");
    Set<String> now = participants("participants.csv");
    now.removeAll(before);
    String participant = now.iterator().next();
    List<Function<RequestSpecification, RequestSpecification>> foreign =
        List.of(
            request -> request.header("Sec-Fetch-Site", "cross-site"),
            request -> request.header("Sec-Fetch-Site", "same-site"),
            request -> request.header("Sec-Fetch-Site", "cross-site").header("Origin", origin()),
            request -> request.header("Origin", "https://elsewhere.example"),
            request -> request.header("Origin", origin() + "1"),
            request -> request.header("Origin", "null"),
            request -> request);
    for (Function<RequestSpecification, RequestSpecification> headers : foreign) {
      Response response = confirm(headers.apply(Researcher.request()), participant);
      assertThat(response.statusCode()).isEqualTo(403);
      assertThat(page(response).select("h1").text()).isEqualTo("Nothing was changed");
    }
    for (String path : List.of("//researcher", "/researcher;x=1", "/%72esearcher")) {
      RequestSpecification request = Researcher.request().urlEncodingEnabled(false);
      assertThat(
              confirm(request.header("Sec-Fetch-Site", "cross-site"), participant, path)
                  .statusCode())
          .as(path)
          .isGreaterThanOrEqualTo(400);
    }
    assertThat(victim.open(victim.run()).response().statusCode()).isEqualTo(200);
    Response own = confirm(Researcher.request().header("Origin", origin()), participant);
    assertThat(own.statusCode()).isEqualTo(200);
    assertThat(own.headers().getValues("Referrer-Policy")).containsExactly("same-origin");
    assertThat(victim.open(victim.run()).response().statusCode()).isEqualTo(404);
  }

  private static Visitor visitor(String name) {
    return Visitor.sentTo(DELETED, "PROLIFIC_PID=person-" + name + "&SESSION_ID=session-" + name);
  }

  private static String origin() {
    return "http://localhost:" + io.restassured.RestAssured.port;
  }

  /** What the researcher's own page sends. */
  private static RequestSpecification own() {
    return Researcher.request().header("Sec-Fetch-Site", "same-origin");
  }

  private static Response confirm(RequestSpecification request, String participant) {
    return confirm(request, participant, "/researcher");
  }

  private static Response confirm(
      RequestSpecification request, String participant, String researcher) {
    return request
        .formParam("participant", participant)
        .post(PATH.replace("/researcher", researcher) + "/confirmed");
  }

  private static Document page(Response response) {
    return Jsoup.parse(response.asString());
  }

  private static Set<String> participants(String file) {
    return Researcher.rows(DELETED, file).stream()
        .map((Map<String, String> row) -> row.get("participant"))
        .collect(Collectors.toSet());
  }
}
