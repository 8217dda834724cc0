package org.xaistudy.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;

class PermutationTestTest {
  private static final Scores X = Scores.of(new double[] {1, 4, 5, 7, 8, 9, 12});
  private static final Scores Y = Scores.of(new double[] {0, 2, 3, 3, 6, 7, 10, 1});

  /** Were the permutations alike, seeds would differ by more than chance allows. */
  @Test
  void permutationsAreIndependent() {
    int samples = 10_000;
    double[] p =
        IntStream.range(0, 40)
            .mapToDouble(seed -> PermutationTest.of(X, Y, samples, seed).p())
            .toArray();
    double mean = StatUtils.mean(p);
    assertThat(mean).isBetween(0.05, 0.5);
    assertThat(StatUtils.variance(p)).isLessThan(2 * mean * (1 - mean) / samples);
  }
}
