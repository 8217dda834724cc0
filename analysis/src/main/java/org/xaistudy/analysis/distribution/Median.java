package org.xaistudy.analysis.distribution;

import java.util.stream.DoubleStream;

/** The value in the middle; of an even number of values the mean of the two in the middle. */
public final class Median {
  private Median() {}

  /**
   * The median of values in any order.
   *
   * @return {@code NaN} without values
   */
  public static double of(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    int n = sorted.length;
    return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }
}
