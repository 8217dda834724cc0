package org.xaistudy.analysis.comparison;

import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.xaistudy.analysis.distribution.Interval;
import org.xaistudy.analysis.distribution.NoncentralT;

/**
 * A difference of means in units of the pooled standard deviation; of pairs, in units of the
 * standard deviation of their differences.
 *
 * @param d Cohen's d, of pairs d_z; {@code NaN} without spread
 * @param dInterval its interval
 * @param g Hedges' g = d (1 − 3/(4 df − 1)) with n + m − 2 degrees of freedom, of pairs n − 1,
 *     nearly free of d's bias in small samples; {@code NaN} with one degree of freedom, where that
 *     bias has no bound
 * @param gInterval its interval
 */
public record EffectSize(double d, Interval dInterval, double g, Interval gInterval) {
  private static final int EVALUATIONS = 1000;

  /**
   * From two samples. The limits are exact for normal samples of equal variance: those true d whose
   * noncentral t puts half of {@code 1 - level} above or below Student's t (Steiger & Fouladi, in
   * What If There Were No Significance Tests?, 1997); those of g are shrunken as g is.
   */
  public static EffectSize of(Scores x, Scores y, double level) {
    double sd = Pooled.sd(x, y);
    double d = sd > 0 ? (x.mean() - y.mean()) / sd : Double.NaN;
    double scale = Math.sqrt(1.0 / x.size() + 1.0 / y.size());
    return of(d, scale, x.size() + y.size() - 2.0, level);
  }

  /**
   * Of paired values, with limits that are exact for normal differences.
   *
   * @param differences of each pair, x less y
   */
  public static EffectSize ofPairs(Scores differences, double level) {
    double sd = differences.sd();
    double d = sd > 0 ? differences.mean() / sd : Double.NaN;
    return of(d, Math.sqrt(1.0 / differences.size()), differences.size() - 1.0, level);
  }

  private static EffectSize of(double d, double scale, double df, double level) {
    double shrink = df > 1 ? 1 - 3 / (4 * df - 1) : Double.NaN;
    Interval delta =
        Double.isFinite(d) ? noncentrality(d / scale, df, level) : Interval.UNDETERMINED;
    Interval interval = delta.times(scale);
    return new EffectSize(d, interval, shrink * d, interval.times(shrink));
  }

  /** The effect of y against x. */
  public EffectSize turned() {
    return new EffectSize(-d, dInterval.negated(), -g, gInterval.negated());
  }

  private static Interval noncentrality(double t, double df, double level) {
    NoncentralT distribution = new NoncentralT(df);
    return new Interval(
        noncentrality(t, distribution, 0.5 + level / 2),
        noncentrality(t, distribution, 0.5 - level / 2));
  }

  /** The δ with P(T ≤ t) = p, which falls as δ grows. */
  private static double noncentrality(double t, NoncentralT distribution, double p) {
    UnivariateFunction excess = delta -> distribution.cumulative(t, delta) - p;
    double step = 1 + Math.abs(t) / Math.sqrt(distribution.df());
    double low = t - step;
    double high = t + step;
    for (; excess.value(low) < 0; step *= 2) {
      low -= step;
    }
    for (; excess.value(high) > 0; step *= 2) {
      high += step;
    }
    return new BrentSolver(1e-13, 1e-13).solve(EVALUATIONS, excess, low, high);
  }
}
