package org.xaistudy.analysis.comparison;

import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.xaistudy.analysis.distribution.Normal;

/**
 * Looks at data while they come, so that all of them together find something in at most α of
 * studies where there is nothing: α is spent as the information grows, in the manner of O'Brien and
 * Fleming (Lan & DeMets, Biometrika 70, 1983), on either side 2 − 2Φ(z(1 − α/4)/√t) at the share t.
 * Limits by recursive integration (Armitage, McPherson & Rowe, J. R. Stat. Soc. A 132, 1969).
 *
 * @param information the share of the whole at each look, ascending to 1
 */
public record AlphaSpending(double[] information) {
  /** Simpson's intervals on either side of 0; limits are right to seven decimals. */
  private static final int HALF = 128;

  private static final int EVALUATIONS = 200;
  private static final double FAR = 40;

  /**
   * The two-sided p that counts at a look, if no look before found anything.
   *
   * @param look from 0
   * @param alpha of all looks together
   */
  public double nominal(int look, double alpha) {
    return Normal.twoSided(limits(look, alpha)[look]);
  }

  /**
   * The smallest α with which a p-value would count at a look: the p-value raised for all looks.
   *
   * @param p two-sided; {@code NaN} stays
   */
  public double adjusted(int look, double p) {
    if (Double.isNaN(p) || information.length == 1) {
      return p;
    }
    double low = Math.log(1e-16);
    if (p <= nominal(look, Math.exp(low))) {
      return p;
    }
    if (p >= nominal(look, 1)) {
      return 1;
    }
    UnivariateFunction excess = logAlpha -> Math.log(nominal(look, Math.exp(logAlpha)) / p);
    return Math.exp(new BrentSolver(1e-9, 1e-9).solve(EVALUATIONS, excess, low, 0));
  }

  /** The z-values of all looks up to one. */
  private double[] limits(int last, double alpha) {
    double[] limits = new double[last + 1];
    double[] at = new double[2 * HALF + 1];
    double[] density = new double[0];
    for (int look = 0; look <= last; look++) {
      double spend = spent(look, alpha) - (look == 0 ? 0 : spent(look - 1, alpha));
      double[] before = at;
      double[] within = density;
      double root = Math.sqrt(information[look]);
      double step = Math.sqrt(information[look] - (look == 0 ? 0 : information[look - 1]));
      UnivariateFunction crossed = z -> look(before, within, z * root, step) - spend;
      limits[look] =
          crossed.value(FAR) > 0
              ? FAR
              : new BrentSolver(1e-12, 1e-12).solve(EVALUATIONS, crossed, 0, FAR);
      at = grid(limits[look] * root);
      density = density(before, within, at, step);
    }
    return limits;
  }

  /** How often the sum ends above a limit, given that it has stayed within those before. */
  private static double look(double[] before, double[] within, double limit, double step) {
    if (within.length == 0) {
      return Normal.cumulative(-limit / step);
    }
    double sum = 0;
    for (int i = 0; i < before.length; i++) {
      sum += weight(i) * within[i] * Normal.cumulative((before[i] - limit) / step);
    }
    return sum * width(before);
  }

  /** Of the sum at the next look, for sums that have stayed within the limits before. */
  private static double[] density(double[] before, double[] within, double[] at, double step) {
    double[] density = new double[at.length];
    for (int j = 0; j < at.length; j++) {
      if (within.length == 0) {
        density[j] = Normal.density(at[j] / step) / step;
      } else {
        double sum = 0;
        for (int i = 0; i < before.length; i++) {
          sum += weight(i) * within[i] * Normal.density((at[j] - before[i]) / step);
        }
        density[j] = sum * width(before) / step;
      }
    }
    return density;
  }

  private static double[] grid(double limit) {
    double[] grid = new double[2 * HALF + 1];
    for (int i = 0; i < grid.length; i++) {
      grid[i] = limit * (i - HALF) / HALF;
    }
    return grid;
  }

  private static double weight(int i) {
    return i == 0 || i == 2 * HALF ? 1 : i % 2 == 1 ? 4 : 2;
  }

  private static double width(double[] grid) {
    return (grid[1] - grid[0]) / 3;
  }

  /** On one side. */
  private double spent(int look, double alpha) {
    return 2 * Normal.cumulative(Normal.quantile(alpha / 4) / Math.sqrt(information[look]));
  }
}
