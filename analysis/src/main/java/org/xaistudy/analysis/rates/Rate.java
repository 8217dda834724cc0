package org.xaistudy.analysis.rates;

import org.xaistudy.analysis.distribution.Interval;
import org.xaistudy.analysis.distribution.Normal;

/**
 * A share of trials.
 *
 * @param hits trials that count
 * @param trials all trials
 */
public record Rate(int hits, int trials) {
  /** hits / trials; {@code NaN} without trials. */
  public double value() {
    return (double) hits / trials;
  }

  /**
   * Binomial standard error √(p(1−p)/n), as the 2023 study publishes it. It takes all trials for
   * independent, which trials of one person are not: see the bootstrap over participants.
   */
  public double standardError() {
    return Math.sqrt(value() * (1 - value()) / trials);
  }

  /** Wilson's score interval (J. Am. Stat. Assoc. 22, 1927), without continuity correction. */
  public Interval wilson(double level) {
    double z = Normal.critical(level);
    double z2n = z * z / trials;
    double centre = (value() + z2n / 2) / (1 + z2n);
    double half = z / (1 + z2n) * Math.sqrt(value() * (1 - value()) / trials + z2n / trials / 4);
    return Interval.around(centre, half);
  }
}
