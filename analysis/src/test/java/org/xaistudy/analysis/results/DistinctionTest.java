package org.xaistudy.analysis.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xaistudy.analysis.AnalysisException;
import org.xaistudy.analysis.ChosenPlaces;
import org.xaistudy.analysis.ProgressListener;
import org.xaistudy.analysis.plan.Looks;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.plan.Resampling;
import org.xaistudy.analysis.rates.Places;
import org.xaistudy.analysis.rates.Rate;
import org.xaistudy.analysis.report.Report;
import org.xaistudy.analysis.responses.Judgement;
import org.xaistudy.analysis.responses.Responses;
import org.xaistudy.analysis.statistics.StatisticsTable;

/** Which explanation is of what the model says, with numbers reckoned by hand. */
class DistinctionTest {
  private static final Responses STUDY = Written.responses(ChosenPlaces.responses());
  private static Plan plan;
  private static Results results;

  @BeforeAll
  static void analyse() throws IOException {
    plan = Plan.of(ChosenPlaces.study()).resampling(new Resampling(200, 1));
    results = Results.of(STUDY, plan, ProgressListener.SILENT);
  }

  @Test
  void accuracyIsHeldAgainstOneOfTheExplanations() {
    assertThat(value("rates", "gradcam", "accuracy")).isEqualTo(3 / 8.0);
    assertThat(value("rates", "crp", "accuracy")).isEqualTo(6 / 8.0);
    assertThat(value("chance.correct", "gradcam", "mean_difference")).isEqualTo(1 / 8.0);
    // People's are ½ and ¼: t = ⅛ / ⅛. With one degree of freedom p = 1 − 2 atan(t) / π.
    assertThat(value("chance.correct", "gradcam", "t")).isCloseTo(1, within(1e-12));
    assertThat(value("chance.correct", "gradcam", "mean_difference_p"))
        .isCloseTo(0.5, within(1e-9));
    // People's means are ½ and ¼, and ¾ twice: t = −⅜ / √(1/32 / 2), with the df of one spread.
    assertThat(value("test.correct", "gradcam", "welch_t")).isCloseTo(-3, within(1e-12));
    // 1 − 2 atan(3) / π
    assertThat(value("test.correct", "gradcam", "welch_p")).isCloseTo(0.2048328, within(1e-7));
  }

  @Test
  void placesAreCountedAsChosenAndAsRight() {
    Places gradcam = (Places) results.arms().get(0).right().tally();
    Places.Place first = gradcam.places().get(0);
    assertThat(first.name()).isEqualTo("a");
    assertThat(first.right()).isEqualTo(new Rate(2, 8));
    assertThat(first.said()).isEqualTo(new Rate(5, 8));
    assertThat(first.found()).isEqualTo(new Rate(2, 2));
    assertThat(gradcam.places()).extracting(one -> one.said().hits()).containsExactly(5, 1, 1, 1);
    assertThat(value("places", "gradcam", "right_c")).isEqualTo(2);
    assertThat(value("places", "gradcam", "said_c")).isEqualTo(1);
    assertThat(value("places", "gradcam", "right_c_said_c")).isEqualTo(1);
    assertThat(value("places", "crp", "right_d_said_d")).isEqualTo(2);
  }

  @Test
  void aBiasIsThePersonsOwnShareOfChoicesLessThatOfRightOnes() {
    // (3 − 1) / 4 and (2 − 1) / 4
    assertThat(value("places", "gradcam", "bias_a")).isEqualTo(0.375);
    assertThat(value("places", "gradcam", "bias_a_se")).isCloseTo(0.125, within(1e-12));
    // t = 3 with one degree of freedom, as above; 0.375 − 0.125 tan(0.475 π)
    assertThat(value("places", "gradcam", "bias_a_p")).isCloseTo(0.2048328, within(1e-7));
    assertThat(value("places", "gradcam", "bias_a_ci_low")).isCloseTo(-1.213276, within(1e-6));
    assertThat(value("places", "gradcam", "bias_b")).isEqualTo(-0.125);
    // Both never chose it, where the right one stood there once: nothing tells an interval.
    assertThat(value("places", "crp", "bias_a")).isEqualTo(-0.25);
    assertThat(value("places", "crp", "bias_a_ci_low")).isNaN();
    assertThat(Report.of(results))
        .contains("<th scope='row'>Grad-CAM: a</th><td>2 (25.0)</td><td>5 (62.5)</td>")
        .contains("<td>37.5 [−121.3, 196.3]</td><td>2 (100.0)</td>")
        .contains("<td>−25.0</td><td>0 (0.0)</td>");
    assertThat(Report.figures(results, Optional.empty())).containsKey("places.svg");
  }

  /** Of each it stood at four places: whoever takes these for different questions has sixteen. */
  @Test
  void aStimulusIsOneWhereverTheRightExplanationStood() {
    assertThat(results.stimuli().difficulty())
        .extracting(Stimuli.Difficulty::id, Stimuli.Difficulty::right)
        .containsExactly(
            tuple("s3", new Rate(1, 4)),
            tuple("s4", new Rate(2, 4)),
            tuple("s1", new Rate(3, 4)),
            tuple("s2", new Rate(3, 4)));
    assertThat(Report.of(results)).contains("The 4 hardest of 4 stimuli", ">s3<");
  }

