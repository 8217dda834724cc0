package org.xaistudy.analysis.distribution;

import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.Erfcx;
import org.apache.commons.numbers.gamma.InverseErfc;

/** The standard normal distribution. */
public final class Normal {
  private static final double ROOT_2_OVER_PI = Math.sqrt(2 / Math.PI);

  private static final double SQRT2 = Math.sqrt(2);

  private Normal() {}

  /** P(Z ≤ z), accurate in the lower tail. */
  public static double cumulative(double z) {
    return 0.5 * Erfc.value(-z / SQRT2);
  }

  /** log P(Z ≤ z), accurate however far down. */
  public static double logCumulative(double z) {
    return z > 0
        ? Math.log1p(-Erfc.value(z / SQRT2) / 2)
        : Math.log(Erfcx.value(-z / SQRT2) / 2) - z * z / 2;
  }

  /** The density over the cumulative probability, φ(z)/Φ(z): the inverse of Mills' ratio. */
  public static double inverseMills(double z) {
    return ROOT_2_OVER_PI / Erfcx.value(-z / SQRT2);
  }

  /** P(|Z| ≥ |z|), accurate however small. */
  public static double twoSided(double z) {
    return Erfc.value(Math.abs(z) / SQRT2);
  }

  /** The z with P(Z ≤ z) = p. */
  public static double quantile(double p) {
    return p < 0.5 ? -SQRT2 * InverseErfc.value(2 * p) : SQRT2 * InverseErfc.value(2 * (1 - p));
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
