package org.xaistudy.analysis.mixedmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.xaistudy.analysis.mixedmodel.LogisticMixedModel.Outcome;
import org.xaistudy.analysis.responses.Answer;
import org.xaistudy.analysis.responses.Arm;
import org.xaistudy.analysis.responses.Participant;
import org.xaistudy.analysis.responses.Source;

class SeparationTest {
  @Test
  void anArmThatIsAlwaysRightIsSaidToBeBeyondEstimation() {
    List<Arm> arms = List.of(arm("perfect", 10), arm("guessing", 5));
    MixedModelFit fit = new LogisticMixedModel(Outcome.CORRECT, false, true).fit(arms);
    assertThat(fit.separated()).isTrue();
    assertThat(fit.logLikelihood()).isLessThanOrEqualTo(0).isGreaterThan(-40);
  }

  @Test
  void peopleWhoAreAllAlikeMakeASingularFit() {
    List<Arm> arms = List.of(arm("a", 7), arm("b", 5));
    MixedModelFit fit = new LogisticMixedModel(Outcome.CORRECT, false, true).fit(arms);
    assertThat(fit.singular()).isTrue();
    assertThat(fit.separated()).isFalse();
    // Without spread between people it is the ordinary log odds.
    assertThat(fit.coefficients().get(0).estimate()).isCloseTo(Math.log(7 / 3.0), within(1e-5));
  }

  @Test
  void anArmThatJudgedOneKindOfModelLeavesTheSlopesUndetermined() {
    Arm both = arm("both", 7);
    Arm one =
        new Arm(
            "one",
            both.participants().stream()
                .map(
                    person ->
                        new Participant(
                            "one " + person.id(),
                            "one",
                            person.answers().stream().filter(Answer::truth).toList(),
                            true,
                            "",
                            Source.UNKNOWN,
                            1))
                .toList());
    LogisticMixedModel model = new LogisticMixedModel(Outcome.ANSWER, true, false);
    MixedModelFit fit = model.fit(List.of(both, one));
    assertThat(fit.converged()).isFalse();
    assertThat(fit.separated()).isFalse();
    assertThat(fit.coefficients())
        .hasSize(4)
        .allSatisfy(coefficient -> assertThat(coefficient.estimate()).isNaN())
        .allSatisfy(coefficient -> assertThat(coefficient.error()).isNaN());
    assertThat(fit.stimulusSd().orElseThrow()).isNaN();
    assertThat(fit.logLikelihood()).isNaN();
  }

  private static Arm arm(String method, int right) {
    List<Answer> answers =
        IntStream.range(0, 10)
            .mapToObj(i -> new Answer("", i + 1, i % 2 == 0, (i % 2 == 0) == (i < right), 5, 5, -1))
            .toList();
    return new Arm(
        method,
        IntStream.range(0, 5)
            .mapToObj(
                i -> new Participant(method + i, method, answers, true, "", Source.UNKNOWN, 1))
            .toList());
  }
}
