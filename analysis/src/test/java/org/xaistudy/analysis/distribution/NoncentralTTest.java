package org.xaistudy.analysis.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoncentralTTest {
  /** {@code pt(t, df, ncp)} of R 4.2.2. */
  @ParameterizedTest
  @CsvSource({
    "0.5, 5, 1, 0.302125861935841",
    "-2, 3, -1.5, 0.400323731629342",
    "2.5, 30, 8, 8.05112315653744e-08",
    "0, 4, 0.7, 0.241963652223073",
    "1.5, 4, 0, 0.896",
    "-1.5, 4, 0, 0.104",
    "45, 10, 37, 0.746828241326144",
    "0.001, 2, 1e-160, 0.500353553302205",
    "2, 0.5, 1, 0.520496351815057",
    "-3, 8, 2, 2.07927063592406e-05",
    "40, 9, -2, 0.999999999999772"
  })
  void isWhatItIsInR(double t, double df, double delta, double expected) {
    assertThat(new NoncentralT(df).cumulative(t, delta)).isCloseTo(expected, within(1e-10));
  }

  /** R stops at 37.6; where the way of computing changes, nothing else may. */
  @ParameterizedTest
  @ValueSource(doubles = {5, 40, 199.9})
  void theTwoWaysToComputeItMeet(double df) {
    NoncentralT distribution = new NoncentralT(df);
    for (double t : new double[] {380, 400, 425}) {
      double below = distribution.cumulative(t, 400 - 1e-9);
      double above = distribution.cumulative(t, 400 + 1e-9);
      assertThat(above).isCloseTo(below, within(1e-6));
      assertThat(below).isBetween(0.01, 0.99);
      assertThat(distribution.cumulative(-t, -400 - 1e-9)).isCloseTo(1 - above, within(1e-12));
    }
  }

  @Test
  void farOnTheOtherSideNothingIsLeft() {
    assertThat(new NoncentralT(5).cumulative(1, -500)).isEqualTo(1);
    assertThat(new NoncentralT(5).cumulative(-1, 500)).isZero();
  }
}
