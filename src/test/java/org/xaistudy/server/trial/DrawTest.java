package org.xaistudy.server.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xaistudy.server.environment.ReplayableChance;
import org.xaistudy.studies.Study;
import org.xaistudy.studies.Study.Split;
import org.xaistudy.studies.StudyFile;
import org.xaistudy.studies.manifest.Manifest.Model;
import org.xaistudy.studies.manifest.Manifest.Stimulus;
import org.xaistudy.studies.manifest.Manifest.Use;
import org.xaistudy.testing.Shared;

class DrawTest {
  private static final Inquiry ASKED = new Inquiry(List.of("yes", "no"), true, true);

  private static final int PER_MODEL = 7;

  private static List<Stimulus> stimuli(int samples) {
    List<Stimulus> stimuli = new ArrayList<>();
    for (int sample = 0; sample < samples; sample++) {
      for (Model model : List.of(Model.ARTEFACT, Model.CLEAN)) {
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
      List<Stimulus> shown = draw.ofPair(stimuli(samples), PER_MODEL, split);
      assertThat(shown).hasSize(2 * PER_MODEL).extracting(Stimulus::sample).doesNotHaveDuplicates();
      shown.forEach(stimulus -> times.merge(stimulus.id(), 1, Integer::sum));
      people.merge(shown.stream().filter(Stimulus::truth).count(), 1, Integer::sum);
    }
    if (split == Split.EXACT) {
      assertThat(times.values().stream().distinct().sorted().toList())
          .as("all are shown as often as can be")
          .hasSizeLessThanOrEqualTo(2);
    }
    return people;
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

  private static Draw draw(int secret) {
    return new Draw(new ReplayableChance("secret " + secret, "stimuli/crp"), stimulus -> 0);
  }

  @Test
  void everyImageIsAsLikelyToComeFirst() {
    Map<String, Integer> times = new HashMap<>();
    for (int secret = 0; secret < 600; secret++) {
      draw(secret)
          .ofPair(stimuli(28), PER_MODEL, Split.EXACT)
          .forEach(stimulus -> times.merge(stimulus.id(), 1, Integer::sum));
    }
    assertThat(times).hasSize(56);
    assertThat(times.values()).as("150 on average").allMatch(seen -> seen > 100 && seen < 200);
  }

  @Test
  void aSampleThatOnlyOneModelJudgedIsPassedOver() {
    List<Stimulus> stimuli = stimuli(15);
    stimuli.removeIf(stimulus -> stimulus.id().equals("CLEAN-3"));
    for (int secret = 0; secret < 20; secret++) {
      assertThat(draw(secret).ofPair(stimuli, PER_MODEL, Split.EXACT))
          .extracting(Stimulus::sample)
          .hasSize(14)
          .doesNotContain("sample-3");
    }
  }

  @Test
  void peoplePractiseWithBothModelsByTurns() {
    Map<Model, Integer> first = new HashMap<>();
    Map<String, Integer> samples = new HashMap<>();
    for (int secret = 0; secret < 200; secret++) {
      List<Stimulus> drawn = draw(secret).practice(stimuli(5), 3);
      assertThat(drawn).hasSize(3).extracting(Stimulus::sample).doesNotHaveDuplicates();
      assertThat(drawn.get(1).model()).isNotEqualTo(drawn.get(0).model());
      assertThat(drawn.get(2).model()).isEqualTo(drawn.get(0).model());
      first.merge(drawn.get(0).model(), 1, Integer::sum);
      samples.merge(drawn.get(0).sample(), 1, Integer::sum);
    }
    assertThat(first.values()).hasSize(2).allMatch(times -> times > 70);
    assertThat(samples.values()).hasSize(5).allMatch(times -> times > 20);
  }

  @Test
  void samplesOfOneModelAreTakenWhenItsTurnComes() {
    List<Stimulus> stimuli = stimuli(4);
    stimuli.removeIf(
        stimulus ->
            (stimulus.model() == Model.CLEAN)
                == List.of("sample-0", "sample-1").contains(stimulus.sample()));
    for (int secret = 0; secret < 20; secret++) {
      List<Stimulus> drawn = draw(secret).practice(stimuli, 4);
      assertThat(drawn.get(1).model()).isNotEqualTo(drawn.get(0).model());
      assertThat(drawn.get(2).model()).isEqualTo(drawn.get(0).model());
      assertThat(drawn.get(3).model()).isEqualTo(drawn.get(1).model());
    }
  }

  @Test
  void whereOneModelHasNoMorePracticeTheOtherServes() {
    List<Stimulus> stimuli = stimuli(3);
    stimuli.removeIf(stimulus -> stimulus.model() == Model.CLEAN);
    assertThat(draw(1).practice(stimuli, 3)).hasSize(3);
    assertThat(draw(1).practice(stimuli, 0)).isEmpty();
  }

  @Test
  void anAttentionCheckAsksForNothingThatIsNotAsked() {
    Inquiry asked = new Inquiry(List.of("a", "b", "c"), true, false);
    Set<String> options = new HashSet<>();
    for (int secret = 0; secret < 100; secret++) {
      Judgement check = draw(secret).attention(4, 1, judged -> asked).values().iterator().next();
      assertThat(asked.wanting(check)).isEmpty();
      assertThat(check.clarity()).isEmpty();
      check.answer().ifPresent(options::add);
    }
    assertThat(options).containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void attentionChecksLieOneInEachStretchAndNeverFirst() {
    Map<Integer, Integer> places = new TreeMap<>();
    Map<Judgement, Integer> asked = new HashMap<>();
    for (int secret = 0; secret < 2000; secret++) {
      var drawn = draw(secret).attention(14, 2, judged -> ASKED);
      assertThat(drawn).hasSize(2);
      assertThat(drawn.firstKey()).isBetween(1, 6);
      assertThat(drawn.lastKey()).isBetween(7, 13);
      drawn.keySet().forEach(place -> places.merge(place, 1, Integer::sum));
      drawn.values().forEach(choice -> asked.merge(choice, 1, Integer::sum));
    }
    assertThat(places).hasSize(13);
    assertThat(places.values()).allMatch(times -> times > 200);
    assertThat(asked).as("yes or no, and 0 to 9 twice").hasSize(200);
  }

  @Test
  void thereAreNoMoreChecksThanTrials() {
    assertThat(draw(1).attention(2, 5, judged -> ASKED))
        .hasSizeLessThanOrEqualTo(2)
        .doesNotContainKey(0);
    assertThat(draw(1).attention(14, 0, judged -> ASKED)).isEmpty();
  }

  private static Stimulus single(boolean right, int number) {
    return new Stimulus(
        right + "-" + number,
        Use.TRIAL,
        "sample-" + right + number,
        "a",
        right ? "a" : "b",
        Model.SINGLE,
        right,
        "original.png",
        Map.of());
  }

  /** As many of either as stated, each as often as can be; practice takes turns. */
  @Test
  void everybodySeesAsManyRightAndWrongPredictionsAsStated() {
    Study study = StudyFile.read(Shared.root().resolve("studies/birds-correctness")).study();
    List<Stimulus> stimuli = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      stimuli.add(single(true, i));
      stimuli.add(single(false, i));
    }
    Map<String, Integer> times = new HashMap<>();
    Draw draw =
        new Draw(
            new ReplayableChance("a secret", "stimuli/crp"),
            stimulus -> times.getOrDefault(stimulus.id(), 0));
    for (int person = 0; person < 12; person++) {
      List<Stimulus> shown = draw.trials(study, stimuli);
      assertThat(shown).hasSize(10).extracting(Stimulus::sample).doesNotHaveDuplicates();
      assertThat(shown).filteredOn(Stimulus::truth).hasSize(5);
      shown.forEach(stimulus -> times.merge(stimulus.id(), 1, Integer::sum));
      assertThat(draw.practice(stimuli, 4)).filteredOn(Stimulus::truth).hasSize(2);
    }
    assertThat(times).hasSize(24).allSatisfy((id, shown) -> assertThat(shown).isEqualTo(5));
  }
}
