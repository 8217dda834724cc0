package org.xaistudy.server.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xaistudy.server.environment.ReplayableChance;
import org.xaistudy.studies.Study.Split;
import org.xaistudy.studies.manifest.Manifest.Model;
import org.xaistudy.studies.manifest.Manifest.Stimulus;
import org.xaistudy.studies.manifest.Manifest.Use;

class DrawTest {
  private static final int PER_MODEL = 7;

  private static List<Stimulus> stimuli(int samples) {
    List<Stimulus> stimuli = new ArrayList<>();
    for (int sample = 0; sample < samples; sample++) {
      for (Model model : Model.values()) {
        stimuli.add(
            new Stimulus(
                model + "-" + sample,
                Use.TRIAL,
                "sample-" + sample,
                "a",
                "a",
                model,
                model == Model.ARTEFACT,
                "original.png",
                Map.of()));
      }
    }
    return stimuli;
  }

  /** How many images of the model that uses the artefact each of many people sees. */
  private static Map<Long, Integer> people(Split split, int count, int samples) {
    ReplayableChance chance = new ReplayableChance("a secret", "stimuli/crp");
    Map<String, Integer> times = new HashMap<>();
    Draw draw = new Draw(chance, stimulus -> times.getOrDefault(stimulus.id(), 0));
    Map<Long, Integer> people = new TreeMap<>();
    for (int person = 0; person < count; person++) {
      List<Stimulus> shown = draw.trials(stimuli(samples), PER_MODEL, split);
      assertThat(shown).hasSize(2 * PER_MODEL).extracting(Stimulus::sample).doesNotHaveDuplicates();
      shown.forEach(stimulus -> times.merge(stimulus.id(), 1, Integer::sum));
      people.merge(shown.stream().filter(Stimulus::artefactUsed).count(), 1, Integer::sum);
    }
    assertThat(times.values().stream().mapToInt(Integer::intValue).max().orElseThrow())
        .as("nothing is shown much more often than anything else")
        .isLessThanOrEqualTo(
            times.values().stream().mapToInt(Integer::intValue).min().orElseThrow()
                + spread(split));
    return people;
  }

  private static int spread(Split split) {
    return split == Split.EXACT ? 1 : 60;
  }

  @Test
  void everybodySeesAsManyOfEachModel() {
    assertThat(people(Split.EXACT, 200, 20)).isEqualTo(Map.of((long) PER_MODEL, 200));
  }

  @Test
  void countingDoesNotTellTheRestWhereTheNumberIsDrawn() {
    Map<Long, Integer> people = people(Split.DRAWN, 2000, 20);
    assertThat(people.keySet()).allMatch(seen -> seen >= 1 && seen <= 2 * PER_MODEL - 1);
    double mean =
        people.entrySet().stream().mapToDouble(e -> e.getKey() * e.getValue()).sum() / 2000;
    double variance =
        people.entrySet().stream()
                .mapToDouble(e -> Math.pow(e.getKey() - mean, 2) * e.getValue())
                .sum()
            / 2000;
    assertThat(mean).isBetween(6.85, 7.15);
    assertThat(variance).as("that of 12 tosses is 3").isBetween(2.7, 3.3);
  }

  @ParameterizedTest
  @EnumSource(Split.class)
  void theSecretReplaysIt(Split split) {
    assertThat(people(split, 50, 14)).isEqualTo(people(split, 50, 14));
  }
}
