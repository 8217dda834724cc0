package org.xaistudy.analysis.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.xaistudy.analysis.ProgressListener;
import org.xaistudy.analysis.bootstrap.ResampledStatistic;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.plan.Resampling;
import org.xaistudy.analysis.report.Report;
import org.xaistudy.analysis.responses.Answer;
import org.xaistudy.analysis.responses.Participant;
import org.xaistudy.analysis.responses.Responses;

/** What cannot be computed costs its own numbers, not the others. */
class AwkwardStudiesTest {
  private static final Responses STUDY = Simulated.study(1, 12, 12, 12);

  @Test
  void onlyTrialsWithTheArtefact() {
    Results results =
        results(
            answers(
                person ->
                    with(
                        person,
                        person.answers().stream().filter(Answer::truth).toList(),
                        person.completed())));
    assertThat(Written.value(results, "glmm.answer", "m0", "sensitivity")).isNaN();
    assertThat(Written.value(results, "sdt.hierarchical", "m0", "d_prime")).isNaN();
    assertThat(Written.value(results, "glmm.correct", "m0", "intercept")).isFinite();
    assertThat(Report.of(results)).contains("d′ and c are not determined");
  }

  @Test
  void anArmThatIsAlwaysRight() {
    Results results =
        results(
            answers(
                person ->
                    person.method().equals("m1")
                        ? with(person, right(person), person.completed())
                        : person));
    assertThat(Written.value(results, "sdt.hierarchical", "m1", "d_prime")).isNaN();
    assertThat(Written.value(results, "sdt.hierarchical", "m2", "d_prime")).isFinite();
    assertThat(Written.value(results, "sdt.hierarchical", "m2", "d_prime_difference")).isFinite();
    RateResult rate = results.arms().get(1).rate(ResampledStatistic.ACCURACY);
    assertThat(rate.resampled().interval().determined()).isFalse();
    // Clopper and Pearson: (α/2)^(1/n) for n of n people.
    assertThat(rate.quoted().low())
        .isCloseTo(Math.pow(0.025, 1 / 12.0), org.assertj.core.api.Assertions.within(1e-9));
    assertThat(rate.quoted().high()).isEqualTo(1);
  }

  @Test
  void nobodyLeftWhoSawTheReference() {
    Results results =
        results(answers(person -> with(person, person.answers(), !person.method().equals("m0"))));
    assertThat(results.comparable()).isFalse();
    assertThat(results.models()).isEmpty();
    assertThat(Written.value(results, "sdt.hierarchical", "m1", "d_prime")).isFinite();
    assertThat(Report.of(results))
        .contains("Nobody is left who saw m0", "nothing to compare with", "m1");
  }

  @Test
  void smallArmsAreWarnedOf() {
    assertThat(Report.of(results(Simulated.study(1, 9, 12)))).contains("Fewer than 10 people");
    assertThat(Report.of(results(STUDY))).doesNotContain("Fewer than 10 people");
  }

  private static List<Answer> right(Participant person) {
    return person.answers().stream()
        .map(
            answer ->
                new Answer(
                    answer.stimulus(),
                    answer.trial(),
                    answer.truth(),
                    answer.truth(),
                    answer.confidence(),
                    answer.clarity(),
                    answer.responseTime()))
        .toList();
  }

  private static Participant with(Participant person, List<Answer> answers, boolean completed) {
    return new Participant(
        person.id(),
        person.method(),
        answers,
        completed,
        person.excluded(),
        person.source(),
        person.version());
  }

  private static Responses answers(UnaryOperator<Participant> change) {
    return new Responses("", "", STUDY.participants().stream().map(change).toList());
  }

  private static Results results(Responses study) {
    Plan plan = Plan.comparingWith("m0", study).resampling(new Resampling(200, 1));
    return Results.of(study, plan, ProgressListener.SILENT);
  }
}
