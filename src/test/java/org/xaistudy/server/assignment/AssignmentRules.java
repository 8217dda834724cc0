package org.xaistudy.server.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xaistudy.server.testing.StudiesForTests.AUDITED;
import static org.xaistudy.server.testing.StudiesForTests.UNEVEN;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.bundle.Studies;
import org.xaistudy.server.testing.MovableClock;
import org.xaistudy.server.testing.Researcher;
import org.xaistudy.server.testing.Visitor;
import org.xaistudy.studies.Method;

/** That {@code assignment.csv} is enough to check an assignment, on either database. */
abstract class AssignmentRules {
  private static final String FREE = "free";
  private static final String COMPLETED = "completed";

  @Inject MovableClock clock;
  @Inject Studies studies;

  @Test
  void theEventsAloneTellTheWholeStory() {
    peopleComeAndGo();
    OpenStudy study = studies.find(AUDITED).orElseThrow();
    List<String> methods = study.study().methods().stream().map(Method::id).toList();
    List<String> order =
        PermutedBlocks.order(
            methods, study.study().design().participantsPerArm(), study.drawSecret());
    List<Map<String, String>> events = Researcher.rows(AUDITED, "assignment.csv");
    assertThat(events)
        .allMatch(
            row -> row.get("method").equals(order.get(Integer.parseInt(row.get("place")) - 1)));
    assertThat(events)
        .extracting(row -> row.get("decision"))
        .contains("reserved", "completed", "expired", "released");
    assertThat(events)
        .filteredOn(row -> row.get("decision").equals("released"))
        .allMatch(row -> row.get("participant").startsWith("deleted-"));
    assertThat(replay(events, order.size())).isEqualTo(places(study));
    assertThat(replay(events, order.size())).containsValues(FREE, COMPLETED);
  }

  /** By a seeded chance: people finish, withdraw before and after the end, or never come back. */
  private void peopleComeAndGo() {
    Random chance = new Random(11);
    List<Visitor> atWork = new ArrayList<>();
    for (int person = 0; person < 24; person++) {
      Visitor visitor = Visitor.enrolledIn(AUDITED);
      int fate = chance.nextInt(4);
      if (fate == 0) {
        visitor.throughPractice().throughTrials();
      } else if (fate == 1) {
        visitor.throughPractice().throughTrials().post(visitor.run() + "/withdraw", Map.of());
      } else if (fate == 2) {
        visitor.post(visitor.run() + "/withdraw", Map.of());
      } else {
        atWork.add(visitor);
      }
      clock.pass(Duration.ofMinutes(4));
    }
    assertThat(atWork).isNotEmpty();
  }

  /** Place by place: free, completed, or who is at work there. */
  private static Map<Integer, String> replay(List<Map<String, String>> events, int places) {
    Map<Integer, String> state = new TreeMap<>();
    for (int place = 1; place <= places; place++) {
      state.put(place, FREE);
    }
    for (Map<String, String> event : events) {
      int place = Integer.parseInt(event.get("place"));
      String participant = event.get("participant");
      String before = state.get(place);
      switch (event.get("decision")) {
        case "reserved" -> {
          assertThat(before).isEqualTo(FREE);
          state.put(place, participant);
        }
        case "completed" -> {
          assertThat(before).isEqualTo(participant);
          state.put(place, COMPLETED);
        }
        case "expired" -> {
          assertThat(before).isEqualTo(participant);
          state.put(place, FREE);
        }
        case "released" -> {
          assertThat(before).isIn(participant, COMPLETED);
          state.put(place, FREE);
        }
        default -> throw new AssertionError(event);
      }
    }
    return state;
  }

  private static Map<Integer, String> places(OpenStudy study) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              Map<Integer, String> state = new TreeMap<>();
              for (Place place : Place.<Place>list("versionId", study.version())) {
                state.put(place.placeRank + 1, place.completed ? COMPLETED : holder(place));
              }
              return state;
            });
  }

  private static String holder(Place place) {
    return place.runId == null
        ? FREE
        : Place.getSession()
            .createNativeQuery("select pseudonym from run where id = :run", String.class)
            .setParameter("run", place.runId)
            .getSingleResult();
  }

  /** Two blocks of five: twice as many see one method, and no two of them the same place's draw. */
  @Test
  void anArmIsAsLargeAsTheAllocationRatioSays() {
    Map<String, Integer> arms = new TreeMap<>();
    Set<String> seen = new HashSet<>();
    for (int person = 0; person < 10; person++) {
      Visitor.enrolledIn(UNEVEN).throughPractice().throughTrials();
    }
    Map<String, Set<String>> stimuli = new TreeMap<>();
    for (Map<String, String> row : Researcher.responses(UNEVEN, false)) {
      if (seen.add(row.get("participant"))) {
        arms.merge(row.get("method"), 1, Integer::sum);
      }
      stimuli.computeIfAbsent(row.get("method"), m -> new HashSet<>()).add(row.get("stimulus"));
    }
    assertThat(arms).isEqualTo(Map.of("none", 2, "crp", 4, "lrp", 2, "gradcam", 2));
    assertThat(stimuli.get("crp")).as("each of the four, twice as often").hasSize(4);
    assertThat(Visitor.enrolledIn(UNEVEN).heading()).isEqualTo("All places are taken");
    List<String> events =
        Researcher.rows(UNEVEN, "assignment.csv").stream()
            .filter(row -> row.get("decision").equals("reserved"))
            .map(row -> row.get("method"))
            .toList();
    assertThat(events.subList(0, 5)).containsOnlyOnce("none", "lrp", "gradcam").contains("crp");
  }
}
