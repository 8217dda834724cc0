package org.xaistudy.analysis.comparison;

import java.util.Arrays;

/** One number per participant of one arm. */
public final class Scores {
  private final double[] values;
  private final double mean;
  private final double variance;

  private Scores(double[] values) {
    this.values = values;
    this.mean = mean(values);
    this.variance = variance(values, mean);
  }

  /**
   * A sample of these values.
   *
   * @throws IllegalArgumentException if there are none, or one is not finite
   */
  public static Scores of(double... values) {
    if (values.length == 0 || !Arrays.stream(values).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("a sample needs finite values, at least one");
    }
    return new Scores(values.clone());
  }

  /** How many values. */
  public int size() {
    return values.length;
  }

  /** A copy of the values. */
  public double[] values() {
    return values.clone();
  }

  /** Their mean. */
  public double mean() {
    return mean;
  }

  /** Their variance with n − 1; {@code NaN} for a single value. */
  public double variance() {
    return variance;
  }

  /** The square root of the variance. */
  public double sd() {
    return Math.sqrt(variance);
  }

  private static double mean(double[] values) {
    double rough = Arrays.stream(values).sum() / values.length;
    // A second pass takes out what the first lost by rounding, so that equal values have no spread.
    return rough + Arrays.stream(values).map(x -> x - rough).sum() / values.length;
  }

  private static double variance(double[] values, double mean) {
    double squares = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
    return values.length < 2 ? Double.NaN : squares / (values.length - 1);
  }
}
