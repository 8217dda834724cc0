package org.xaistudy.server.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.xaistudy.server.testing.StudiesForTests.FLEETING;
import static org.xaistudy.server.testing.StudiesForTests.GROWING;
import static org.xaistudy.server.testing.StudiesForTests.HALTED;
import static org.xaistudy.server.testing.StudiesForTests.PILOTED;
import static org.xaistudy.server.testing.StudiesForTests.UNSEEN;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.xaistudy.server.assignment.Replay;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.bundle.Studies;
import org.xaistudy.server.testing.Researcher;
import org.xaistudy.server.testing.Visitor;

/** From draft to the end, as researchers and people see it, on either database. */
abstract class LifeRules {
  @Inject Studies studies;

  private static ValidatableResponse become(String study, String state) {
    return Researcher.post(
        "/researcher/" + study + "/state", Map.of("state", state, "reason", "x"));
  }

  private static ValidatableResponse add(String study, int places) {
    return Researcher.post(
        "/researcher/" + study + "/places", Map.of("more", "" + places, "reason", "power"));
  }

  @Test
  void whatPeopleSeeBeforeItBegins() {
    become(UNSEEN, "closed").statusCode(409).body(containsString("cannot become closed"));
    become(UNSEEN, "draft").statusCode(303);
    Visitor early = Visitor.at("/s/" + UNSEEN);
    assertThat(early.heading()).isEqualTo("This study has not begun");
    assertThat(early.open("/s/" + UNSEEN + "/consent").heading())
        .isEqualTo("This study has not begun");
    Visitor looking = Visitor.previewing(Researcher.preview(UNSEEN, "crp"));
    assertThat(looking.heading()).isEqualTo("How it works");
    become(UNSEEN, "preview").statusCode(303);
    Visitor colleague = Visitor.enrolledIn(UNSEEN).throughPractice().throughTrials();
    assertThat(colleague.heading()).isEqualTo("Thank you!");
    assertThat(Researcher.responses(UNSEEN, false)).isEmpty();
    assertThat(Researcher.responses(UNSEEN, true))
        .isNotEmpty()
        .allMatch(row -> row.get("source").equals("preview"));
    become(UNSEEN, "live").statusCode(303);
    Visitor.enrolledIn(UNSEEN);
    become(UNSEEN, "draft").statusCode(409).body(containsString("after somebody took part"));
  }

  @Test
  void pausingTakesNobodyInAndStopsNobody() {
    Visitor working = Visitor.enrolledIn(HALTED).throughPractice();
    Visitor waiting = Visitor.at("/s/" + HALTED).follow("a.button");
    become(HALTED, "paused").statusCode(303);
    assertThat(Visitor.at("/s/" + HALTED).heading()).isEqualTo("This study is having a break");
    assertThat(waiting.send(Map.of("agree", "yes")).heading())
        .isEqualTo("This study is having a break");
    assertThat(working.throughTrials().heading()).isEqualTo("Thank you!");
    become(HALTED, "live").statusCode(303);
    assertThat(Visitor.enrolledIn(HALTED).heading()).isEqualTo("How it works");
  }

  @Test
  void closingStopsEverybodyOpensTheReportAndTellsTheSecret() {
    Visitor.enrolledIn(FLEETING).throughPractice().throughTrials();
    Visitor working = Visitor.enrolledIn(FLEETING).throughPractice().answer(true, 1, 1);
    assertThat(Researcher.archive(FLEETING).get("draws.csv").lines()).hasSize(1);
    Researcher.post("/researcher/" + FLEETING + "/state", Map.of("state", "closed"))
        .statusCode(422)
        .body(containsString("reason"));
    become(FLEETING, "closed").statusCode(303);
    assertThat(Visitor.at("/s/" + FLEETING).heading()).isEqualTo("This study is over");
    assertThat(working.answer(true, 1, 1).heading()).isEqualTo("The study has ended");
    assertThat(Visitor.at(working.run()).heading()).isEqualTo("The study has ended");
    assertThat(Researcher.rows(FLEETING, "participants.csv"))
        .extracting(row -> row.get("outcome"))
        .containsExactly("completed", "late");
    // The report is open; these answers are too few for its plan, and it says so.
    Researcher.request()
        .get("/researcher/" + FLEETING + "/report")
        .then()
        .body(containsString("The plan cannot be carried out on these answers"));
    Map<String, String> archive = Researcher.archive(FLEETING);
    OpenStudy study = studies.find(FLEETING).orElseThrow();
    assertThat(archive.get("draws.csv")).contains("1," + study.drawSecret());
    assertThat(archive.get("decisions.csv")).contains("researcher,closed,,x");
    become(FLEETING, "live").statusCode(409).body(containsString("cannot become live"));
    add(FLEETING, 1).statusCode(409).body(containsString("may have been seen"));
  }

