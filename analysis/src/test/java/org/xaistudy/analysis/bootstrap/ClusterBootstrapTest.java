package org.xaistudy.analysis.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.xaistudy.analysis.RValues;
import org.xaistudy.analysis.distribution.Interval;
import org.xaistudy.analysis.responses.Answer;
import org.xaistudy.analysis.responses.Arm;
import org.xaistudy.analysis.responses.Participant;
import org.xaistudy.analysis.responses.Source;
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

  @Test
  void twoPeopleSayALittle() {
    Arm two = arm(person(9, 1, 2, 8), person(5, 5, 4, 6));
    Resampled accuracy = resampled(two).get(ResampledStatistic.ACCURACY);
    // Of the four samples, two hold one person twice: 17/20 and 11/20 about 14/20.
    assertThat(accuracy.error()).isCloseTo(0.15 * Math.sqrt(0.5), within(0.005));
    assertThat(accuracy.interval().determined()).isTrue();
  }

  /**
   * Different numbers of trials, and one person much worse than the rest, against R's own samples;
   * values and version in {@code bootstrap.csv}, by {@code bootstrap.R}.
   */
  @Test
  void errorsAndLimitsAgreeWithRButForChance() {
    int[] tp = {9, 8, 8, 7, 9, 6, 8, 7, 9, 0, 8, 5};
    int[] fn = {1, 0, 2, 1, 3, 2, 0, 4, 1, 12, 1, 5};
    int[] fp = {1, 2, 0, 1, 3, 0, 2, 1, 0, 11, 1, 4};
    int[] tn = {8, 9, 7, 8, 6, 9, 8, 7, 12, 1, 9, 5};
    Arm twelve =
        arm(
            IntStream.range(0, tp.length)
                .mapToObj(i -> person(tp[i], fn[i], fp[i], tn[i]))
                .toArray(Participant[]::new));
    RValues r = new RValues("bootstrap.csv");
    ClusterBootstrap.over(twelve)
        .resample(100_000, 0.95, 3)
        .forEach(
            (statistic, resampled) -> {
              double error = r.of(statistic.id()).get("error");
              assertThat(resampled.error())
                  .as("error of %s", statistic)
                  .isCloseTo(error, within(error / 50));
              r.assertAgrees(statistic.id(), "low", resampled.interval().low(), error / 10);
              r.assertAgrees(statistic.id(), "high", resampled.interval().high(), error / 10);
            });
  }

  @Test
  void whatOnlyOneKindOfModelWouldTellStaysUnknown() {
    Map<ResampledStatistic, Resampled> positives =
        resampled(arm(person(9, 1, 0, 0), person(5, 5, 0, 0), person(7, 3, 0, 0)));
    assertThat(positives.get(ResampledStatistic.TPR).interval().determined()).isTrue();
    for (ResampledStatistic unknown :
        List.of(ResampledStatistic.TNR, ResampledStatistic.D_PRIME, ResampledStatistic.CRITERION)) {
      assertThat(positives.get(unknown).error()).as("error of %s", unknown).isNaN();
      assertThat(positives.get(unknown).interval()).isEqualTo(Interval.UNDETERMINED);
    }
  }

  private static Arm arm(Participant... people) {
    return new Arm("m", List.of(people));
  }

  private static Participant person(int tp, int fn, int fp, int tn) {
    List<Answer> answers = new ArrayList<>();
    answers.addAll(Collections.nCopies(tp, answer(true, true)));
    answers.addAll(Collections.nCopies(fn, answer(true, false)));
    answers.addAll(Collections.nCopies(fp, answer(false, true)));
    answers.addAll(Collections.nCopies(tn, answer(false, false)));
    return new Participant("p", "m", answers, true, "", Source.UNKNOWN, 0);
  }

  private static Answer answer(boolean truth, boolean said) {
    return new Answer("", 0, truth, said, 5, 5, Answer.UNKNOWN_TIME);
  }

  private static Map<ResampledStatistic, Resampled> resampled(Arm arm) {
    return ClusterBootstrap.over(arm).resample(1000, 0.95, 3);
  }

  private static double accuracy(Arm arm) {
    return arm.answers().mapToDouble(answer -> answer.correct() ? 1 : 0).average().orElseThrow();
  }
}
