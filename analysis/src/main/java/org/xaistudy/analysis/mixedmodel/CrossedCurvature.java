package org.xaistudy.analysis.mixedmodel;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;

/**
 * The matrix H = I + Z′WZ of {@link CrossedSurface}, where people have two random effects and
 * stimuli one: blocks A of 2 × 2 for people, C where they met stimuli, and the Schur complement S =
 * B − C′A⁻¹C, which is only as large as there are stimuli. (As {@link Curvature}, which has one
 * effect a person.)
 */
final class CrossedCurvature {
  private final Crossing data;
  private final double[][] loading;
  private final double spread;
  private final double[] weight;

  /** A⁻¹ of each person: (0,0), (0,1), (1,1). */
  private final double[][] own;

  private final double[][] inverse;
  private double logDeterminant;

  /**
   * From the weights of the judgements.
   *
   * @param loading by kind of model, how a linear predictor goes with a person's two effects
   * @param spread how it goes with a stimulus's
   * @param weight minus the second derivative of the log-likelihood, per judgement
   */
  CrossedCurvature(Crossing data, double[][] loading, double spread, double[] weight) {
    this.data = data;
    this.loading = loading;
    this.spread = spread;
    this.weight = weight.clone();
    own = new double[data.people()][];
    double[][] schur = new double[data.stimuli()][data.stimuli()];
    for (int s = 0; s < schur.length; s++) {
      schur[s][s] = 1;
    }
    for (int start = 0, end; start < data.size(); start = end) {
      end = data.end(start);
      invert(start, end);
      subtract(schur, start, end);
    }
    CholeskyDecomposition cholesky =
        new CholeskyDecomposition(new Array2DRowRealMatrix(mirrored(schur), false));
    for (int s = 0; s < schur.length; s++) {
      logDeterminant += 2 * Math.log(cholesky.getL().getEntry(s, s));
    }
    inverse = cholesky.getSolver().getInverse().getData();
  }

  double logDeterminant() {
    return logDeterminant;
  }

  private void invert(int start, int end) {
    double a00 = 1;
    double a01 = 0;
    double a11 = 1;
    for (int i = start; i < end; i++) {
      double[] j = loading[data.kind()[i]];
      a00 += weight[i] * j[0] * j[0];
      a01 += weight[i] * j[0] * j[1];
      a11 += weight[i] * j[1] * j[1];
    }
    double determinant = a00 * a11 - a01 * a01;
    logDeterminant += Math.log(determinant);
    own[data.person()[start]] =
        new double[] {a11 / determinant, -a01 / determinant, a00 / determinant};
  }

  private void subtract(double[][] schur, int start, int end) {
    // Two kinds of model, so four products serve for all pairs of a person's judgements.
    double[][] shared = new double[2][2];
    double[] a = own[data.person()[start]];
    for (int kind = 0; kind < 2; kind++) {
      double[] j = loading[kind];
      for (int other = 0; other < 2; other++) {
        double[] k = loading[other];
        shared[kind][other] =
            spread
                * spread
                * (j[0] * (a[0] * k[0] + a[1] * k[1]) + j[1] * (a[1] * k[0] + a[2] * k[1]));
      }
    }
    for (int i = start; i < end; i++) {
      double[] row = schur[data.stimulus()[i]];
      row[data.stimulus()[i]] += spread * spread * weight[i];
      double[] with = shared[data.kind()[i]];
      for (int other = start; other < end; other++) {
        row[data.stimulus()[other]] -= weight[i] * weight[other] * with[data.kind()[other]];
      }
    }
  }

  /** Both halves were summed in different orders; one of them serves for both. */
  private static double[][] mirrored(double[][] matrix) {
    for (int row = 0; row < matrix.length; row++) {
      for (int column = 0; column < row; column++) {
        matrix[column][row] = matrix[row][column];
      }
    }
    return matrix;
  }

  /** Solves H q = r in place: two numbers a person, one a stimulus. */
  void solve(double[] people, double[] stimuli) {
    for (int p = 0; p < own.length; p++) {
      own(p, people);
    }
    double[] right = stimuli.clone();
    for (int i = 0; i < weight.length; i++) {
      right[data.stimulus()[i]] -= spread * weight[i] * along(i, people);
    }
    for (int s = 0; s < right.length; s++) {
      double sum = 0;
      for (int k = 0; k < right.length; k++) {
        sum += inverse[s][k] * right[k];
      }
      stimuli[s] = sum;
    }
    double[] back = new double[people.length];
    for (int i = 0; i < weight.length; i++) {
      double share = spread * weight[i] * stimuli[data.stimulus()[i]];
      back[2 * data.person()[i]] += share * loading[data.kind()[i]][0];
      back[2 * data.person()[i] + 1] += share * loading[data.kind()[i]][1];
    }
    for (int p = 0; p < own.length; p++) {
      own(p, back);
      people[2 * p] -= back[2 * p];
      people[2 * p + 1] -= back[2 * p + 1];
    }
  }

  private void own(int p, double[] people) {
    double[] a = own[p];
    double first = people[2 * p];
    double second = people[2 * p + 1];
    people[2 * p] = a[0] * first + a[1] * second;
    people[2 * p + 1] = a[1] * first + a[2] * second;
  }

  /** How a judgement's predictor moves with people's effects. */
  private double along(int i, double[] people) {
    double[] j = loading[data.kind()[i]];
    return j[0] * people[2 * data.person()[i]] + j[1] * people[2 * data.person()[i] + 1];
  }

  /**
   * H⁻¹z of one person's judgements, at their own three effects: z is a judgement's row of Z.
   *
   * @param to three numbers a judgement from {@code start} on, to be filled
   */
  void leverages(int start, int end, double[][] to) {
    double[] a = own[data.person()[start]];
    int n = end - start;
    // e = A⁻¹c of each judgement, and G = Σ e T: (H⁻¹) of person and stimulus is −G.
    double[][] e = new double[n][2];
    for (int i = 0; i < n; i++) {
      double[] j = loading[data.kind()[start + i]];
      double w = spread * weight[start + i];
      e[i][0] = w * (a[0] * j[0] + a[1] * j[1]);
      e[i][1] = w * (a[1] * j[0] + a[2] * j[1]);
    }
    double m00 = a[0];
    double m01 = a[1];
    double m11 = a[2];
    double[][] g = new double[n][2];
    for (int i = 0; i < n; i++) {
      double[] row = inverse[data.stimulus()[start + i]];
      for (int k = 0; k < n; k++) {
        double t = row[data.stimulus()[start + k]];
        g[i][0] += e[k][0] * t;
        g[i][1] += e[k][1] * t;
      }
      m00 += g[i][0] * e[i][0];
      m01 += g[i][0] * e[i][1];
      m11 += g[i][1] * e[i][1];
    }
    for (int i = 0; i < n; i++) {
      double[] j = loading[data.kind()[start + i]];
      int s = data.stimulus()[start + i];
      to[i][0] = m00 * j[0] + m01 * j[1] - spread * g[i][0];
      to[i][1] = m01 * j[0] + m11 * j[1] - spread * g[i][1];
      to[i][2] = spread * inverse[s][s] - g[i][0] * j[0] - g[i][1] * j[1];
    }
  }
}
