package org.xaistudy.server.participation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.xaistudy.server.testing.StudiesForTests.CROWDED;
import static org.xaistudy.server.testing.StudiesForTests.ERRING;
import static org.xaistudy.server.testing.StudiesForTests.ROOMY;
import static org.xaistudy.server.testing.StudiesForTests.SMALL;

import io.restassured.http.Headers;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.xaistudy.server.testing.MovableClock;
import org.xaistudy.server.testing.Researcher;
import org.xaistudy.server.testing.Visitor;
import org.xaistudy.studies.document.Sha256;
import org.xaistudy.studies.responses.Column;

/** What holds for every participation, on either database. */
abstract class ParticipationRules {
  @Inject MovableClock clock;

  @Test
  void readingTheFirstPagesReservesNothing() {
    List<String> before = Researcher.arms(SMALL);
    Visitor.at("/s/" + SMALL).follow("a.button");
    assertThat(Researcher.arms(SMALL)).isEqualTo(before);
  }

  @Test
  void whoDeclinesIsNotStored() {
    List<String> before = Researcher.arms(SMALL);
    Visitor visitor = Visitor.at("/s/" + SMALL).follow("a.button").send(Map.of("agree", "no"));
    assertThat(visitor.heading()).isEqualTo("Thank you for your interest");
    assertThat(Researcher.arms(SMALL)).isEqualTo(before);
  }

  @Test
  void everyAnswerIsExported() {
    Visitor visitor = Visitor.enrolledIn(ROOMY).throughPractice();
    assertThat(visitor.heading()).isEqualTo("Picture 1 of 4");
    clock.pass(Duration.ofMillis(2500));
    Set<String> before = answersOf(ROOMY);
    visitor.answer(false, 3, 7);
    Map<String, String> row =
        Researcher.responses(ROOMY, false).stream()
            .filter(r -> !before.contains(key(r)))
            .findFirst()
            .orElseThrow();
    assertThat(row.keySet()).containsExactlyElementsOf(Column.headers());
    assertThat(row)
        .containsEntry("study", ROOMY)
        .containsEntry("version", "1")
        .containsEntry("trial", "1")
        .containsEntry("answer", "no")
        .containsEntry("correct", row.get("truth").equals("no") ? "yes" : "no")
        .containsEntry("model", row.get("truth").equals("yes") ? "artefact" : "clean")
        .containsEntry("confidence", "3")
        .containsEntry("clarity", "7")
        .containsEntry("response_time_ms", "2500")
        .containsEntry("completed", "no")
        .containsEntry("excluded", "")
        .containsEntry("source", "link");
  }

  @Test
  void theCodeComesAfterTheLastAnswerIsCounted() {
    Visitor visitor = Visitor.enrolledIn(ROOMY);
    assertThat(visitor.codes()).isEmpty();
    visitor.throughPractice();
    assertThat(visitor.codes()).isEmpty();
    Set<String> before = answersOf(ROOMY);
    visitor.throughTrials();
    assertThat(visitor.heading()).isEqualTo("Thank you!");
    assertThat(visitor.codes()).singleElement().asString().matches("[A-Z2-9]{8}");
    List<Map<String, String>> mine =
        Researcher.responses(ROOMY, false).stream().filter(r -> !before.contains(key(r))).toList();
    assertThat(mine).hasSize(4).allMatch(row -> row.get("completed").equals("yes"));
    assertThat(mine.stream().filter(row -> row.get("model").equals("artefact"))).hasSize(2);
    assertThat(mine.stream().map(row -> row.get("stimulus"))).doesNotHaveDuplicates();
  }

