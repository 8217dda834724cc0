package org.xaistudy.analysis.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SumBootstrapTest {
  private static final List<int[]> WITH = people(4, 3, 5, 2, 4, 5, 4, 6, 3, 4);
  private static final List<int[]> WITHOUT = people(1, 2, 3, 2, 4, 1, 2, 0, 3, 2);

  /**
   * R 4.2.2, boot 1.3-28.1: boot(d, ratio of means, R = 200000, strata = group) with the seeds 1 to
   * 3 has standard errors of 0.4364 to 0.4399 and BCa limits of 1.393 to (3.019 to 3.067).
   */
  @Test
  void aRatioOfTwoGroupsAgreesWithR() {
    SumBootstrap bootstrap = new SumBootstrap(List.of(WITH, WITHOUT));
    Resampled ratio = bootstrap.resample(List.of(SumBootstrapTest::ratio), 100_000, 0.95, 1).get(0);
    assertThat(bootstrap.estimate(SumBootstrapTest::ratio)).isEqualTo(2);
    assertThat(ratio.error()).isCloseTo(0.438, within(0.006));
    assertThat(ratio.interval().low()).isCloseTo(1.393, within(0.03));
    assertThat(ratio.interval().high()).isCloseTo(3.05, within(0.06));
  }

  @Test
  void theOrderOfPeopleChangesNothing() {
    List<int[]> turned = new ArrayList<>(WITH);
    Collections.reverse(turned);
    assertThat(resample(turned, WITHOUT)).isEqualTo(resample(WITH, WITHOUT));
  }

  @Test
  void aGroupOfOneTellsNothing() {
    assertThat(resample(WITH, people(2)).get(0).interval().determined()).isFalse();
  }

  @Test
  void whatMayBeDividedByNothingIsNotDetermined() {
    assertThat(resample(WITH, people(0, 0, 1)).get(0).interval().determined()).isFalse();
  }

  private static List<Resampled> resample(List<int[]> with, List<int[]> without) {
    return new SumBootstrap(List.of(with, without))
        .resample(List.of(SumBootstrapTest::ratio), 500, 0.95, 1);
  }

  private static double ratio(long[][] sums) {
    double without = (double) sums[1][0] / sums[1][1];
    return without > 0 ? (double) sums[0][0] / sums[0][1] / without : Double.NaN;
  }

  /** People with so many right answers of six. */
  private static List<int[]> people(int... right) {
    return Arrays.stream(right).mapToObj(one -> new int[] {one, 6}).toList();
  }
}
