package org.xaistudy.analysis.mixedmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.xaistudy.analysis.distribution.Estimate;
import org.xaistudy.analysis.responses.Answer;
import org.xaistudy.analysis.responses.Arm;
import org.xaistudy.analysis.responses.Participant;
import org.xaistudy.analysis.responses.Source;

/** What one arm does not tell leaves the others as they are. */
class UndeterminedArmTest {
  private static final Arm GUESSING = arm("guessing", UndeterminedArmTest::answers);
  private static final Arm BETTER =
      arm("better", person -> each(answers(person), a -> a.trial() % 5 == 0 ? right(a) : a));
  private static final Arm ALWAYS_YES =
      arm("yes", person -> each(answers(person), a -> said(a, a.truth() || a.answer())));

  @Test
  void anArmThatMissesNothingHasNoSensitivity() {
    DetectionFit fit = DetectionModel.HIERARCHICAL.fit(List.of(BETTER, ALWAYS_YES, GUESSING));
    assertThat(fit.methods()).containsExactly("better", "yes", "guessing");
    assertThat(fit.everyArmDetermined()).isFalse();
    assertThat(fit.sensitivity(1)).isEqualTo(Estimate.UNDETERMINED);
    assertThat(fit.bias(1)).isEqualTo(Estimate.UNDETERMINED);
    assertThat(fit.sensitivityDifference(1)).isEqualTo(Estimate.UNDETERMINED);
    assertThat(fit.accuracyDifference(1)).isEqualTo(Estimate.UNDETERMINED);
    assertThat(fit.areaDifference(1)).isEqualTo(Estimate.UNDETERMINED);
    assertThat(fit.areaInterval(1, 0.95).determined()).isFalse();
    assertThat(fit.sensitivityDifference(2).interval(0.95).determined()).isTrue();
    assertThat(fit.areaDifference(2).interval(0.95).determined()).isTrue();
  }

  @Test
  void nothingIsComparedWithAReferenceThatIsUndetermined() {
    DetectionFit fit = DetectionModel.HIERARCHICAL.fit(List.of(ALWAYS_YES, BETTER));
    assertThat(fit.sensitivity(1).interval(0.95).determined()).isTrue();
    assertThat(fit.sensitivityDifference(1)).isEqualTo(Estimate.UNDETERMINED);
    assertThat(fit.accuracyDifference(1)).isEqualTo(Estimate.UNDETERMINED);
    assertThat(fit.areaDifference(1)).isEqualTo(Estimate.UNDETERMINED);
  }

  @Test
  void whereEveryArmHasAllKindsOfAnswersAllAreDetermined() {
    DetectionFit fit = DetectionModel.HIERARCHICAL.fit(List.of(GUESSING, BETTER));
    assertThat(fit.everyArmDetermined()).isTrue();
    assertThat(fit.converged()).isTrue();
    assertThat(fit.every()).isEqualTo(1);
    assertThat(fit.model()).isEqualTo(DetectionModel.HIERARCHICAL);
  }

  @Test
  void answersWithoutATimeDoNotChangeTheModelOfTimes() {
    List<Arm> timed = List.of(GUESSING, BETTER);
    List<Arm> more =
        List.of(
            arm("guessing", person -> withUntimed(answers(GUESSING, person))),
            arm("better", person -> withUntimed(answers(BETTER, person))));
    TimeFit fit = TimeModel.fit(timed).orElseThrow();
    TimeFit same = TimeModel.fit(more).orElseThrow();
    assertThat(same.answers()).isEqualTo(fit.answers()).isEqualTo(2 * 8 * 10);
    assertThat(same.difference(1)).isEqualTo(fit.difference(1));
    assertThat(same.deviance()).isEqualTo(fit.deviance());
  }

  @Test
  void timesOfNobodyOrOfRightAnswersOnlySayWhatTheyCan() {
    Arm untimed = arm("untimed", person -> each(answers(person), a -> at(a, 0)));
    assertThat(TimeModel.fit(List.of(untimed, untimed))).isEmpty();
    Arm perfect = arm("perfect", person -> each(answers(person), UndeterminedArmTest::right));
    TimeFit fit = TimeModel.fit(List.of(GUESSING, perfect)).orElseThrow();
    assertThat(fit.rightAgainstWrong(1)).isEqualTo(Estimate.UNDETERMINED);
    assertThat(fit.difference(1)).isEqualTo(Estimate.UNDETERMINED);
    assertThat(fit.rightAgainstWrong(0).interval(0.95).determined()).isTrue();
    assertThat(fit.time(1, true).interval(0.95).determined()).isTrue();
  }

  private static Arm arm(String method, IntFunction<List<Answer>> answers) {
    return new Arm(
        method,
        IntStream.range(0, 8)
            .mapToObj(
                person ->
                    new Participant(
                        method + person,
                        method,
                        answers.apply(person),
                        true,
                        "",
                        Source.UNKNOWN,
                        0))
            .toList());
  }

  private static List<Answer> answers(Arm arm, int person) {
    return arm.participants().get(person).answers();
  }

  private static List<Answer> answers(int person) {
    return IntStream.range(0, 10)
        .mapToObj(
            trial ->
                new Answer(
                    "",
                    trial + 1,
                    trial % 2 == 0,
                    (person * 7919 + trial * 104_729 + person * trial * 31) % 1000 < 500,
                    5,
                    5,
                    2000 + (person * 37 + trial * 97 + person * trial * 13) % 997))
        .toList();
  }

  private static List<Answer> each(List<Answer> answers, UnaryOperator<Answer> change) {
    return answers.stream().map(change).toList();
  }

  private static List<Answer> withUntimed(List<Answer> answers) {
    List<Answer> all = new ArrayList<>(answers);
    all.add(at(answers.get(0), Answer.UNKNOWN_TIME));
    all.add(0, at(answers.get(1), 0));
    return all;
  }

  private static Answer right(Answer a) {
    return said(a, a.truth());
  }

  private static Answer said(Answer a, boolean yes) {
    return new Answer(a.stimulus(), a.trial(), a.truth(), yes, 5, 5, a.responseTime());
  }

  private static Answer at(Answer a, int time) {
    return new Answer(a.stimulus(), a.trial(), a.truth(), a.answer(), 5, 5, time);
  }
}