  /** Three right predictions and one wrong; the words are those of the task, on every page. */
  @Test
  void aStudyOfOneModelAsksWhetherItIsRight() {
    Visitor visitor = Visitor.at("/s/" + ERRING);
    assertThat(visitor.page().select(".lead").text()).contains("not always right");
    visitor = Visitor.enrolledIn(ERRING);
    String instructions = visitor.page().select("main").text();
    assertThat(instructions)
        .contains("A prediction that is right", "A prediction that is wrong")
        .containsOnlyOnce("The right answer is No. The picture shows: dotted finch.")
        .contains("Your task is to tell, for each picture, whether what the AI said")
        .doesNotContain("shortcut", "border", "cheat", "artefact", "{", "null");
    visitor.send(Map.of());
    assertThat(visitor.page().select(".decision legend").text())
        .isEqualTo("Is the AI’s prediction right?");
    visitor.answer(true, 1, 1);
    boolean right = visitor.page().select(".verdict h2").text().equals("That is right");
    assertThat(visitor.page().select(".verdict p").text())
        .isEqualTo(
            right
                ? "The answer is Yes: what the AI said is right."
                : "The answer is No: what the AI said is wrong. The picture shows: dotted finch.");
    Set<String> before = answersOf(ERRING);
    visitor.follow("a.button").throughPracticeTrials();
    assertThat(visitor.heading()).isEqualTo("Picture 1 of 4");
    visitor.throughTrials();
    assertThat(visitor.heading()).isEqualTo("Thank you!");
    List<Map<String, String>> mine =
        Researcher.responses(ERRING, false).stream().filter(r -> !before.contains(key(r))).toList();
    assertThat(mine).hasSize(4).allMatch(row -> row.get("model").equals("single"));
    assertThat(mine).filteredOn(row -> row.get("truth").equals("yes")).hasSize(3);
    assertThat(mine)
        .allMatch(row -> row.get("answer").equals("yes"))
        .filteredOn(row -> row.get("correct").equals("yes"))
        .hasSize(3);
    assertThat(mine.stream().map(row -> row.get("stimulus"))).doesNotHaveDuplicates();
  }

  @Test
  void practiceTellsWhatIsRight() {
    Visitor visitor = Visitor.enrolledIn(ROOMY).send(Map.of()).answer(true, 1, 1);
    boolean right = visitor.page().select(".verdict h2").text().equals("That is right");
    assertThat(visitor.page().select(".verdict p").text())
        .contains(right ? "The answer is Yes" : "The answer is No");
    assertThat(visitor.follow("a.button").heading()).isEqualTo("Practice 2 of 2");
  }

