package org.xaistudy.analysis.results;

import org.xaistudy.analysis.bootstrap.Resampled;
import org.xaistudy.analysis.distribution.ClopperPearson;
import org.xaistudy.analysis.distribution.Interval;
import org.xaistudy.analysis.rates.Rate;

/**
 * A share of an arm's trials with all that is said of its uncertainty.
 *
 * @param rate the share
 * @param wilson its interval as if all trials were independent
 * @param resampled by drawing whole participants again
 * @param exact Clopper and Pearson's interval with participants for units: never too narrow, and
 *     there also when all of them are right
 */
public record RateResult(Rate rate, Interval wilson, Resampled resampled, Interval exact) {
  static RateResult of(Rate rate, int people, Resampled resampled, double level) {
    return new RateResult(
        rate, rate.wilson(level), resampled, ClopperPearson.of(rate.value(), people, level));
  }

  /** The one to quote: the bootstrap's where people differ, else the exact one. */
  public Interval quoted() {
    return resampled.interval().determined() ? resampled.interval() : exact;
  }
}
