package org.xaistudy.server.simulation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xaistudy.server.testing.StudiesForTests.DISTINGUISHED;
import static org.xaistudy.server.testing.StudiesForTests.GRADED;
import static org.xaistudy.server.testing.StudiesForTests.INQUISITIVE;
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
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.xaistudy.analysis.distribution.Normal;
import org.xaistudy.server.bundle.Studies;
import org.xaistudy.server.testing.Researcher;
import org.xaistudy.server.testing.StudiesForTests;
import org.xaistudy.server.trial.Judgement;
import org.xaistudy.studies.Method;

@QuarkusTest
@QuarkusTestResource(StudiesForTests.class)
class SimulationTest {
  private static final Observer.Asked YES_OR_NO =
      new Observer.Asked(List.of("yes", "no"), true, true);

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

  /** They know which explanation is right by its pictures alone, as no answer tells it. */
  @Test
  void whoSeesEverythingFindsTheRightExplanation() throws Exception {
    assertThat(run(simulation(DISTINGUISHED, 6, 20, 0))).isEqualTo(new Simulation.Outcome(6, 0, 0));
    assertThat(Researcher.rows(DISTINGUISHED, "responses.csv?simulated=true"))
        .hasSize(6 * 8)
        .allMatch(row -> row.get("truth").matches("[abcd]"))
        .allMatch(row -> row.get("truth").equals(row.get("answer")));
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

  /** Each kind of question gets an answer, in its range, of those whom it is asked. */
  @Test
  void answersWhateverElseIsAsked() throws Exception {
    assertThat(run(simulation(INQUISITIVE, 8, 1, 0))).isEqualTo(new Simulation.Outcome(8, 0, 0));
    assertThat(Researcher.rows(INQUISITIVE, "responses.csv?simulated=true"))
        .filteredOn(row -> row.get("source").equals("simulated"))
        .hasSize(8 * 3)
        .allMatch(row -> row.get("method").equals("none") == row.get("q.helped").isEmpty())
        .allMatch(row -> row.get("q.helped").matches("|-?[0-3]"))
        .allMatch(row -> row.get("q.seen").matches("finch|tern"))
        .allMatch(row -> row.get("q.part").matches("head|body"))
        .allMatch(row -> row.get("q.why").equals("something"));
  }

  /** Whoever can tell everything is sure of it. */
  @Test
  void decidesAndSaysHowSureAtOnce() throws Exception {
    assertThat(run(simulation(GRADED, 4, 20, 0))).isEqualTo(new Simulation.Outcome(4, 0, 0));
    assertThat(Researcher.rows(GRADED, "responses.csv?simulated=true"))
        .filteredOn(row -> row.get("source").equals("simulated"))
        .hasSize(4 * 3)
        .allMatch(row -> row.get("confidence").equals("1"));
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

  private static boolean saysYes(Judgement judgement) {
    return judgement.answer().filter("yes"::equals).isPresent();
  }

  /**
   * Of two, Φ(d′/√2) (Green and Swets 1966), within four standard errors; nothing is asked else.
   */
  @Test
  void anObserverForetellsAsOftenAsSignalDetectionSays() {
    int judgements = 40_000;
    Observer observer = new Observer(1.3, -0.4, new SplittableRandom(4));
    Observer.Asked asked = new Observer.Asked(List.of("finch", "tern"), false, false);
    double expected = Normal.cumulative(1.3 / Math.sqrt(2));
    double right =
        IntStream.range(0, judgements)
                .mapToObj(i -> observer.choose("tern", asked))
                .filter(said -> said.answer().equals(Optional.of("tern")))
                .count()
            / (double) judgements;
    double error = Math.sqrt(expected * (1 - expected) / judgements);
    assertThat(right).isBetween(expected - 4 * error, expected + 4 * error);
    assertThat(observer.choose("tern", asked).confidence()).isEmpty();
  }

  /** Rates the model that cheats lower, and both by the middle where nothing can be told. */
  @Test
  void anObserverRatesLowerWhatCheats() {
    Observer.Asked asked = new Observer.Asked(List.of("1", "2", "3", "4", "5"), true, true);
    double difference =
        rating(new Observer(2, 0, new SplittableRandom(5)), false, asked)
            - rating(new Observer(2, 0, new SplittableRandom(6)), true, asked);
    assertThat(difference).isBetween(1.5, 2.1);
    assertThat(rating(new Observer(0, 0, new SplittableRandom(7)), true, asked))
        .isBetween(2.9, 3.1);
  }

  private static double rating(Observer observer, boolean cheats, Observer.Asked asked) {
    return IntStream.range(0, 4_000)
        .mapToObj(i -> observer.rate(cheats, asked).answer().orElseThrow())
        .mapToInt(Integer::parseInt)
        .average()
        .orElseThrow();
  }

  /** Φ(d′/2 − c) and Φ(−d′/2 − c), within four standard errors. */
  @Test
  void anObserverSaysYesAsOftenAsSignalDetectionSays() {
    int judgements = 40_000;
    Observer observer = new Observer(1.3, -0.4, new SplittableRandom(3));
    for (boolean used : new boolean[] {true, false}) {
      double expected = Normal.cumulative((used ? 0.65 : -0.65) + 0.4);
      double yes =
          IntStream.range(0, judgements)
                  .filter(i -> saysYes(observer.judge(used, YES_OR_NO)))
                  .count()
              / (double) judgements;
      assertThat(yes)
          .isBetween(
              expected - 4 * Math.sqrt(expected * (1 - expected) / judgements),
              expected + 4 * Math.sqrt(expected * (1 - expected) / judgements));
    }
  }
}
