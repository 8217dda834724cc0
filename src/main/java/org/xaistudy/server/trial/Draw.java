package org.xaistudy.server.trial;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import org.xaistudy.server.environment.ReplayableChance;
import org.xaistudy.studies.Study;
import org.xaistudy.studies.Study.Split;
import org.xaistudy.studies.manifest.Manifest.Model;
import org.xaistudy.studies.manifest.Manifest.Stimulus;

/**
 * Draws what one person sees: some images judged by one model, the rest by the other; or, of one
 * model, some predictions that are right and some that are wrong, or some of each class. No sample
 * twice. Where there are more than needed, those that were shown least come first.
 */
final class Draw {
  private final ReplayableChance chance;
  private final ToIntFunction<Stimulus> timesShown;

  /**
   * A draw.
   *
   * @param chance where everything is drawn from, in the order in which it is asked for
   * @param timesShown how often a stimulus was shown in this arm
   */
  Draw(ReplayableChance chance, ToIntFunction<Stimulus> timesShown) {
    this.chance = chance;
    this.timesShown = timesShown;
  }

  /** Stimuli for trials that count, not yet in the order in which they are shown. */
  List<Stimulus> trials(Study study, List<Stimulus> stimuli) {
    Study.Design design = study.design();
    return switch (study.task()) {
      case ARTEFACT_USE, RECOMMENDATION ->
          ofPair(stimuli, design.trialsPerModel().orElseThrow(), design.split());
      case CORRECTNESS, DISTINCTION -> ofOne(stimuli, design.yesTrials(), design.noTrials());
      case FORWARD_SIMULATION ->
          ofClasses(stimuli, design.classes(), design.trialsPerClass().orElseThrow());
    };
  }

  /** So many that the model takes for each class. */
  private List<Stimulus> ofClasses(List<Stimulus> stimuli, List<String> classes, int each) {
    List<Stimulus> drawn = new ArrayList<>();
    for (String name : classes) {
      List<Stimulus> predicted =
          stimuli.stream().filter(one -> one.prediction().equals(name)).toList();
      drawn.addAll(leastFirst(predicted, timesShown).subList(0, each));
    }
    return drawn;
  }

  /** So many of either truth. */
  private List<Stimulus> ofOne(List<Stimulus> stimuli, int yes, int no) {
    List<Stimulus> drawn = new ArrayList<>();
    for (boolean truth : new boolean[] {true, false}) {
      List<Stimulus> ofTruth = stimuli.stream().filter(one -> one.truth() == truth).toList();
      drawn.addAll(leastFirst(ofTruth, timesShown).subList(0, truth ? yes : no));
    }
    return drawn;
  }

  /**
   * Stimuli of two models.
   *
   * @param stimuli each sample with both models; others are passed over
   * @param perModel how many per model
   * @param split whether that is so for everybody or on average
   * @return {@code 2 * perModel} stimuli, not yet in the order in which they are shown
   */
  List<Stimulus> ofPair(List<Stimulus> stimuli, int perModel, Split split) {
    List<Map<Model, Stimulus>> samples =
        bySample(stimuli).stream().filter(sample -> sample.size() == 2).toList();
    List<Map<Model, Stimulus>> chosen =
        leastFirst(samples, sample -> sample.values().stream().mapToInt(timesShown).sum())
            .subList(0, 2 * perModel);
    List<Map<Model, Stimulus>> artefactFirst =
        leastFirst(
            chosen,
            sample ->
                timesShown.applyAsInt(sample.get(Model.ARTEFACT))
                    - timesShown.applyAsInt(sample.get(Model.CLEAN)));
    int ofArtefact = split == Split.EXACT ? perModel : 1 + heads(2 * perModel - 2);
    List<Stimulus> drawn = new ArrayList<>();
    for (int i = 0; i < artefactFirst.size(); i++) {
      drawn.add(artefactFirst.get(i).get(i < ofArtefact ? Model.ARTEFACT : Model.CLEAN));
    }
    return drawn;
  }

  /**
   * Stimuli to practise with: models, or outcomes of the one, by turns as far as there are any, the
   * first by chance.
   *
   * @param stimuli at least {@code count} samples
   */
  List<Stimulus> practice(List<Stimulus> stimuli, int count) {
    List<List<Stimulus>> samples =
        new ArrayList<>(
            bySample(stimuli).stream().map(each -> List.copyOf(each.values())).toList());
    chance.shuffle(samples);
    boolean next = chance.coin();
    List<Stimulus> drawn = new ArrayList<>();
    while (drawn.size() < count) {
      boolean wanted = next;
      List<Stimulus> sample =
          samples.stream()
              .filter(each -> each.stream().anyMatch(one -> first(one) == wanted))
              .findFirst()
              .orElse(samples.get(0));
      samples.remove(sample);
      drawn.add(
          sample.stream().filter(one -> first(one) == wanted).findFirst().orElse(sample.get(0)));
      next = !wanted;
    }
    return drawn;
  }

  /** Whether a stimulus is one of the first kind: of the artefact model, or a right prediction. */
  private static boolean first(Stimulus stimulus) {
    return stimulus.model() == Model.SINGLE ? stimulus.truth() : stimulus.model() == Model.ARTEFACT;
  }

  /**
   * Attention checks, spread over the trials: one in each of equally long stretches, none before
   * the first trial.
   *
   * @param trials how many trials count
   * @param checks how many attention checks
   * @param inquiry what can be asked for after so many trials
   * @return what each check asks for, by the number of trials before it
   */
  SortedMap<Integer, Judgement> attention(int trials, int checks, IntFunction<Inquiry> inquiry) {
    SortedMap<Integer, Judgement> drawn = new TreeMap<>();
    for (int check = 0; check < Math.min(checks, trials); check++) {
      int from = Math.max(1, check * trials / checks);
      int to = Math.max(from + 1, (check + 1) * trials / checks);
      int before = from + chance.below(to - from);
      drawn.put(before, inquiry.apply(before).drawn(chance));
    }
    return drawn;
  }

  private int heads(int tosses) {
    int heads = 0;
    for (int toss = 0; toss < tosses; toss++) {
      heads += chance.coin() ? 1 : 0;
    }
    return heads;
  }

  private <T> List<T> leastFirst(List<T> items, ToIntFunction<T> weight) {
    List<T> ordered = new ArrayList<>(items);
    chance.shuffle(ordered);
    ordered.sort(Comparator.comparingInt(weight));
    return ordered;
  }

  private static List<Map<Model, Stimulus>> bySample(List<Stimulus> stimuli) {
    Map<String, Map<Model, Stimulus>> samples = new LinkedHashMap<>();
    for (Stimulus stimulus : stimuli) {
      samples
          .computeIfAbsent(stimulus.sample(), sample -> new EnumMap<>(Model.class))
          .putIfAbsent(stimulus.model(), stimulus);
    }
    return List.copyOf(samples.values());
  }
}
