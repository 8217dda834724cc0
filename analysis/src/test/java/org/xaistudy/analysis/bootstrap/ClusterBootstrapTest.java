package org.xaistudy.analysis.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.xaistudy.analysis.distribution.Interval;
import org.xaistudy.analysis.responses.Arm;
import org.xaistudy.analysis.results.Simulated;

class ClusterBootstrapTest {
  @Test
  void intervalsCoverTheTruthAboutAsOftenAsTheySay() {
    // The truth is the accuracy of very many people of the same kind.
    double truth = accuracy(Simulated.study(1, 40_000).arms(List.of("m0")).get(0));
    long covered =
        IntStream.range(0, 400)
            .filter(
                study -> {
                  Arm arm = Simulated.study(100 + study, 25).arms(List.of("m0")).get(0);
                  return resampled(arm).get(ResampledStatistic.ACCURACY).interval().contains(truth);
                })
            .count();
    assertThat(covered).isBetween(362L, 392L);
  }

  @Test
  void onePersonSaysNothingAboutOthers() {
    Arm arm = Simulated.study(1, 1).arms(List.of("m0")).get(0);
    assertThat(resampled(arm).get(ResampledStatistic.TPR).interval())
        .isEqualTo(Interval.UNDETERMINED);
  }

  private static Map<ResampledStatistic, Resampled> resampled(Arm arm) {
    return ClusterBootstrap.over(arm).resample(1000, 0.95, 3);
  }

  private static double accuracy(Arm arm) {
    return arm.answers().mapToDouble(answer -> answer.correct() ? 1 : 0).average().orElseThrow();
  }
}
