package org.xaistudy.analysis.bootstrap;

import org.xaistudy.analysis.distribution.Interval;

/**
 * What drawing participants again tells of a statistic.
 *
 * @param error standard deviation over the samples
 * @param interval BCa; undetermined where nothing varies, because then the samples tell nothing of
 *     people who were not asked
 */
public record Resampled(double error, Interval interval) {
  static final Resampled NOTHING = new Resampled(Double.NaN, Interval.UNDETERMINED);

  static Resampled of(double estimate, double[] drawn, double[] jackknife, double level) {
    double sum = 0;
    for (double x : drawn) {
      sum += x;
    }
    double mean = sum / drawn.length;
    double squares = 0;
    for (double x : drawn) {
      squares += (x - mean) * (x - mean);
    }
    double error = Math.sqrt(squares / (drawn.length - 1));
    return new Resampled(error > 0 ? error : Double.NaN, Bca.of(estimate, drawn, jackknife, level));
  }
}
