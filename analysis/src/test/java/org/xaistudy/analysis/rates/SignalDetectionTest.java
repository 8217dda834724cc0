package org.xaistudy.analysis.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xaistudy.analysis.distribution.Interval;

/**
 * Against R 4.2.2: {@code z <- function(yes, n) qnorm((yes + .5)/(n + 1))}, and for each rate
 * {@code r} the variance {@code r*(1 - r)/(n*dnorm(qnorm(r))^2)}; limits by {@code qnorm(.975)}.
 */
class SignalDetectionTest {
  @ParameterizedTest
  @CsvSource({
    "18,20,7,25, 1.737645880451,-0.310938177386,0.450491105794, 0.854699537739,2.620592223164,"
        + " -0.752411348743,0.130534993970",
    "20,20,0,25, 4.050654227543,0.044574717124,0.844538964362, 2.395388273852,5.705920181233,"
        + " -0.783058259721,0.872207693969",
    "1,1,0,1, 1.348979500392,0,1.927053434189, -2.427975826903,5.125934827687,"
        + " -1.888477663648,1.888477663648"
  })
  void agreesWithR(
      int tp,
      int positives,
      int fp,
      int negatives,
      double sensitivity,
      double criterion,
      double error,
      double low,
      double high,
      double criterionLow,
      double criterionHigh) {
    SignalDetection of = SignalDetection.of(new Confusion(tp, positives - tp, fp, negatives - fp));
    assertThat(of.dPrime()).isCloseTo(sensitivity, within(1e-10));
    assertThat(of.criterion()).isCloseTo(criterion, within(1e-10));
    assertThat(of.dPrimeError()).isCloseTo(error, within(1e-10));
    assertInterval(of.dPrimeInterval(0.95), low, high);
    assertInterval(of.criterionInterval(0.95), criterionLow, criterionHigh);
    assertThat(SignalDetection.z(tp, positives) - SignalDetection.z(fp, negatives))
        .isCloseTo(sensitivity, within(1e-10));
  }

  @ParameterizedTest
  @CsvSource({"0,0,3,10", "7,10,0,0"})
  void oneKindOfModelAloneTellsNothing(int tp, int positives, int fp, int negatives) {
    SignalDetection of = SignalDetection.of(new Confusion(tp, positives - tp, fp, negatives - fp));
    assertThat(of.dPrime()).isNaN();
    assertThat(of.criterion()).isNaN();
    assertThat(of.dPrimeError()).isNaN();
    assertThat(of.dPrimeInterval(0.95).determined()).isFalse();
  }

  private static void assertInterval(Interval interval, double low, double high) {
    assertThat(interval.low()).isCloseTo(low, within(1e-10));
    assertThat(interval.high()).isCloseTo(high, within(1e-10));
  }
}
