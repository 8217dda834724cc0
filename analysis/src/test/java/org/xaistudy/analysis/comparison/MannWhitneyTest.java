package org.xaistudy.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Expected values by {@code wilcox.test(x, y)} of R 4.2.2. */
class MannWhitneyTest {
  @Test
  void smallSamplesWithoutTiesAreExact() {
    assertIs(
        Scores.of(1.1, 2.3, 4.5, 0.2, 3.3, 9.1),
        Scores.of(0.7, 1.2, 2.2, 3.1, 0.1),
        22,
        0.2467532467532467);
    assertIs(Scores.of(1), Scores.of(2), 0, 1);
  }

  @Test
  void tiesAndLargeSamplesAreApproximated() {
    assertIs(Scores.of(1, 2, 2, 3, 5), Scores.of(2, 3, 4, 4, 6, 7), 6.5, 0.1386258798789277);
    assertIs(Scores.of(3, 3, 3), Scores.of(3, 3, 1), 6, 0.5049850750938458);
    double[] fifty = IntStream.rangeClosed(1, 50).mapToDouble(i -> i * 1.01).toArray();
    double[] twenty = IntStream.rangeClosed(1, 20).mapToDouble(i -> i + 20.3).toArray();
    assertIs(Scores.of(fifty), Scores.of(twenty), 400.5, 0.1980716724830305);
  }

  @Test
  void nothingIsSaidWhereAllAreEqual() {
    assertThat(MannWhitney.of(Scores.of(3, 3), Scores.of(3, 3, 3)).p()).isNaN();
  }

  private static void assertIs(Scores x, Scores y, double u, double p) {
    MannWhitney test = MannWhitney.of(x, y);
    assertThat(test.u()).isEqualTo(u);
    assertThat(test.p()).isCloseTo(p, within(1e-12));
  }
}
