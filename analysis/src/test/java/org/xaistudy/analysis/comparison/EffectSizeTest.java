package org.xaistudy.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xaistudy.analysis.distribution.Interval;
import org.xaistudy.analysis.distribution.NoncentralT;

/** What {@code ReferenceTest} does not compare with R. */
class EffectSizeTest {
  private static final int STUDIES = 4000;

  @ParameterizedTest
  @CsvSource({"0, 4, 3", "1, 8, 6", "-2.5, 5, 20"})
  void intervalsHoldTheTrueDifferenceAsOftenAsTheySay(double truth, int n, int m) {
    SplittableRandom random = new SplittableRandom(11);
    long held =
        IntStream.range(0, STUDIES)
            .filter(
                study ->
                    EffectSize.of(normal(random, n, truth), normal(random, m, 0), 0.9)
                        .dInterval()
                        .contains(truth))
            .count();
    // Four standard errors; the seed is fixed, so that it holds or does not.
    assertThat(held / (double) STUDIES).isCloseTo(0.9, within(4 * Math.sqrt(0.09 / STUDIES)));
  }

  @Test
  void theOtherWayRoundIsTheOtherSign() {
    Scores x = Scores.of(0.7, 0.9, 0.8, 0.2);
    Scores y = Scores.of(0.1, 0.4, 0.3);
    Interval one = EffectSize.of(x, y, 0.95).gInterval();
    Interval other = EffectSize.of(y, x, 0.95).gInterval();
    assertThat(one.low()).isCloseTo(-other.high(), within(1e-10));
    assertThat(one.high()).isCloseTo(-other.low(), within(1e-10));
  }

  @Test
  void whatCannotBeDeterminedIsNot() {
    EffectSize none = EffectSize.of(Scores.of(1, 1, 1), Scores.of(0, 0), 0.95);
    assertThat(none.dInterval()).isEqualTo(Interval.UNDETERMINED);
    assertThat(none.gInterval()).isEqualTo(Interval.UNDETERMINED);
    EffectSize single = EffectSize.of(Scores.of(1), Scores.of(0), 0.95);
    assertThat(single.dInterval()).isEqualTo(Interval.UNDETERMINED);
    EffectSize three = EffectSize.of(Scores.of(5), Scores.of(1, 2), 0.95);
    assertThat(three.dInterval().contains(three.d())).isTrue();
    assertThat(three.g()).isNaN();
  }

  @Test
  void spreadThatIsAlmostNothingStillHasAnInterval() {
    EffectSize huge = EffectSize.of(Scores.of(1e8, 1e8 + 1), Scores.of(0, 1e-3), 0.95);
    assertThat(huge.d()).isGreaterThan(1e8);
    assertThat(huge.dInterval().contains(huge.d())).isTrue();
    assertThat(huge.dInterval().low()).isGreaterThan(1e7);
  }

  @ParameterizedTest
  @CsvSource({"1, 400", "23, 400", "5000, 2000"})
  void bothWaysToComputeMeetWhereOneTakesOver(double df, double delta) {
    NoncentralT distribution = new NoncentralT(df);
    for (double z : new double[] {-2, -0.5, 0, 1.5}) {
      double ratio = 1 + z / Math.sqrt(2 * df) / 2;
      double below = delta * (1 - 1e-12);
      double beyond = delta * (1 + 1e-12);
      assertThat(distribution.cumulative(beyond * ratio, beyond))
          .isCloseTo(distribution.cumulative(below * ratio, below), within(1e-7));
    }
  }

  private static Scores normal(SplittableRandom random, int size, double mean) {
    return Scores.of(
        IntStream.range(0, size).mapToDouble(i -> mean + random.nextGaussian()).toArray());
  }
}
