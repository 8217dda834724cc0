package org.xaistudy.analysis.mixedmodel;

import static java.util.Objects.requireNonNull;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.jspecify.annotations.Nullable;

/**
 * Penalised, iteratively reweighted least squares for one random factor, step by step as {@code
 * lme4} takes them: weights and working response come from the linear predictor before the step.
 */
final class WorkingStep {
  private final Cells cells;
  private final double[] weight;
  private final double[] response;
  private final double[] u;
  private @Nullable Curvature curvature;

  WorkingStep(Cells cells) {
    this.cells = cells;
    weight = new double[cells.size()];
    response = new double[cells.size()];
    u = new double[cells.participants()];
  }

  /** Half the log-determinant at the weights before the last step, where lme4 leaves it. */
  double halfLogDeterminant() {
    return requireNonNull(curvature, "no step was taken").logDeterminant() / 2;
  }

  /**
   * Moves u, with β fixed, and {@code eta} with it.
   *
   * @return half the penalised deviance after the step
   */
  double random(double theta, double[] fixed, double[] eta) {
    weigh(eta);
    Curvature here = new Curvature(cells, new double[] {theta}, weight);
    curvature = here;
    java.util.Arrays.fill(u, 0);
    for (int i = 0; i < eta.length; i++) {
      double rest = response[i] - weight[i] * fixed[cells.row()[i]];
      u[cells.participant()[i]] += theta * rest;
    }
    here.solve(u, new double[0]);
    return predict(theta, fixed, eta);
  }

  /** Moves u and β together; returns half the penalised deviance after the step. */
  double both(double theta, double[] eta) {
    weigh(eta);
    Curvature here = new Curvature(cells, new double[] {theta}, weight);
    curvature = here;
    double[][] meeting = new double[cells.fixed()][cells.participants()];
    RealMatrix information = new Array2DRowRealMatrix(cells.fixed(), cells.fixed());
    double[] right = new double[cells.fixed()];
    java.util.Arrays.fill(u, 0);
    accumulate(theta, meeting, information, right);
    double[] beta = beta(here, meeting, information, right);
    for (int p = 0; p < u.length; p++) {
      for (int k = 0; k < beta.length; k++) {
        u[p] -= meeting[k][p] * beta[k];
      }
    }
    here.solve(u, new double[0]);
    return predict(theta, cells.linear(beta), eta);
  }

  private void accumulate(
      double theta, double[][] meeting, RealMatrix information, double[] right) {
    double[][] rows = cells.predictors();
    double[] weights = new double[rows.length];
    double[] responses = new double[rows.length];
    for (int i = 0; i < weight.length; i++) {
      int row = cells.row()[i];
      int person = cells.participant()[i];
      double copies = cells.copies()[person];
      u[person] += theta * response[i];
      weights[row] += copies * weight[i];
      responses[row] += copies * response[i];
      double met = theta * weight[i];
      for (int k = 0; k < right.length; k++) {
        meeting[k][person] += met * rows[row][k];
      }
    }
    // Cells of one row of the design share their products.
    for (int row = 0; row < rows.length; row++) {
      for (int k = 0; k < right.length; k++) {
        right[k] += rows[row][k] * responses[row];
        for (int l = 0; l < right.length && rows[row][k] != 0; l++) {
          information.addToEntry(k, l, weights[row] * rows[row][k] * rows[row][l]);
        }
      }
    }
  }

  private double[] beta(
      Curvature curvature, double[][] meeting, RealMatrix information, double[] right) {
    RealVector rest = new ArrayRealVector(right);
    for (int k = 0; k < right.length; k++) {
      double[] solved = meeting[k].clone();
      curvature.solve(solved, new double[0]);
      for (int l = 0; l < right.length; l++) {
        information.addToEntry(k, l, -weighted(meeting[l], solved));
      }
      rest.addToEntry(k, -weighted(solved, u));
    }
    return new LUDecomposition(information, 1e-300).getSolver().solve(rest).toArray();
  }

  private void weigh(double[] eta) {
    for (int i = 0; i < eta.length; i++) {
      double small = Math.exp(-Math.abs(eta[i]));
      double p = eta[i] > 0 ? 1 / (1 + small) : small / (1 + small);
      weight[i] = cells.trials()[i] * small / ((1 + small) * (1 + small));
      response[i] = weight[i] * eta[i] + cells.successes()[i] - cells.trials()[i] * p;
    }
  }

  private double predict(double theta, double[] fixed, double[] eta) {
    double half = weighted(u, u) / 2;
    for (int i = 0; i < eta.length; i++) {
      eta[i] = fixed[cells.row()[i]] + theta * u[cells.participant()[i]];
      double softplus = Math.max(eta[i], 0) + Math.log1p(Math.exp(-Math.abs(eta[i])));
      double loss = cells.trials()[i] * softplus - cells.successes()[i] * eta[i];
      half += cells.copies()[cells.participant()[i]] * loss;
    }
    return half;
  }

  private double weighted(double[] x, double[] y) {
    double sum = 0;
    for (int p = 0; p < x.length; p++) {
      sum += cells.copies()[p] * x[p] * y[p];
    }
    return sum;
  }
}
