package org.xaistudy.analysis.mixedmodel;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;

/**
 * The matrix H = I + Λ′Z′WZΛ of the random effects, by its Schur complement.
 *
 * <p>Participants meet no other participant and stimuli no other stimulus, so H has two diagonal
 * blocks A and B and a sparse block C of pairs that met: log|H| = Σ log A + log|S| with S = B −
 * C′A⁻¹C, which is only as large as there are stimuli.
 */
final class Curvature {
  private final Cells cells;
  private final double[] a;
  private final double[] pairs;
  private final double[][] inverse;
  private double logDeterminant;

  /**
   * From the weights of the cells.
   *
   * @param theta standard deviations of participants and, if modelled, stimuli
   * @param weights n p (1 − p), per cell
   */
  Curvature(Cells cells, double[] theta, double[] weights) {
    this.cells = cells;
    a = new double[cells.participants()];
    pairs = new double[cells.stimuli() > 0 ? cells.size() : 0];
    java.util.Arrays.fill(a, 1);
    for (int i = 0; i < weights.length; i++) {
      a[cells.participant()[i]] += theta[0] * theta[0] * weights[i];
    }
    for (int p = 0; p < a.length; p++) {
      logDeterminant += cells.copies()[p] * Math.log(a[p]);
    }
    inverse = cells.stimuli() > 0 ? invertedSchur(theta, weights) : new double[0][];
  }

  double logDeterminant() {
    return logDeterminant;
  }

  /** Solves H q = r in place; participants first in {@code r}, then stimuli. */
  void solve(double[] participants, double[] stimuli) {
    if (stimuli.length > 0) {
      solveStimuli(participants, stimuli);
    }
    for (int p = 0; p < a.length; p++) {
      participants[p] /= a[p];
    }
  }

  /** The blocks of H⁻¹ that belong to the cells from start to end, all of one participant. */
  double participantInverse(int start, int end, double[] stimulusSums) {
    double block = a[cells.participant()[start]];
    double sum = 0;
    for (int i = start; i < end && pairs.length > 0; i++) {
      double[] row = inverse[cells.stimulus()[i]];
      double t = 0;
      for (int j = start; j < end; j++) {
        t += pairs[j] * row[cells.stimulus()[j]];
      }
      stimulusSums[i - start] = -t / block;
      sum += pairs[i] * t;
    }
    return 1 / block + sum / (block * block);
  }

  /** The diagonal of H⁻¹ at the stimulus of a cell. */
  double stimulusInverse(int cell) {
    int stimulus = cells.stimulus()[cell];
    return inverse[stimulus][stimulus];
  }

  private double[][] invertedSchur(double[] theta, double[] weights) {
    double[][] schur = new double[cells.stimuli()][cells.stimuli()];
    for (int s = 0; s < schur.length; s++) {
      schur[s][s] = 1;
    }
    for (int i = 0; i < weights.length; i++) {
      schur[cells.stimulus()[i]][cells.stimulus()[i]] += theta[1] * theta[1] * weights[i];
      pairs[i] = theta[0] * theta[1] * weights[i];
    }
    for (int start = 0, end; start < weights.length; start = end) {
      end = cells.end(start);
      subtract(schur, start, end);
    }
    mirror(schur);
    CholeskyDecomposition cholesky =
        new CholeskyDecomposition(new Array2DRowRealMatrix(schur, false));
    for (int s = 0; s < schur.length; s++) {
      // Logarithms one by one: the determinant of a hundred stimuli exceeds what a double holds.
      logDeterminant += 2 * Math.log(cholesky.getL().getEntry(s, s));
    }
    return cholesky.getSolver().getInverse().getData();
  }

  /** Both halves were summed in different orders; one of them serves for both. */
  private static void mirror(double[][] matrix) {
    for (int row = 0; row < matrix.length; row++) {
      for (int column = 0; column < row; column++) {
        matrix[column][row] = matrix[row][column];
      }
    }
  }

  private void subtract(double[][] schur, int start, int end) {
    double block = a[cells.participant()[start]];
    for (int i = start; i < end; i++) {
      double[] row = schur[cells.stimulus()[i]];
      double share = pairs[i] / block;
      for (int j = start; j < end; j++) {
        row[cells.stimulus()[j]] -= share * pairs[j];
      }
    }
  }

  private void solveStimuli(double[] participants, double[] stimuli) {
    double[] right = stimuli.clone();
    for (int i = 0; i < pairs.length; i++) {
      int p = cells.participant()[i];
      right[cells.stimulus()[i]] -= pairs[i] * participants[p] / a[p];
    }
    for (int s = 0; s < right.length; s++) {
      stimuli[s] = 0;
      for (int k = 0; k < right.length; k++) {
        stimuli[s] += inverse[s][k] * right[k];
      }
    }
    for (int i = 0; i < pairs.length; i++) {
      participants[cells.participant()[i]] -= pairs[i] * stimuli[cells.stimulus()[i]];
    }
  }
}
