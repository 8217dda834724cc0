package org.xaistudy.analysis.mixedmodel;

import org.xaistudy.analysis.distribution.Interval;
import org.xaistudy.analysis.distribution.Normal;

/**
 * A fixed effect, on the scale of log odds.
 *
 * @param term what it is about
 * @param estimate log odds, or log odds ratio
 * @param error its standard error; {@code NaN} if the data do not determine it
 */
public record Coefficient(Term term, double estimate, double error) {
  /**
   * What a coefficient is about.
   *
   * @param method id of the method
   * @param versus id of the method it is compared with; empty for the reference itself
   * @param effect what of the method: {@code intercept}, {@code log_odds_ratio}, …
   */
  public record Term(String method, String versus, String effect) {}

  /** Wald's z. */
  public double z() {
    return estimate / error;
  }

  /** Two-sided. */
  public double p() {
    return Normal.twoSided(z());
  }

  /** Wald's interval. */
  public Interval interval(double level) {
    return Interval.around(estimate, Normal.critical(level) * error);
  }
}
