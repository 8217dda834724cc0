package org.xaistudy.analysis.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.xaistudy.analysis.RValues;
import org.xaistudy.analysis.distribution.Interval;

/** Limits against R; values and versions in {@code bootstrap.csv}, by {@code bootstrap.R}. */
class BcaTest {
  private static final RValues R = new RValues("bootstrap.csv");
  private static final double[] DRAWN =
      IntStream.range(0, 199).mapToDouble(i -> Math.pow(i * 37 % 199 / 199.0, 2) * 10).toArray();
  private static final double[] SKEWED = {1, 1.5, 2, 2.5, 4};

  @Test
  void limitsAgree() {
    assertLimits("skewed", Bca.of(3, DRAWN, SKEWED, 0.95));
    assertLimits("level_80", Bca.of(3, DRAWN, SKEWED, 0.8));
    double[] mirrored = Arrays.stream(SKEWED).map(x -> -x).toArray();
    assertLimits("mirrored", Bca.of(4, DRAWN, mirrored, 0.95));
  }

  @Test
  void valuesThatTieWithTheEstimateCountHalf() {
    double[] ties = Arrays.stream(DRAWN).map(x -> x > 1 && x < 4 ? 2 : x).toArray();
    assertLimits("ties", Bca.of(2, ties, SKEWED, 0.95));
  }

  @Test
  void anEstimateBeyondAllValuesLeavesFiniteLimits() {
    assertLimits("above_all", Bca.of(11, DRAWN, SKEWED, 0.95));
    assertLimits("below_all", Bca.of(-1, DRAWN, SKEWED, 0.95));
    double[] many = IntStream.range(0, 5000).mapToDouble(i -> i).toArray();
    assertThat(Bca.of(5000, many, new double[] {1, 1}, 0.95).high()).isEqualTo(4999);
  }

  @Test
  void nothingIsAcceleratedWhereLeavingOutAnybodyChangesNothing() {
    assertLimits("equal_jackknife", Bca.of(3, DRAWN, new double[] {1, 1, 1}, 0.95));
  }

  @Test
  void theErrorIsTheStandardDeviationOfWhatWasDrawn() {
    R.assertAgrees("skewed", "error", Resampled.of(3, DRAWN, SKEWED, 0.95).error(), 1e-9);
  }

  @Test
  void whatDoesNotVaryOrCannotBeComputedTellsNothing() {
    double[] constant = {0.5, 0.5, 0.5};
    assertThat(Bca.of(0.5, constant, SKEWED, 0.95)).isEqualTo(Interval.UNDETERMINED);
    assertThat(Resampled.of(0.5, constant, SKEWED, 0.95).error()).isNaN();
    double[] unknown = {0.5, Double.NaN, 0.7};
    assertThat(Bca.of(0.5, unknown, SKEWED, 0.95)).isEqualTo(Interval.UNDETERMINED);
    assertThat(Bca.of(Double.NaN, DRAWN, SKEWED, 0.95)).isEqualTo(Interval.UNDETERMINED);
  }

  private static void assertLimits(String name, Interval interval) {
    R.assertAgrees(name, "low", interval.low(), 1e-9);
    R.assertAgrees(name, "high", interval.high(), 1e-9);
  }
}
