package org.xaistudy.server.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xaistudy.server.testing.StudiesForTests.FORGETFUL;

import jakarta.inject.Inject;
import java.time.Duration;
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

/** What is left after the study's 30 and 90 days, on either database. */
abstract class RetentionRules {
  private static final int PEOPLE = 4;

  @Inject MovableClock clock;
  @Inject Expiry expiry;

  /** One test, because time only goes on: the day before, the day itself, and after the answers. */
  @Test
  void identifiersGoFirstAndTheAnswersLater() throws Exception {
    Set<String> before = participants("participants.csv");
    Visitor finished = arrive("finished").throughPractice().throughTrials();
    List<String> shown = Visitor.enrolledIn(FORGETFUL).throughPractice().throughTrials().codes();
    Visitor dropOut = arrive("dropOut").throughPractice();
    Set<String> mine = participants("participants.csv");
    mine.removeAll(before);
    List<String> arms = Researcher.arms(FORGETFUL);

    clock.pass(Duration.ofDays(30).minusSeconds(1));
    expiry.enforce();
    assertThat(people()).contains("same device as");
    assertThat(references()).contains("session-finished", "session-dropOut");
    assertThat(finished.open(finished.run()).heading()).isEqualTo("Thank you!");

    clock.pass(Duration.ofSeconds(1));
    List<Map<String, String>> answers = Researcher.responses(FORGETFUL, false);
    assertThat(column("payments.csv", "completion_code")).containsAll(shown);
    onSeveralReplicas();
    expiry.enforce();
    assertThat(references()).doesNotContain("session-finished", "session-dropOut");
    assertThat(column("payments.csv", "completion_code")).doesNotContainAnyElementsOf(shown);
    assertThat(people()).contains("completed").doesNotContain("same device as");
    assertThat(finished.open(finished.run()).response().statusCode()).isEqualTo(404);
    assertThat(dropOut.open(dropOut.run()).response().statusCode()).isEqualTo(404);
    assertThat(Researcher.responses(FORGETFUL, false)).isEqualTo(answers);
    assertThat(participants("participants.csv")).containsAll(mine);
    Visitor again = arrive("finished");
    assertThat(again.heading()).isEqualTo("How it works");

    clock.pass(Duration.ofDays(60));
    onSeveralReplicas();
    for (String file : List.of("participants.csv", "responses.csv", "assignment.csv")) {
      assertThat(participants(file)).doesNotContainAnyElementsOf(mine);
    }
    assertThat(again.open(again.run()).response().statusCode()).isEqualTo(404);
    assertThat(participants("participants.csv")).hasSize(1);
    assertThat(completed(Researcher.arms(FORGETFUL))).isEqualTo(completed(arms)).isPositive();
  }

  /** Every replica does it at the same hour. */
  private void onSeveralReplicas() throws Exception {
    ExecutorService replicas = Executors.newFixedThreadPool(PEOPLE);
    try {
      Callable<Void> hour =
          () -> {
            expiry.enforce();
            return null;
          };
      for (Future<Void> done : replicas.invokeAll(List.of(hour, hour, hour, hour))) {
        done.get();
      }
    } finally {
      replicas.shutdownNow();
    }
  }

  private static Visitor arrive(String name) {
    return Visitor.sentTo(FORGETFUL, "PROLIFIC_PID=" + name + "&SESSION_ID=session-" + name);
  }

  private static String people() {
    return Researcher.request().get("/researcher/" + FORGETFUL + "/people").asString();
  }

  private static Set<String> references() {
    return column("payments.csv", "reference");
  }

  private static Set<String> participants(String file) {
    return column(file, "participant");
  }

  private static Set<String> column(String file, String name) {
    return Researcher.rows(FORGETFUL, file).stream()
        .map(row -> row.get(name))
        .collect(Collectors.toSet());
  }

  private static int completed(List<String> arms) {
    return arms.stream().mapToInt(row -> Integer.parseInt(row.split(" ", -1)[1])).sum();
  }
}
