package org.xaistudy.analysis.comparison;

import org.apache.commons.math3.distribution.TDistribution;
import org.xaistudy.analysis.distribution.Interval;

/**
 * A two-sided t-test of {@code mean(x) − mean(y)}.
 *
 * @param t the statistic
 * @param df degrees of freedom
 * @param p two-sided
 * @param difference mean(x) − mean(y)
 * @param interval of the difference
 */
public record TTest(double t, double df, double p, double difference, Interval interval) {
  /** R's bound: a standard error below this share of the means is rounding, not spread. */
  private static final double CONSTANT = 10 * Math.ulp(1.0);

  /**
   * Welch's test (Biometrika 34, 1947), for unequal variances. All but the difference is {@code
   * NaN} with fewer than two values in a sample or no spread in either.
   */
  public static TTest welch(Scores x, Scores y, double level) {
    double vx = x.variance() / x.size();
    double vy = y.variance() / y.size();
    double df = (vx + vy) * (vx + vy) / (vx * vx / (x.size() - 1) + vy * vy / (y.size() - 1));
    return of(x, y, Math.sqrt(vx + vy), df, level);
  }

  /**
   * Student's test with the pooled variance. One of the samples may be a single value; all but the
   * difference is {@code NaN} with no degree of freedom or no spread in either.
   */
  public static TTest student(Scores x, Scores y, double level) {
    double error = Pooled.sd(x, y) * Math.sqrt(1.0 / x.size() + 1.0 / y.size());
    return of(x, y, error, x.size() + y.size() - 2.0, level);
  }

  /**
   * Student's test of paired values (Biometrika 6, 1908). All but the difference is {@code NaN}
   * with fewer than two pairs or where all differ by the same.
   *
   * @param differences of each pair, x less y
   */
  public static TTest paired(Scores differences, double level) {
    int n = differences.size();
    double error = differences.sd() / Math.sqrt(n);
    return of(differences.mean(), Math.abs(differences.mean()), error, n - 1.0, level);
  }

  /** The same test of mean(y) − mean(x). */
  public TTest turned() {
    return new TTest(-t, df, p, -difference, interval.negated());
  }

  private static TTest of(Scores x, Scores y, double error, double df, double level) {
    double scale = Math.max(Math.abs(x.mean()), Math.abs(y.mean()));
    return of(x.mean() - y.mean(), scale, error, df, level);
  }

  private static TTest of(double difference, double scale, double error, double df, double level) {
    double constant = CONSTANT * scale;
    if (!(error > constant) || !(df > 0)) {
      return new TTest(Double.NaN, Double.NaN, Double.NaN, difference, Interval.UNDETERMINED);
    }
    TDistribution distribution = new TDistribution(null, df);
    double t = difference / error;
    double critical = distribution.inverseCumulativeProbability(0.5 + level / 2);
    return new TTest(
        t,
        df,
        2 * distribution.cumulativeProbability(-Math.abs(t)),
        difference,
        Interval.around(difference, critical * error));
  }
}
