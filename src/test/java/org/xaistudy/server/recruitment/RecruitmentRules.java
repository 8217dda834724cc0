package org.xaistudy.server.recruitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.xaistudy.server.testing.StudiesForTests.AFTERWARDS;
import static org.xaistudy.server.testing.StudiesForTests.INVITED;
import static org.xaistudy.server.testing.StudiesForTests.RECRUITED;
import static org.xaistudy.server.testing.StudiesForTests.RUSHED;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.xaistudy.server.testing.MovableClock;
import org.xaistudy.server.testing.Researcher;
import org.xaistudy.server.testing.Visitor;

/** What holds for people whom platforms send, on either database. */
abstract class RecruitmentRules {
  @Inject MovableClock clock;

  private static final String MTURK = "hitId=H&turkSubmitTo=https%3A%2F%2Fworkersandbox.mturk.com&";

  @Test
  void prolificIsToldByItsOwnCode() {
    Visitor visitor =
        Visitor.sentTo(RECRUITED, "PROLIFIC_PID=p1&STUDY_ID=s&SESSION_ID=x").throughPractice();
    assertThat(visitor.page().select("a[href*=prolific]")).isEmpty();
    visitor.throughTrials();
    assertThat(visitor.page().select("a.button").attr("href"))
        .isEqualTo("https://app.prolific.com/submissions/complete?cc=CDONE");
    assertThat(visitor.codes()).containsExactly("CDONE");
    assertThat(visitor.page().select("section p").text()).isEqualTo("It was about borders.");
    assertThat(sources()).contains("prolific");
  }

  @Test
  void whoDoesNotAgreeGoesBackWithACode() {
    Visitor visitor =
        Visitor.at("/s/" + RECRUITED + "?PROLIFIC_PID=p2")
            .follow("a.button")
            .send(Map.of("agree", "no"));
    assertThat(visitor.codes()).containsExactly("CNOCONSENT");
  }

  @Test
  void onePersonHasOneRun() {
    Visitor first = Visitor.sentTo(RECRUITED, "PROLIFIC_PID=p3").throughPractice();
    Visitor again = Visitor.sentTo(RECRUITED, "PROLIFIC_PID=p3&SESSION_ID=other");
    assertThat(again.run()).isEqualTo(first.run());
    assertThat(again.heading()).isEqualTo("Picture 1 of 2");
    assertThat(Visitor.sentTo(RECRUITED, "PROLIFIC_PID=p4").run()).isNotEqualTo(first.run());
  }

