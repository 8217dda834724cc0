package org.xaistudy.analysis.distribution;

import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * A number with its uncertainty.
 *
 * @param value the number; {@code NaN} where the data do not determine it
 * @param error its standard error
 * @param df degrees of freedom of the t distribution that value/error is compared with; infinite
 *     for the normal one
 */
public record Estimate(double value, double error, double df) {
  /** Where the data determine nothing. */
  public static final Estimate UNDETERMINED =
      new Estimate(Double.NaN, Double.NaN, Double.POSITIVE_INFINITY);

  /**
   * The mean of values less what it is held against, with Student's t.
   *
   * @return {@code NaN} without values; no error for a single one
   */
  public static Estimate ofMean(double[] values, double against) {
    int n = values.length;
    double mean = Arrays.stream(values).average().orElse(Double.NaN);
    double squares = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
    double error = n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1) / n);
    return new Estimate(mean - against, error, n - 1.0);
  }

  /** value / error. */
  public double t() {
    return value / error;
  }

  /** Two-sided, against 0. */
  public double p() {
    if (!determined()) {
      return Double.NaN;
    }
    return Double.isInfinite(df)
        ? Normal.twoSided(t())
        : 2 * new TDistribution(null, df).cumulativeProbability(-Math.abs(t()));
  }

  /** The limits that a two-sided test at 1 − level would not refuse. */
  public Interval interval(double level) {
    return determined() ? Interval.around(value, critical(level) * error) : Interval.UNDETERMINED;
  }

  /** The number and its limits, both moved by so much. */
  public Quoted quoted(double level, double moved) {
    Interval limits = interval(level);
    return new Quoted(value + moved, new Interval(limits.low() + moved, limits.high() + moved));
  }

  /**
   * The exponential of the number and of its limits: a ratio or a geometric mean, where this is the
   * logarithm of one.
   *
   * @param unit what 1 is then called
   */
  public Quoted exponential(double level, double unit) {
    Interval limits = interval(level);
    return new Quoted(
            Math.exp(value), new Interval(Math.exp(limits.low()), Math.exp(limits.high())))
        .times(unit);
  }

  /** The same in other units, so many of which make one of these. */
  public Estimate times(double factor) {
    return new Estimate(factor * value, factor * error, df);
  }

  /** The same about another quantity of which this is the negative. */
  public Estimate negated() {
    return new Estimate(-value, error, df);
  }

  private boolean determined() {
    return Double.isFinite(value) && Double.isFinite(error) && error > 0 && df > 0;
  }

  private double critical(double level) {
    return Double.isInfinite(df)
        ? Normal.critical(level)
        : new TDistribution(null, df).inverseCumulativeProbability(0.5 + level / 2);
  }
}
