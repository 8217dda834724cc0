package org.xaistudy.analysis.mixedmodel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.xaistudy.analysis.mixedmodel.LogisticMixedModel.Outcome;
import org.xaistudy.analysis.responses.Answer;
import org.xaistudy.analysis.responses.Arm;

/** Counts the answers of all arms into the cells of a model. */
final class CellCounts {
  private final LogisticMixedModel model;
  private final Map<String, Integer> stimuli = new HashMap<>();
  private final Map<Long, Integer> here = new HashMap<>();
  private final int[] row;
  private final int[] participant;
  private final int[] stimulus;
  private final double[] successes;
  private final double[] trials;
  private final Map<List<Integer>, Integer> patterns = new HashMap<>();
  private final double[] copies;
  private int size;
  private int people;

  private CellCounts(LogisticMixedModel model, int answers, int participants) {
    this.model = model;
    row = new int[answers];
    participant = new int[answers];
    stimulus = new int[answers];
    successes = new double[answers];
    trials = new double[answers];
    copies = new double[participants];
  }

  static Cells of(LogisticMixedModel model, List<Arm> arms) {
    int answers = (int) arms.stream().mapToLong(arm -> arm.answers().count()).sum();
    List<List<Judged>> people = Judged.byPerson(arms);
    CellCounts trials = new CellCounts(model, answers, people.size());
    people.forEach(trials::count);
    return trials.cells(predictors(model.outcome(), arms.size()));
  }

  private void count(List<Judged> judged) {
    here.clear();
    int first = size;
    for (Judged in : judged) {
      in.person().answers().forEach(answer -> count(in.arm(), answer));
    }
    copies[model.stimuli() ? people++ : sameAsBefore(first)]++;
  }

  private void count(int arm, Answer answer) {
    int x = model.outcome() == Outcome.CORRECT ? arm : 2 * arm + (answer.truth() ? 1 : 0);
    int s = model.stimuli() ? stimuli.computeIfAbsent(answer.stimulus(), n -> stimuli.size()) : 0;
    int cell = here.computeIfAbsent((long) s << 32 | x, key -> open(x, s));
    boolean success = model.outcome() == Outcome.CORRECT ? answer.correct() : answer.answer();
    successes[cell] += success ? 1 : 0;
    trials[cell]++;
  }

  /**
   * Without stimuli, participants with equal counts are equal in everything: one stands for all.
   *
   * @return the index of the participant that stands for this one
   */
  private int sameAsBefore(int first) {
    List<Integer> pattern = new ArrayList<>();
    IntStream.range(first, size)
        .boxed()
        .sorted(Comparator.comparing(cell -> row[cell]))
        .forEach(
            cell -> pattern.addAll(List.of(row[cell], (int) successes[cell], (int) trials[cell])));
    Integer before = patterns.putIfAbsent(pattern, people);
    if (before == null) {
      return people++;
    }
    Arrays.fill(successes, first, size, 0);
    Arrays.fill(trials, first, size, 0);
    size = first;
    return before;
  }

  private int open(int x, int s) {
    row[size] = x;
    participant[size] = people;
    stimulus[size] = s;
    return size++;
  }

  private Cells cells(double[][] predictors) {
    return new Cells(
        predictors,
        Arrays.copyOf(row, size),
        Arrays.copyOf(participant, size),
        Arrays.copyOf(stimulus, size),
        Arrays.copyOf(successes, size),
        Arrays.copyOf(trials, size),
        Arrays.copyOf(copies, people),
        model.stimuli() ? stimuli.size() : 0);
  }

  /** Treatment coding: 1 for the reference, and 1 more for the own method. */
  private static double[][] predictors(Outcome outcome, int arms) {
    int effects = outcome == Outcome.CORRECT ? 1 : 2;
    double[][] rows = new double[arms * effects][arms * effects];
    for (int i = 0; i < rows.length; i++) {
      int arm = i / effects;
      double truth = i % 2 == 0 ? -0.5 : 0.5;
      rows[i][0] = 1;
      rows[i][arm * effects] = 1;
      if (effects == 2) {
        rows[i][1] = truth;
        rows[i][arm * effects + 1] = truth;
      }
    }
    return rows;
  }
}