  @Test
  void onePersonHasOneRunUnderARace() throws Exception {
    ExecutorService crowd = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Visitor>> clicks =
          IntStream.range(0, 16)
              .mapToObj(i -> (Callable<Visitor>) () -> Visitor.sentTo(RECRUITED, "PROLIFIC_PID=p5"))
              .toList();
      Set<String> runs = new HashSet<>();
      for (Future<Visitor> click : crowd.invokeAll(clicks)) {
        runs.add(click.get().run());
      }
      assertThat(runs).hasSize(1);
    } finally {
      crowd.shutdownNow();
    }
  }

  @Test
  void whoComesWithoutAPlatformIsAskedToUseIt() {
    assertThat(Visitor.at("/s/" + RECRUITED).heading())
        .isEqualTo("Please come by the platform’s link");
    assertThat(Visitor.at("/s/" + RECRUITED + "/consent").heading())
        .isEqualTo("Please come by the platform’s link");
  }

  @Test
  void aTaskThatIsNotAcceptedStoresNothing() {
    List<String> before = Researcher.arms(RECRUITED);
    String query = MTURK + "assignmentId=ASSIGNMENT_ID_NOT_AVAILABLE";
    Visitor visitor = Visitor.at("/s/" + RECRUITED + "?" + query);
    assertThat(visitor.page().text()).contains("once you have accepted the task");
    assertThat(visitor.page().select("a.button")).isEmpty();
    visitor.post(
        "/s/" + RECRUITED + "/consent?" + query, Map.of("agree", "yes", "arrival", "A".repeat(32)));
    assertThat(visitor.page().text()).contains("once you have accepted the task");
    assertThat(Researcher.arms(RECRUITED)).isEqualTo(before);
  }

  @Test
  void theBrowserHandsInTheAssignment() {
    Visitor visitor =
        Visitor.sentTo(RECRUITED, MTURK + "assignmentId=A1&workerId=w1")
            .throughPractice()
            .throughTrials();
    assertThat(visitor.page().select("form").attr("action"))
        .isEqualTo("https://workersandbox.mturk.com/mturk/externalSubmit");
    assertThat(visitor.page().select("[name=assignmentId]").attr("value")).isEqualTo("A1");
    assertThat(visitor.page().select("[name=code]").attr("value")).matches("[A-Z2-9]{8}");
  }

  @Test
  void nobodyHandsInElsewhere() {
    String query = "assignmentId=A2&workerId=w2&turkSubmitTo=https%3A%2F%2Fmturk.example";
    assertThat(Visitor.at("/s/" + RECRUITED + "?" + query).heading())
        .isEqualTo("Please come by the platform’s link");
  }

  @Test
  void connectGetsItsCodeAndOthersTheirLink() {
    assertThat(
            Visitor.sentTo(RECRUITED, "participantId=c1").throughPractice().throughTrials().codes())
        .containsExactly("CONNECTED");
    assertThat(
            Visitor.sentTo(RECRUITED, "who=g1&ref=a%26b")
                .throughPractice()
                .throughTrials()
                .page()
                .select("a.button")
                .attr("href"))
        .isEqualTo("https://panel.example/done?r=a%26b");
  }

  @Test
  void aPersonalLinkMakesOneParticipation() {
    List<Map<String, String>> links = Researcher.rows(INVITED, "personal-links.csv?count=3");
    assertThat(links).extracting(row -> row.get("number")).containsExactly("1", "2", "3");
    assertThat(links).isEqualTo(Researcher.rows(INVITED, "personal-links.csv?count=3"));
    Visitor first = Visitor.previewing(path(links.get(0))).throughPractice();
    Visitor again = Visitor.previewing(path(links.get(0)));
    assertThat(again.run()).isEqualTo(first.run());
    assertThat(again.heading()).isEqualTo("Picture 1 of 2");
    assertThat(again.throughTrials().codes()).singleElement().asString().matches("[A-Z2-9]{8}");
    assertThat(Visitor.previewing(path(links.get(1))).run()).isNotEqualTo(first.run());
    assertThat(Researcher.responses(INVITED, false))
        .extracting(row -> row.get("source"))
        .contains("personal");
    assertThat(Visitor.at(path(links.get(2)).replace("=3.", "=4.")).heading())
        .isEqualTo("Please come by the platform’s link");
  }

  @Test
  void asManyPersonalLinksAsThereCanBe() {
    assertThat(Researcher.rows(INVITED, "personal-links.csv?count=10000")).hasSize(10_000);
    for (String count : List.of("0", "-1", "10001")) {
      Researcher.request()
          .get("/researcher/" + INVITED + "/personal-links.csv?count=" + count)
          .then()
          .statusCode(422)
          .body(equalTo("count: expected 1 to 10000, found " + count));
    }
    Researcher.request()
        .get("/researcher/" + RECRUITED + "/personal-links.csv?count=1")
        .then()
        .statusCode(404);
  }

  private static String path(Map<String, String> row) {
    return row.get("link").substring(row.get("link").indexOf("/s/"));
  }

  @Test
  void whoTookPartBeforeIsNotTakenAgainAndTheOthersUntilItIsFull() {
    Visitor.sentTo(RECRUITED, "PROLIFIC_PID=known");
    assertThat(Visitor.sentTo(AFTERWARDS, "PROLIFIC_PID=known").codes())
        .containsExactly("CREPEATED");
    for (int i = 0; i < 5; i++) {
      assertThat(Visitor.sentTo(AFTERWARDS, "PROLIFIC_PID=new" + i).heading())
          .isEqualTo("How it works");
    }
    Visitor tooMany = Visitor.sentTo(AFTERWARDS, "PROLIFIC_PID=new5");
    assertThat(tooMany.heading()).isEqualTo("All places are taken");
    assertThat(tooMany.codes()).containsExactly("CFULL");
  }

  /**
   * 400 people for 5 × 25 places, every tenth with two tabs; one in five leaves at some trial. The
   * places of those who left are given to people who were turned away before.
   */
  @Test
  @Tag("heavy")
  void aGreatRushFillsEveryArmExactly() throws Exception {
    Random chance = new Random(4);
    List<String> waiting = new ArrayList<>();
    for (int person = 0; person < 400; person++) {
      waiting.add("rush" + person);
    }
    Map<String, String> runs = new ConcurrentHashMap<>();
    Set<String> twice = ConcurrentHashMap.newKeySet();
    int completed = 0;
    ExecutorService crowd = Executors.newFixedThreadPool(16);
    try {
      while (completed < 125 && !waiting.isEmpty()) {
        List<Callable<String>> visits = new ArrayList<>();
        for (String person : waiting) {
          int leavesAfter = chance.nextInt(5) == 0 ? chance.nextInt(4) : Integer.MAX_VALUE;
          boolean twoTabs = chance.nextInt(10) == 0;
          visits.add(
              () -> {
                Visitor visitor = Visitor.sentTo(RUSHED, "PROLIFIC_PID=" + person);
                if (visitor.heading().equals("All places are taken")) {
                  return person;
                }
                String before = runs.putIfAbsent(person, visitor.run());
                if (before != null && !before.equals(visitor.run())) {
                  twice.add(person);
                }
                if (twoTabs) {
                  Visitor.sentTo(RUSHED, "PROLIFIC_PID=" + person);
                }
                visitor.send(Map.of());
                for (int i = 0; i < leavesAfter && visitor.codes().isEmpty(); i++) {
                  visitor.answer(i % 2 == 0, 5, 5).open(visitor.run());
                }
                return visitor.codes().isEmpty() ? "" : "completed";
              });
        }
        waiting.clear();
        for (Future<String> visit : crowd.invokeAll(visits)) {
          switch (visit.get()) {
            case "completed" -> completed++;
            case "" -> {}
            default -> waiting.add(visit.get());
          }
        }
        assertThat(Researcher.arms(RUSHED)).allMatch(row -> fill(row) == 25);
        clock.pass(Duration.ofMinutes(21));
      }
    } finally {
      crowd.shutdownNow();
    }
    assertThat(completed).isEqualTo(125);
    assertThat(twice).isEmpty();
    assertThat(Researcher.arms(RUSHED)).hasSize(5).allMatch(row -> row.matches("\\w+ 25 0 0 .*"));
    Map<String, List<Map<String, String>>> byMethod =
        Researcher.responses(RUSHED, false).stream()
            .filter(row -> row.get("completed").equals("yes"))
            .collect(Collectors.groupingBy(row -> row.get("method")));
    assertThat(byMethod.values()).allMatch(rows -> rows.size() == 50);
  }

  /** Completed, live and free places of an arm. */
  private static int fill(String row) {
    String[] cells = row.split(" ", -1);
    return Integer.parseInt(cells[1]) + Integer.parseInt(cells[2]) + Integer.parseInt(cells[3]);
  }

  private static Set<String> sources() {
    return Researcher.responses(RECRUITED, true).stream()
        .map(row -> row.get("source"))
        .collect(Collectors.toSet());
  }
}