  @Test
  void theSameAnswerTwiceIsOneAnswer() {
    Visitor visitor = Visitor.enrolledIn(ROOMY).throughPractice();
    String form = visitor.page().select("form.questions").attr("action");
    Set<String> before = answersOf(ROOMY);
    visitor.answer(true, 1, 1);
    visitor.post(form, Map.of("answer", "no", "confidence", "9", "clarity", "9"));
    assertThat(visitor.heading()).isEqualTo("Picture 2 of 4");
    assertThat(Researcher.responses(ROOMY, false).stream().filter(r -> !before.contains(key(r))))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("confidence", "1"));
  }

  @Test
  void anAnswerToALaterTrialChangesNothing() {
    Visitor visitor = Visitor.enrolledIn(ROOMY).throughPractice();
    Set<String> before = answersOf(ROOMY);
    visitor.post(
        visitor.run() + "/trials/6", Map.of("answer", "no", "confidence", "9", "clarity", "9"));
    assertThat(visitor.heading()).isEqualTo("Picture 1 of 4");
    assertThat(answersOf(ROOMY)).isEqualTo(before);
  }

  @Test
  void anotherTabShowsTheSameStep() {
    Visitor visitor = Visitor.enrolledIn(ROOMY).throughPractice().answer(true, 1, 1);
    assertThat(Visitor.at(visitor.run()).heading()).isEqualTo("Picture 2 of 4");
    assertThat(Visitor.at(visitor.run() + "/trials/3").heading()).isEqualTo("Picture 2 of 4");
    assertThat(Visitor.at(visitor.run() + "/trials/1/feedback").page().select(".verdict"))
        .hasSize(1);
    assertThat(Visitor.at(visitor.run() + "/trials/3/feedback").heading())
        .isEqualTo("Picture 2 of 4");
  }

  @Test
  void whoWithdrawsLeavesNothing() {
    Visitor visitor = Visitor.enrolledIn(ROOMY).throughPractice();
    Set<String> before = answersOf(ROOMY);
    int arms = Researcher.arms(ROOMY).hashCode();
    visitor.answer(true, 1, 1);
    String run = visitor.run();
    visitor.follow("footer a");
    assertThat(visitor.heading()).isEqualTo("Stop and delete?");
    assertThat(answersOf(ROOMY)).hasSize(before.size() + 1);
    visitor.send(Map.of());
    assertThat(visitor.heading()).isEqualTo("Your answers are deleted");
    assertThat(answersOf(ROOMY)).isEqualTo(before);
    assertThat(Researcher.arms(ROOMY).hashCode()).isNotEqualTo(arms);
    assertThat(Visitor.at(run).response().statusCode()).isEqualTo(404);
  }

  @Test
  void whatThePageNoticedIsKeptApart() {
    Visitor visitor = Visitor.enrolledIn(ROOMY).throughPractice();
    visitor.send(
        Map.of(
            "answer",
            "yes",
            "confidence",
            "1",
            "clarity",
            "2",
            "firstMs",
            "1234",
            "submitMs",
            "5678",
            "focusLosses",
            "2",
            "zooms",
            "=1+1"));
    String csv = Researcher.request().get("/researcher/" + ROOMY + "/behaviour.csv").asString();
    assertThat(csv).startsWith("study,version,participant,trial,first_interaction_ms,");
    assertThat(csv.lines()).anyMatch(line -> line.endsWith(",1,1234,5678,2,,1"));
  }

  @Test
  void whoIsThereKeepsThePlace() {
    Visitor visitor = Visitor.enrolledIn(ROOMY);
    int live = given().post(visitor.run() + "/alive").statusCode();
    assertThat(live).isEqualTo(204);
  }

  @Test
  void anIncompleteFormKeepsWhatWasChosen() {
    Visitor visitor = Visitor.enrolledIn(ROOMY).throughPractice();
    assertThat(visitor.page().select("input[checked]")).isEmpty();
    visitor.send(Map.of("answer", "no", "clarity", "4", "confidence", "12"));
    assertThat(visitor.response().statusCode()).isEqualTo(422);
    assertThat(visitor.page().select("[role=alert]").text())
        .startsWith("Please answer all questions");
    assertThat(visitor.page().select("input[checked]").eachAttr("value"))
        .containsExactly("no", "4");
  }

  @Test
  void theSameConsentTwiceIsOneRun() {
    Visitor visitor = Visitor.at("/s/" + ROOMY).follow("a.button");
    String form = visitor.page().select("form").attr("action");
    Map<String, String> fields =
        Map.of("agree", "yes", "arrival", visitor.page().select("[name=arrival]").attr("value"));
    String first = visitor.post(form, fields).run();
    assertThat(visitor.post(form, fields).run()).isEqualTo(first);
  }

  @Test
  void pagesAreForNoCacheAndNoCookie() {
    Visitor visitor = Visitor.enrolledIn(ROOMY);
    assertThat(visitor.response().header("Cache-Control")).isEqualTo("no-store");
    assertThat(visitor.response().header("Content-Security-Policy")).contains("default-src 'none'");
    assertThat(visitor.response().header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(visitor.response().cookies()).isEmpty();
  }

  @Test
  void onlyPicturesOfTheCurrentAndTheNextTrialAreSent() {
    Visitor visitor = Visitor.enrolledIn(ROOMY).send(Map.of());
    String base = visitor.run().replace("/r/", "/i/");
    assertThat(given().get(base + "/2/0").statusCode()).isEqualTo(200);
    assertThat(given().get(base + "/3/0").statusCode()).isEqualTo(404);
    assertThat(given().get(base + "/1/99").statusCode()).isEqualTo(404);
    assertThat(given().get("/i/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/1/0").statusCode()).isEqualTo(404);
  }

  @Test
  void aPictureIsSentOnceAndInParts() {
    Visitor visitor = Visitor.enrolledIn(ROOMY).send(Map.of());
    String link = visitor.page().select(".exhibit img").first().attr("src");
    io.restassured.response.Response whole = given().get(link);
    assertThat(whole.header("Cache-Control")).isEqualTo("private, max-age=31536000, immutable");
    given().header("If-None-Match", whole.header("ETag")).get(link).then().statusCode(304);
    byte[] part = given().header("Range", "bytes=8-15").get(link).asByteArray();
    assertThat(part).isEqualTo(java.util.Arrays.copyOfRange(whole.asByteArray(), 8, 16));
    given().header("Range", "bytes=99999999-").get(link).then().statusCode(416);
  }

  @Test
  void styleAndScriptAreKeptForGood() {
    org.jsoup.nodes.Document page = Visitor.at("/s/" + ROOMY).page();
    for (String link :
        List.of(
            page.select("link[rel=stylesheet]").attr("href"), page.select("script").attr("src"))) {
      io.restassured.response.Response asset = given().header("Accept-Encoding", "gzip").get(link);
      assertThat(asset.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
      assertThat(asset.header("Content-Encoding")).isEqualTo("gzip");
      given().get(link.replaceFirst("assets/.", "assets/x")).then().statusCode(404);
    }
  }

  @Test
  void noPictureTellsItsModel() {
    Set<Map<String, String>> headers = new HashSet<>();
    for (String method : List.of("lrp", "gradcam")) {
      Visitor visitor = Visitor.previewing(Researcher.preview(ROOMY, method)).throughPractice();
      while (!visitor.page().select("fieldset").isEmpty()) {
        for (String link : visitor.page().select(".exhibit img").eachAttr("src")) {
          io.restassured.response.Response picture = given().get(link);
          Headers received = picture.headers();
          assertThat(received.getValue("ETag"))
              .as("follows from the bytes alone")
              .isEqualTo('"' + Sha256.of(picture.asByteArray()).substring(0, 32) + '"');
          headers.add(
              received.asList().stream()
                  .filter(header -> !header.getName().equalsIgnoreCase("ETag"))
                  .collect(
                      Collectors.toMap(
                          h -> h.getName().toLowerCase(java.util.Locale.ROOT), h -> h.getValue())));
        }
        visitor.answer(true, 1, 1);
      }
    }
    assertThat(headers).hasSize(1);
    assertThat(headers.iterator().next()).doesNotContainKeys("last-modified", "date");
  }

  @Test
  void previewsNeitherCountNorTakeAPlace() {
    List<String> before = Researcher.arms(ROOMY);
    int rows = Researcher.responses(ROOMY, false).size();
    Visitor visitor = Visitor.previewing(Researcher.preview(ROOMY, "crp"));
    assertThat(visitor.page().text())
        .contains("Each row shows one concept")
        .contains("Concept 1: dark <edges>", "Concept 1: red crown")
        .doesNotContain("Concept 2:");
    visitor.throughPractice().throughTrials();
    assertThat(visitor.heading()).isEqualTo("Thank you!");
    assertThat(Researcher.arms(ROOMY)).isEqualTo(before);
    assertThat(Researcher.responses(ROOMY, false)).hasSize(rows);
    assertThat(Researcher.responses(ROOMY, true))
        .filteredOn(row -> row.get("source").equals("preview"))
        .isNotEmpty();
  }

  @Test
  void aPreviewNeedsItsKey() {
    int previews = Researcher.responses(ROOMY, true).size();
    Visitor.previewing("/s/" + ROOMY + "?method=crp&preview=guessed")
        .throughPractice()
        .answer(true, 1, 1);
    assertThat(Researcher.responses(ROOMY, true).stream().skip(previews))
        .noneMatch(row -> row.get("source").equals("preview"));
  }

  @Test
  void theResearchersPagesNeedThePassword() {
    for (String path : List.of("/researcher", "/researcher/" + ROOMY + "/responses.csv")) {
      assertThat(given().get(path).statusCode()).isEqualTo(401);
      assertThat(given().auth().preemptive().basic("researcher", "guess").get(path).statusCode())
          .isEqualTo(401);
    }
  }

  @Test
  void germanFromTheLinkOrTheBrowser() {
    assertThat(Visitor.at("/s/" + ROOMY + "?lang=de").page().text()).contains("Los geht’s");
    assertThat(given().header("Accept-Language", "de-AT,en;q=0.5").get("/s/" + ROOMY).asString())
        .contains("lang=\"de\"");
    Visitor visitor = Visitor.previewing("/s/" + ROOMY + "?lang=de");
    assertThat(visitor.heading()).isEqualTo("So funktioniert es");
    assertThat(visitor.response().header("Content-Language")).isEqualTo("de");
  }

  @Test
  void whatIsNotThereIsSaidKindly() {
    Visitor visitor = Visitor.at("/s/no-such-study");
    assertThat(visitor.response().statusCode()).isEqualTo(404);
    assertThat(visitor.heading()).isEqualTo("This page does not exist");
    for (var heading :
        Map.of("fr-CA,en", "Cette page n’existe pas", "nl,de", "Diese Seite gibt es nicht")
            .entrySet()) {
      assertThat(
              given()
                  .header("Accept-Language", heading.getKey())
                  .get("/s/no-such-study")
                  .asString())
          .contains(heading.getValue());
    }
  }

  /** One test, because the order matters: fill the study, let one be late, let another in. */
  @Test
  void aPlaceIsKeptForAWhileAndThenGivenOn() {
    List<Visitor> visitors = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      visitors.add(Visitor.enrolledIn(SMALL));
    }
    assertThat(Researcher.arms(SMALL)).allMatch(row -> row.matches("\\w+ 0 1 0 preview"));
    assertThat(Visitor.enrolledIn(SMALL).heading()).isEqualTo("All places are taken");
    Visitor late = visitors.remove(0);
    clock.pass(Duration.ofMinutes(15));
    visitors.forEach(visitor -> visitor.open(visitor.run()));
    clock.pass(Duration.ofMinutes(15));
    assertThat(visitors)
        .allMatch(visitor -> visitor.open(visitor.run()).heading().equals("How it works"));
    Visitor next = Visitor.enrolledIn(SMALL);
    assertThat(next.heading()).isEqualTo("How it works");
    assertThat(late.open(late.run()).heading()).isEqualTo("Your place was given to someone else");
    visitors.add(next);
    visitors.forEach(visitor -> visitor.throughPractice().throughTrials());
    assertThat(visitors).allMatch(visitor -> visitor.codes().size() == 1);
    assertThat(Researcher.arms(SMALL)).allMatch(row -> row.matches("\\w+ 1 0 0 preview"));
    assertThat(Researcher.responses(SMALL, false)).hasSize(10);
  }

  @Test
  void manyArrivalsAtOnceNeverOverfillAnArm() throws Exception {
    ExecutorService crowd = Executors.newFixedThreadPool(12);
    try {
      List<Callable<Visitor>> arrivals = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        arrivals.add(() -> Visitor.enrolledIn(CROWDED));
      }
      Set<String> taken = new HashSet<>();
      for (Future<Visitor> arrival : crowd.invokeAll(arrivals)) {
        if (arrival.get().heading().equals("How it works")) {
          taken.add(arrival.get().run());
        }
      }
      assertThat(taken).hasSize(25);
      assertThat(Researcher.arms(CROWDED)).hasSize(5).allMatch(row -> row.matches("\\w+ 0 5 0 .*"));
    } finally {
      crowd.shutdownNow();
    }
  }

  private static Set<String> answersOf(String study) {
    return Researcher.responses(study, false).stream()
        .map(ParticipationRules::key)
        .collect(Collectors.toSet());
  }

  private static String key(Map<String, String> row) {
    return row.get("participant") + "/" + row.get("trial");
  }
}
