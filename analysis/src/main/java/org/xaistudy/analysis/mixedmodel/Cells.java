package org.xaistudy.analysis.mixedmodel;

import java.util.Arrays;

/**
 * The data of a model: trials that share participant, stimulus and predictors, counted together.
 *
 * <p>All arrays have one entry a cell; cells of one participant lie together.
 *
 * @param predictors distinct rows of the design matrix
 * @param row which of them, per cell
 * @param participant from 0, ascending
 * @param stimulus from 0; all 0 in a model without stimuli
 * @param successes trials with the outcome
 * @param trials all trials
 * @param copies how many participants each one stands for: those with the same counts share a mode
 * @param stimuli how many there are; 0 in a model without them
 */
record Cells(
    double[][] predictors,
    int[] row,
    int[] participant,
    int[] stimulus,
    double[] successes,
    double[] trials,
    double[] copies,
    int stimuli) {
  int size() {
    return row.length;
  }

  /** How many different participants there are. */
  int participants() {
    return copies.length;
  }

  int fixed() {
    return predictors[0].length;
  }

  int grouping() {
    return stimuli > 0 ? 2 : 1;
  }

  /** The index after the last cell of the participant whose first cell is at {@code start}. */
  int end(int start) {
    int end = start + 1;
    while (end < participant.length && participant[end] == participant[start]) {
      end++;
    }
    return end;
  }

  /** The fixed part of the linear predictor, for each distinct row. */
  double[] linear(double[] beta) {
    return Arrays.stream(predictors).mapToDouble(x -> dot(x, beta)).toArray();
  }

  private static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }
}
