package org.xaistudy.analysis.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.xaistudy.analysis.AnalysisException;
import org.xaistudy.analysis.ProgressListener;
import org.xaistudy.analysis.plan.Looks;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.plan.Resampling;
import org.xaistudy.analysis.responses.Answer;
import org.xaistudy.analysis.responses.Participant;
import org.xaistudy.analysis.responses.Responses;
import org.xaistudy.analysis.responses.Source;

class InterimLookTest {
  private static final List<Integer> LOOKS = List.of(6, 12);

  @Test
  void itsNumbersAreThoseOfTheReportOfTheSameAnswers() {
    Responses answers = Simulated.study(5, 6, 6, 6);
    Plan plan = plan(answers, LOOKS);
    InterimLook interim = InterimLook.of(answers, plan);
    Results results = Results.of(answers, plan, ProgressListener.SILENT);
    assertThat(interim.look()).isEqualTo(results.look().orElseThrow());
    assertThat(interim.look().number()).isZero();
    assertThat(interim.tests()).extracting(InterimLook.Test::method).containsExactly("m1", "m2");
    for (int i = 0; i < 2; i++) {
      InterimLook.Test test = interim.tests().get(i);
      assertThat(test.p()).isEqualTo(results.primary().comparisons().get(i).leading().p());
      assertThat(test.corrected()).isEqualTo(results.primary().corrected(plan.correction(), i));
      assertThat(test.found()).isEqualTo(test.corrected() <= 0.05);
    }
  }

  /** Of one comparison: it counts where p is at most the look's nominal level. */
  @Test
  void onlyAPValueBelowTheNominalLevelOfTheLookStops() {
    InterimLook clear = look(List.of(10, 9, 10, 9, 10, 9), List.of(4, 5, 4, 5, 4, 5));
    assertThat(clear.tests().get(0).p()).isLessThan(clear.look().nominal());
    assertThat(clear.foundAll()).isTrue();
    InterimLook doubtful = look(List.of(10, 9, 8, 7, 6, 9), List.of(6, 7, 8, 5, 4, 8));
    assertThat(doubtful.look().nominal()).isCloseTo(0.0031, within(0.0001));
    assertThat(doubtful.tests().get(0).p()).isBetween(doubtful.look().nominal(), 0.2);
    assertThat(doubtful.foundAll()).isFalse();
  }

  @Test
  void oneComparisonThatIsUndecidedIsAReasonToGoOn() {
    Responses answers =
        study(
            List.of(10, 9, 10, 9, 10, 9), List.of(4, 5, 4, 5, 4, 5), List.of(10, 9, 10, 9, 9, 10));
    InterimLook interim = InterimLook.of(answers, plan(answers, LOOKS));
    assertThat(interim.tests()).extracting(InterimLook.Test::found).containsExactly(true, false);
    assertThat(interim.foundAll()).isFalse();
  }

  @Test
  void whereNothingVariesNothingIsFound() {
    InterimLook alike = look(List.of(5, 5, 5, 5, 5, 5), List.of(5, 5, 5, 5, 5, 5));
    assertThat(alike.tests().get(0).p()).isNaN();
    assertThat(alike.foundAll()).isFalse();
  }

  @Test
  void refusesALookThatNobodyPlanned() {
    Responses few = Simulated.study(5, 6, 5);
    assertThatThrownBy(() -> InterimLook.of(few, plan(few, LOOKS)))
        .isInstanceOf(AnalysisException.class)
        .hasMessage("the plan has no look with 5 people per method; its first is with 6");
    Responses six = Simulated.study(5, 6, 6);
    assertThatThrownBy(() -> InterimLook.of(six, plan(six, List.of(6))))
        .hasMessage("the plan has one look, at the end");
  }

  @Test
  void refusesWhereTheExclusionsLeaveNobody() {
    Responses answers =
        new Responses(
            "",
            "",
            Simulated.study(5, 6, 6).participants().stream()
                .map(
                    one ->
                        one.method().equals("m0")
                            ? one
                            : new Participant(
                                one.id(), "m1", one.answers(), true, "x", one.source(), 0))
                .toList());
    assertThatThrownBy(() -> InterimLook.of(answers, plan(answers, LOOKS)))
        .hasMessage("the exclusions leave nobody of some method");
  }

  private static InterimLook look(List<Integer> reference, List<Integer> other) {
    Responses answers = study(reference, other);
    return InterimLook.of(answers, plan(answers, LOOKS));
  }

  /** People of methods m0, m1 … by how many of ten trials they got right. */
  @SafeVarargs
  private static Responses study(List<Integer>... right) {
    List<Participant> people =
        IntStream.range(0, right.length)
            .boxed()
            .flatMap(
                method ->
                    IntStream.range(0, right[method].size())
                        .mapToObj(
                            i ->
                                person("p" + method + "-" + i, "m" + method, right[method].get(i))))
            .toList();
    return new Responses("", "", people);
  }

  private static Participant person(String id, String method, int right) {
    List<Answer> answers =
        IntStream.range(0, 10)
            .mapToObj(
                i -> new Answer("", i + 1, i % 2 == 0, (i % 2 == 0) == (i < right), 5, i, 5000))
            .toList();
    return new Participant(id, method, answers, true, "", Source.UNKNOWN, 0);
  }

  private static Plan plan(Responses answers, List<Integer> looks) {
    Plan plan = Plan.comparingWith("m0", answers).resampling(new Resampling(100, 1));
    return new Plan(
        plan.wording(),
        plan.methods(),
        plan.inference(),
        plan.eligibility(),
        plan.resampling(),
        Optional.of(new Looks("", looks)),
        plan.dates(),
        true);
  }
}
