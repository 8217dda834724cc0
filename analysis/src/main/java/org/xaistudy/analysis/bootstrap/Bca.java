package org.xaistudy.analysis.bootstrap;

import java.util.Arrays;
import org.xaistudy.analysis.distribution.Interval;
import org.xaistudy.analysis.distribution.Normal;

/**
 * Bias-corrected and accelerated limits (Efron, J. Am. Stat. Assoc. 82, 1987; Efron & Tibshirani
 * 1993, eq. 14.9 to 14.15).
 */
final class Bca {
  private Bca() {}

  /**
   * Limits from bootstrap values.
   *
   * @param estimate from the data
   * @param resampled from the bootstrap samples; sorted here
   * @param jackknife leaving one participant out after the other
   * @return undetermined if a value is {@code NaN}, or if nothing varies
   */
  static Interval of(double estimate, double[] resampled, double[] jackknife, double level) {
    double[] sorted = resampled.clone();
    Arrays.sort(sorted);
    double highest = sorted[sorted.length - 1];
    // NaN is sorted to the end.
    if (Double.isNaN(estimate) || Double.isNaN(highest) || sorted[0] == highest) {
      return Interval.UNDETERMINED;
    }
    double bias = bias(estimate, sorted);
    double acceleration = acceleration(jackknife);
    double z = Normal.critical(level);
    return new Interval(
        quantile(sorted, adjusted(bias, acceleration, -z)),
        quantile(sorted, adjusted(bias, acceleration, z)));
  }

  /** Values equal to the estimate count half: rates of few trials tie often. */
  private static double bias(double estimate, double[] sorted) {
    double below = 0;
    for (double value : sorted) {
      below += value < estimate ? 1 : value == estimate ? 0.5 : 0;
    }
    double n = sorted.length;
    return Normal.quantile(Math.min(Math.max(below / n, 0.5 / n), 1 - 0.5 / n));
  }

  private static double acceleration(double[] jackknife) {
    double sum = 0;
    for (double x : jackknife) {
      sum += x;
    }
    double mean = sum / jackknife.length;
    double cubes = 0;
    double squares = 0;
    for (double x : jackknife) {
      double away = mean - x;
      squares += away * away;
      cubes += away * away * away;
    }
    double a = cubes / (6 * Math.pow(squares, 1.5));
    return Double.isFinite(a) ? a : 0;
  }

  private static double adjusted(double bias, double acceleration, double z) {
    return Normal.cumulative(bias + (bias + z) / (1 - acceleration * (bias + z)));
  }

  /** Linear between order statistics, as R's type 7. */
  private static double quantile(double[] sorted, double p) {
    double position = p * (sorted.length - 1);
    int below = (int) Math.min(Math.max(Math.floor(position), 0), sorted.length - 2);
    return sorted[below] + (position - below) * (sorted[below + 1] - sorted[below]);
  }
}
