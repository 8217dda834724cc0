package org.xaistudy.analysis.mixedmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.xaistudy.analysis.distribution.Interval;

class CoefficientTest {
  private static final Coefficient.Term TERM = new Coefficient.Term("lrp", "crp", "log_odds_ratio");

  /** R 4.2.2: {@code 2*pnorm(-0.9/0.4)}, {@code -0.9 + c(-1, 1)*qnorm(.95)*0.4}. */
  @Test
  void waldsTestAndIntervalAgreeWithR() {
    Coefficient effect = new Coefficient(TERM, -0.9, 0.4);
    assertThat(effect.z()).isCloseTo(-2.25, within(1e-12));
    assertThat(effect.p()).isCloseTo(0.024448945310, within(1e-10));
    Interval interval = effect.interval(0.9);
    assertThat(interval.low()).isCloseTo(-1.55794145078, within(1e-9));
    assertThat(interval.high()).isCloseTo(-0.24205854922, within(1e-9));
  }

  @Test
  void whatTheDataDoNotDetermineHasNeither() {
    Coefficient unknown = new Coefficient(TERM, 30, Double.NaN);
    assertThat(unknown.p()).isNaN();
    assertThat(unknown.interval(0.9).determined()).isFalse();
  }
}