  /**
   * The same files go on as another version: what people said before stays apart, and so do they.
   */
  @Test
  void aPilotIsKeptApartFromWhatComesAfter() {
    become(PILOTED, "draft").statusCode(303);
    become(PILOTED, "pilot").statusCode(303);
    OpenStudy pilot = studies.find(PILOTED).orElseThrow();
    Visitor tried = Visitor.sentTo(PILOTED, "PROLIFIC_PID=tried").throughPractice();
    String run = tried.run();
    assertThat(tried.throughTrials().heading()).isEqualTo("Thank you!");
    Visitor working = Visitor.sentTo(PILOTED, "PROLIFIC_PID=working").throughPractice();
    become(PILOTED, "live").statusCode(409).body(containsString("pilot cannot become live"));
    Researcher.post("/researcher/" + PILOTED + "/state", Map.of("state", "closed"))
        .statusCode(422)
        .body(containsString("reason"));
    become(PILOTED, "closed").statusCode(303);
    OpenStudy study = studies.find(PILOTED).orElseThrow();
    assertThat(study.number()).isEqualTo(2);
    assertThat(study.version()).isNotEqualTo(pilot.version());
    assertThat(study.drawSecret()).isNotEqualTo(pilot.drawSecret());
    assertThat(Visitor.at("/s/" + PILOTED + "?PROLIFIC_PID=early").heading())
        .isEqualTo("This study has not begun");
    assertThat(working.answer(true, 1, 1).heading()).isEqualTo("This study has changed");
    assertThat(Visitor.at(run).heading()).as("who finished is paid").isEqualTo("Thank you!");
    assertThat(Visitor.at(run).page().select("main").html()).contains("complete?cc=CDONE");
    Researcher.request()
        .get("/researcher/" + PILOTED)
        .then()
        .body(containsString("version 2"), containsString("Try it out"));
    become(PILOTED, "live").statusCode(303);
    become(PILOTED, "pilot").statusCode(409);
    assertThat(Visitor.sentTo(PILOTED, "PROLIFIC_PID=tried").heading())
        .as("who was in the pilot is not taken in again")
        .isEqualTo("Thank you!");
    Visitor.sentTo(PILOTED, "PROLIFIC_PID=new").throughPractice().throughTrials();
    assertThat(Researcher.rows(PILOTED, "responses.csv"))
        .extracting(row -> row.get("version"))
        .containsExactly("1", "1", "2", "2");
    assertThat(Researcher.rows(PILOTED, "responses.csv"))
        .as("what tells the truth of the pilot may be known, of what came after not yet")
        .extracting(row -> row.get("truth").isEmpty())
        .containsExactly(false, false, true, true);
    Map<String, String> archive = Researcher.archive(PILOTED);
    assertThat(archive.get("versions.csv").lines().skip(1))
        .satisfiesExactly(
            row -> assertThat(row).startsWith("1,1,").endsWith(",yes,yes"),
            row -> assertThat(row).startsWith("2,1,").endsWith(",yes,no"));
    assertThat(archive.get("decisions.csv")).contains(",pilot,,x", ",closed,,x", ",live,,x");
    assertThat(archive.get("draws.csv")).contains(pilot.drawSecret());
    assertThat(archive.get("draws.csv")).doesNotContain(study.drawSecret());
  }

  @Test
  void morePlacesGoOnWithTheSameDraw() {
    for (int person = 0; person < 5; person++) {
      Visitor.enrolledIn(GROWING);
    }
    assertThat(Visitor.enrolledIn(GROWING).heading()).isEqualTo("All places are taken");
    add(GROWING, 0).statusCode(409);
    add(GROWING, 2).statusCode(303);
    IntStream.range(0, 10).forEach(person -> Visitor.enrolledIn(GROWING));
    assertThat(Visitor.enrolledIn(GROWING).heading()).isEqualTo("All places are taken");
    assertThat(Researcher.arms(GROWING)).allMatch(row -> row.contains(" 0 3 0 "));
    List<String> methods =
        Researcher.rows(GROWING, "assignment.csv").stream().map(row -> row.get("method")).toList();
    assertThat(methods).isEqualTo(Replay.arms(studies.find(GROWING).orElseThrow(), 3));
    assertThat(Researcher.rows(GROWING, "decisions.csv"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("decision", "topped-up")
                    .containsEntry("decided_by", "researcher")
                    .containsEntry("subject", "2")
                    .containsEntry("reason", "power"));
  }
}
