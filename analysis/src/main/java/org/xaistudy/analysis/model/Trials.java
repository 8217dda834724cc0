package org.xaistudy.analysis.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xaistudy.analysis.model.LogisticMixedModel.Outcome;
import org.xaistudy.analysis.responses.Answer;
import org.xaistudy.analysis.responses.Arm;
import org.xaistudy.analysis.responses.Participant;

/** Counts the answers of all arms into the cells of a model. */
final class Trials {
  private final LogisticMixedModel model;
  private final Map<String, Integer> stimuli = new HashMap<>();
  private final Map<Long, Integer> here = new HashMap<>();
  private final int[] row;
  private final int[] participant;
  private final int[] stimulus;
  private final double[] successes;
  private final double[] trials;
  private int size;
  private int people;

  private Trials(LogisticMixedModel model, int answers) {
    this.model = model;
    row = new int[answers];
    participant = new int[answers];
    stimulus = new int[answers];
    successes = new double[answers];
    trials = new double[answers];
  }

  static Cells of(LogisticMixedModel model, List<Arm> arms) {
    int answers = (int) arms.stream().mapToLong(arm -> arm.answers().count()).sum();
    Trials trials = new Trials(model, answers);
    for (int arm = 0; arm < arms.size(); arm++) {
      for (Participant person : arms.get(arm).participants()) {
        trials.count(arm, person);
      }
    }
    return trials.cells(predictors(model.outcome(), arms.size()));
  }

  private void count(int arm, Participant person) {
    here.clear();
    for (Answer answer : person.answers()) {
      int x = model.outcome() == Outcome.CORRECT ? arm : 2 * arm + (answer.truth() ? 1 : 0);
      int s = model.stimuli() ? stimuli.computeIfAbsent(answer.stimulus(), n -> stimuli.size()) : 0;
      int cell = here.computeIfAbsent((long) s << 32 | x, key -> open(x, s));
      boolean success = model.outcome() == Outcome.CORRECT ? answer.correct() : answer.answer();
      successes[cell] += success ? 1 : 0;
      trials[cell]++;
    }
    people++;
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
        people,
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
