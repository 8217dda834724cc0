package org.xaistudy.analysis.distribution;

import org.apache.commons.statistics.distribution.BetaDistribution;

/** Clopper and Pearson's exact interval of a share (Biometrika 26, 1934). */
public final class ClopperPearson {
  private ClopperPearson() {}

  /**
   * The interval of a share of so many units. A share that is a mean of numbers from 0 to 1, one a
   * unit, varies less than one of zeros and ones: its interval is then wider than it need be, never
   * too narrow.
   *
   * @param share in [0, 1]
   * @param units how many, at least 1
   */
  public static Interval of(double share, int units, double level) {
    if (Double.isNaN(share)) {
      return Interval.UNDETERMINED;
    }
    double outside = (1 - level) / 2;
    double hits = share * units;
    double misses = units - hits;
    double low =
        hits == 0 ? 0 : BetaDistribution.of(hits, misses + 1).inverseCumulativeProbability(outside);
    double high =
        misses == 0 ? 1 : BetaDistribution.of(hits + 1, misses).inverseSurvivalProbability(outside);
    return new Interval(low, high);
  }
}