  @Test
  void peopleAgreeWhereTheyAreRightTogetherOrWrong() {
    // Both wrong of one of four, of eight answers three right: (¼ − 34/64) / (1 − 34/64)
    assertThat(results.stimuli().agreement().get("gradcam")).isCloseTo(-0.6, within(1e-12));
    assertThat(Report.of(results))
        .contains("People agree where they all chose the right explanation, or all another one.");
  }

  @Test
  void nothingOfYesAndNoIsSaid() {
    assertThat(results.detection()).isEmpty();
    assertThat(results.utility()).isEmpty();
    assertThat(results.models())
        .extracting(fit -> fit.model().table())
        .containsExactly("glmm.correct", "glmm.correct.exact", "glmm.correct.stimulus");
    assertThat(StatisticsTable.of(results))
        .noneMatch(
            row ->
                row.table().matches("sdt.*|glmm.answer.*|choices|utility")
                    || row.quantity().matches("(tp|fn|fp|tn|tpr|tnr|d_prime|criterion).*"));
    assertThat(Report.figures(results, Optional.empty()).keySet())
        .doesNotContain("confusion.svg", "sensitivity.svg", "criterion.svg");
    assertThat(Report.of(results))
        .doesNotContainIgnoringCase("artefact")
        .doesNotContain("d′", "TPR", "riterion c", "says yes", "yes/no", "judged", "foretold");
  }

  @Test
  void theReportSaysWhatWasAskedAndWhatIsRight() {
    assertThat(Report.of(results))
        .contains(
            "Participants chose the right explanation 37.5\u00A0% of the time with Grad-CAM and"
                + " 75.0\u00A0% of the time with CRP; guessing would be 25\u00A0%.")
        .contains("4 explanations to choose from for each of 5 right predictions and 5 wrong ones")
        .contains("What people chose", "each of another class whose name was hidden")
        .contains("The explanation of the predicted class was the right answer", "chance is 25 %")
        .contains("Task: Kim, S. S. Y. et al. HIVE");
  }

  @Test
  void theOtherPartsAreAsEver() {
    assertThat(results.arms().get(0).awareness()).isPresent();
    assertThat(results.arms().get(0).right().learning().curve()).hasSize(4);
    assertThat(results.times()).isPresent();
    assertThat(InterimLook.of(STUDY, plan(2, 4)).tests().get(0).p())
        .isCloseTo(0.2048328, within(1e-7));
  }

  @Test
  void whoeverAlwaysChoosesOnePlaceAndIsAlwaysAsSureIsLeftOut() {
    Responses study = Written.responses(ChosenPlaces.responsesWithSomebodyStraight());
    Results without = Results.of(study, plan, ProgressListener.SILENT);
    assertThat(without.flow().before().participants()).hasSize(5);
    assertThat(without.flow().kept().participants()).hasSize(4);
  }

  @Test
  void answersToOtherQuestionsAreRefused() {
    Responses fifth = Written.responses(ChosenPlaces.responses().replace(",b,b,", ",b,e,"));
    assertThatThrownBy(() -> Results.of(fifth, plan, ProgressListener.SILENT))
        .isInstanceOf(AnalysisException.class)
        .hasMessage(
            "the answers name 'e', which the study does not have; expected one of a, b, c, d");
    assertThatThrownBy(() -> plan.asked().check(Simulated.study(1, 2)))
        .hasMessageContaining("expected a, b, c, d, found '");
  }

  /** A file does not tell places from classes of such names; what was asked does. */
  @Test
  void onlyTheTaskMakesPlacesOfWhatAFileSays() {
    Judgement read = STUDY.participants().get(0).answers().get(0).judgement();
    assertThat(read).isEqualTo(new Judgement.Choice("b", "a"));
    assertThat(plan.asked().read(STUDY).participants().get(0).answers().get(0).judgement())
        .isEqualTo(new Judgement.Place("b", "a"));
    assertThat(plan.asked().read(STUDY).sha256()).isEqualTo(STUDY.sha256());
  }

  @Test
  void studiesWithAsManyExplanationsAreCompared() {
    Plan alone = Plan.comparingWith("gradcam", STUDY);
    Replication both = Replication.of(STUDY, STUDY, alone);
    assertThat(both.together().get(0).together().value()).isCloseTo(0.375, within(1e-12));
    Responses fewer = Written.responses(ChosenPlaces.responses().replaceAll(",d,[abcd],", ",c,c,"));
    assertThatThrownBy(() -> Replication.of(STUDY, fewer, alone))
        .isInstanceOf(AnalysisException.class)
        .hasMessageContaining(
            "answers to which of several is right (a, b, c, d), the other to which of several is"
                + " right (a, b, c)");
  }

  private static Plan plan(Integer... looks) {
    return new Plan(
        plan.wording(),
        List.of("gradcam", "crp"),
        plan.inference(),
        plan.eligibility(),
        plan.resampling(),
        Optional.of(new Looks("", List.of(looks))),
        plan.dates(),
        plan.preregistered());
  }

  private static double value(String table, String method, String quantity) {
    return Written.value(results, table, method, quantity);
  }
}
