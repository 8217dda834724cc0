package org.xaistudy.server.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.xaistudy.server.environment.ReplayableChance;
import org.xaistudy.studies.manifest.Manifest.Model;
import org.xaistudy.studies.manifest.Manifest.Stimulus;
import org.xaistudy.studies.manifest.Manifest.Use;

class SessionsTest {
  private static List<Stimulus> stimuli(int each, String... predictions) {
    List<Stimulus> stimuli = new ArrayList<>();
    for (String prediction : predictions) {
      for (int i = 0; i < each; i++) {
        String id = prediction + i;
        stimuli.add(
            new Stimulus(
                id, Use.TRIAL, id, "a", prediction, Model.SINGLE, true, "o.png", Map.of()));
      }
    }
    return stimuli;
  }

  private static ReplayableChance chance(int secret) {
    return new ReplayableChance("secret " + secret, "run/somebody");
  }

  /** Twelve of three classes in three sessions: four each, of each class one or two. */
  @Test
  void eachSessionHasALittleOfEverything() {
    for (int secret = 0; secret < 20; secret++) {
      List<List<Stimulus>> sessions = Sessions.of(stimuli(4, "a", "b", "c"), 3, chance(secret));
      assertThat(sessions).hasSize(3).allSatisfy(session -> assertThat(session).hasSize(4));
      assertThat(sessions)
          .allSatisfy(
              session ->
                  assertThat(
                          session.stream()
                              .collect(
                                  Collectors.groupingBy(
                                      Stimulus::prediction, Collectors.counting()))
                              .values())
                      .hasSize(3)
                      .allMatch(times -> times <= 2));
      assertThat(sessions.stream().flatMap(List::stream)).doesNotHaveDuplicates().hasSize(12);
    }
  }

  @Test
  void sessionsDifferByOneAtMostAndNotAllAreInOneOrder() {
    TreeSet<String> orders = new TreeSet<>();
    for (int secret = 0; secret < 20; secret++) {
      List<List<Stimulus>> sessions = Sessions.of(stimuli(5, "a"), 2, chance(secret));
      assertThat(sessions)
          .extracting(List::size)
          .as("as the analysis cuts them")
          .containsExactly(3, 2);
      orders.add(sessions.get(0).stream().map(Stimulus::id).collect(Collectors.joining()));
    }
    assertThat(orders).hasSizeGreaterThan(5);
  }

  @Test
  void theSameSecretGivesTheSameOrder() {
    List<Stimulus> stimuli = stimuli(4, "a", "b");
    assertThat(Sessions.of(stimuli, 2, chance(1))).isEqualTo(Sessions.of(stimuli, 2, chance(1)));
    assertThat(Sessions.of(stimuli, 1, chance(1))).hasSize(1);
  }
}
