package org.xaistudy.analysis.distribution;

import org.apache.commons.math3.special.Erf;

/** The standard normal distribution. */
public final class Normal {
  private static final double SQRT2 = Math.sqrt(2);

  private Normal() {}

  /** P(Z ≤ z), accurate in the lower tail. */
  public static double cumulative(double z) {
    return 0.5 * Erf.erfc(-z / SQRT2);
  }

  /** P(|Z| ≥ |z|), accurate however small. */
  public static double twoSided(double z) {
    return Erf.erfc(Math.abs(z) / SQRT2);
  }

  /** The z with P(Z ≤ z) = p. */
  public static double quantile(double p) {
    return p < 0.5 ? -SQRT2 * Erf.erfcInv(2 * p) : SQRT2 * Erf.erfcInv(2 * (1 - p));
  }

  /** The density at z. */
  public static double density(double z) {
    return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
  }

  /** The z that leaves half of {@code 1 - level} in each tail: 1.96 for 0.95. */
  public static double critical(double level) {
    return quantile(0.5 + level / 2);
  }
}
