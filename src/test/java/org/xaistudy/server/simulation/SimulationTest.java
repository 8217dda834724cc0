package org.xaistudy.server.simulation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xaistudy.server.testing.StudiesForTests.SIMULATED;
import static org.xaistudy.server.testing.StudiesForTests.THOROUGH;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.xaistudy.analysis.distribution.Normal;
import org.xaistudy.server.bundle.Studies;
import org.xaistudy.server.testing.Researcher;
import org.xaistudy.server.testing.StudiesForTests;
import org.xaistudy.studies.Method;

@QuarkusTest
@QuarkusTestResource(StudiesForTests.class)
class SimulationTest {
  @Inject Studies studies;

  @TestHTTPResource("/")
  URI server;

  private Simulation simulation(String study, int people, double dPrime, double dropOut) {
    var open = studies.find(study).orElseThrow();
    Map<String, Double> sensitivity = new HashMap<>();
    for (Method method : open.study().methods()) {
      sensitivity.put(method.id(), dPrime);
    }
    return new Simulation(
        open.bundle(),
        server,
        open.previewKey(),
        new Simulation.People(people, sensitivity, 0, 0, 0, dropOut, 1000, Duration.ZERO, 5));
  }

  private static Simulation.Outcome run(Simulation simulation) throws Exception {
    return simulation.run(people -> {});
  }

  @Test
  void whoSeesEverythingIsRightAndNeverMixedWithPeople() throws Exception {
    List<String> arms = Researcher.arms(SIMULATED);
    assertThat(run(simulation(SIMULATED, 10, 20, 0))).isEqualTo(new Simulation.Outcome(10, 0, 0));
    List<Map<String, String>> answers = Researcher.rows(SIMULATED, "responses.csv?simulated=true");
    assertThat(answers)
        .hasSize(10 * 4)
        .allMatch(row -> row.get("source").equals("simulated"))
        .allMatch(row -> row.get("truth").equals(row.get("answer")))
        .allMatch(row -> row.get("completed").equals("yes") && row.get("excluded").isEmpty());
    assertThat(Researcher.responses(SIMULATED, true)).isEmpty();
    assertThat(Researcher.rows(SIMULATED, "participants.csv")).isEmpty();
    assertThat(Researcher.rows(SIMULATED, "payments.csv")).isEmpty();
    assertThat(Researcher.rows(SIMULATED, "assignment.csv")).isEmpty();
    assertThat(Researcher.arms(SIMULATED)).isEqualTo(arms);
  }

  @Test
  void goesThroughWhateverAStudyAsks() throws Exception {
    assertThat(run(simulation(THOROUGH, 5, 1, 0))).isEqualTo(new Simulation.Outcome(5, 0, 0));
  }

  @Test
  void whoIsMeantToLeaveLeaves() throws Exception {
    assertThat(run(simulation(THOROUGH, 5, 1, 1))).isEqualTo(new Simulation.Outcome(0, 5, 0));
  }

  @Test
  void nobodySimulatesWithoutTheKey() {
    Simulation right = simulation(SIMULATED, 1, 1, 0);
    Simulation wrong = new Simulation(right.bundle(), right.server(), "guessed", right.people());
    int before = Researcher.rows(SIMULATED, "responses.csv?simulated=true").size();
    assertThatThrownBy(() -> run(wrong)).hasMessageContaining("422");
    assertThat(Researcher.rows(SIMULATED, "responses.csv?simulated=true")).hasSize(before);
  }

  @Test
  void aServerThatIsNotThereIsSaid() {
    Simulation here = simulation(SIMULATED, 1, 1, 0);
    Simulation nowhere =
        new Simulation(here.bundle(), URI.create("http://127.0.0.1:1"), here.key(), here.people());
    assertThatThrownBy(() -> run(nowhere)).isInstanceOf(IOException.class);
    given().get("/api/studies/" + SIMULATED).then().statusCode(200);
  }

  /** Φ(d′/2 − c) and Φ(−d′/2 − c), within four standard errors. */
  @Test
  void anObserverSaysYesAsOftenAsSignalDetectionSays() {
    int judgements = 40_000;
    Observer observer = new Observer(1.3, -0.4, new SplittableRandom(3));
    for (boolean used : new boolean[] {true, false}) {
      double expected = Normal.cumulative((used ? 0.65 : -0.65) + 0.4);
      double yes =
          IntStream.range(0, judgements).filter(i -> observer.judge(used).yes()).count()
              / (double) judgements;
      assertThat(yes)
          .isBetween(
              expected - 4 * Math.sqrt(expected * (1 - expected) / judgements),
              expected + 4 * Math.sqrt(expected * (1 - expected) / judgements));
    }
  }
}
