package org.xaistudy.analysis.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.xaistudy.analysis.AnalysisException;
import org.xaistudy.analysis.ProgressListener;
import org.xaistudy.analysis.comparison.Correction;
import org.xaistudy.analysis.csv.InvalidCsvException;
import org.xaistudy.analysis.exclusion.Eligibility;
import org.xaistudy.analysis.plan.Asked;
import org.xaistudy.analysis.plan.Inference;
import org.xaistudy.analysis.plan.Looks;
import org.xaistudy.analysis.plan.Margins;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.plan.Resampling;
import org.xaistudy.analysis.plan.Wording;
import org.xaistudy.analysis.rates.Choices;
import org.xaistudy.analysis.rates.Rate;
import org.xaistudy.analysis.report.Background;
import org.xaistudy.analysis.report.Report;
import org.xaistudy.analysis.responses.Measure;
import org.xaistudy.analysis.responses.Responses;
import org.xaistudy.analysis.statistics.StatisticsTable;
import org.xaistudy.studies.Task;
import org.xaistudy.studies.Text;
import org.xaistudy.studies.manifest.Manifest;

/** What people say that a model will say, after two trainings, with numbers reckoned by hand. */
class ForwardSimulationTest {
  private static final String HEADER =
      "trial,stimulus,participant,method,truth,answer,confidence,response_time_ms\n";

  /** Rows are not in the order of trials. Right answers in sessions: 2 and 1 of 4; 3 and 3 of 4. */
  private static final String ANSWERS =
      """
      3,s3,p1,none,bird,bird,7,3000
      4,s4,p1,none,cat,bird,4,4000
      1,s1,p1,none,cat,cat,8,1000
      2,s2,p1,none,dog,cat,3,2000
      1,s1,p2,none,cat,dog,2,1500
      2,s2,p2,none,dog,dog,6,2500
      3,s3,p2,none,bird,cat,1,3500
      4,s4,p2,none,cat,dog,5,4500
      1,s1,p3,crp,cat,cat,9,1200
      2,s2,p3,crp,dog,dog,8,2200
      3,s3,p3,crp,bird,bird,7,3200
      4,s4,p3,crp,cat,dog,2,4200
      1,s1,p4,crp,cat,cat,9,1300
      2,s2,p4,crp,dog,bird,3,2300
      3,s3,p4,crp,bird,bird,8,3300
      4,s4,p4,crp,cat,cat,7,4300
      """;

  private static final Responses STUDY = Written.responses(HEADER + ANSWERS);
  private static final Results RESULTS =
      Results.of(STUDY, plan(Set.of("none")), ProgressListener.SILENT);

  @Test
  void accuracyIsHeldAgainstOneOfTheClasses() {
    assertThat(value("rates", "none", "accuracy")).isEqualTo(3 / 8.0);
    assertThat(value("rates", "crp", "accuracy")).isEqualTo(6 / 8.0);
    assertThat(value("chance.correct", "none", "mean_difference"))
        .isCloseTo(3 / 8.0 - 1 / 3.0, within(1e-15));
    // People's means are ½ and ¼, and ¾ twice: t = −⅜ / √(1/32 / 2), with the df of one spread.
    assertThat(value("test.correct", "none", "welch_t")).isCloseTo(-3, within(1e-12));
    // 2 * pt(-3, 1) in R 4.2.2
    assertThat(value("test.correct", "none", "welch_p")).isCloseTo(0.2048328, within(1e-7));
  }

  @Test
  void whatWasSaidIsCountedByWhatWasRight() {
    Choices none = (Choices) RESULTS.arms().get(0).right().tally();
    // Rows and columns: cat, dog, bird.
    assertThat(none.counts()).containsExactly(List.of(1, 2, 1), List.of(1, 1, 0), List.of(1, 0, 1));
    assertThat(none.rate(0, 1)).isEqualTo(new Rate(2, 4));
    assertThat(value("choices", "crp", "right_dog_said_bird")).isEqualTo(1);
    assertThat(Report.of(RESULTS))
        .contains("What was said where what was right: CRP", "<td>2 (50.0)</td>");
  }

  @Test
  void utilityIsTheMeanOverSessionsOfAccuracyOverThatWithoutExplanations() {
    assertThat(value("sessions", "none", "accuracy_session_1")).isEqualTo(0.5);
    assertThat(value("sessions", "none", "accuracy_session_2")).isEqualTo(0.25);
    assertThat(value("utility", "crp", "utility_session_1")).isEqualTo(1.5);
    assertThat(value("utility", "crp", "utility_session_2")).isEqualTo(3);
    assertThat(value("utility", "crp", "utility")).isEqualTo(2.25);
    assertThat(Report.of(RESULTS))
        .contains(
            "What explanations are worth",
            "Utility, the mean over sessions of accuracy over that with none: CRP 2.25;");
    assertThat(Report.figures(RESULTS, Optional.empty())).containsKey("utility.svg");
  }

  @Test
  void withoutAnArmThatLearnedWithoutThereIsNoUtility() {
    Results results = Results.of(STUDY, plan(Set.of()), ProgressListener.SILENT);
    assertThat(results.utility()).isEmpty();
    assertThat(Report.of(results)).doesNotContain("What explanations are worth");
  }

  @Test
  void nothingOfYesAndNoIsSaid() {
    assertThat(RESULTS.detection()).isEmpty();
    assertThat(RESULTS.models())
        .extracting(fit -> fit.model().table())
        .containsExactly("glmm.correct", "glmm.correct.exact", "glmm.correct.stimulus");
    assertThat(StatisticsTable.of(RESULTS))
        .noneMatch(
            row ->
                row.table().startsWith("sdt")
                    || row.table().startsWith("glmm.answer")
                    || row.quantity().matches("(tp|fn|fp|tn|tpr|tnr|d_prime|criterion).*"));
    assertThat(Report.of(RESULTS))
        .contains("foretold the model’s prediction", "guessing would be 33.3\u00A0%")
        .contains("s4, cat")
        .doesNotContainIgnoringCase("artefact")
        .doesNotContain("d′", "TPR", "riterion c", "says yes", "yes/no", "judged rightly");
    assertThat(Report.figures(RESULTS, Optional.empty()).keySet())
        .doesNotContain("confusion.svg", "sensitivity.svg", "criterion.svg");
  }

  @Test
  void theOtherPartsAreAsEver() {
    assertThat(RESULTS.arms().get(0).awareness()).isPresent();
    assertThat(RESULTS.arms().get(0).right().learning().curve()).hasSize(4);
    assertThat(RESULTS.times()).isPresent();
    assertThat(RESULTS.stimuli().difficulty().get(0).id()).isEqualTo("s4");
    assertThat(RESULTS.has(Measure.CLARITY)).isFalse();
  }

  /** Two stimuli: agreed on by two, and not; of four answers three are cat. */
  @Test
  void agreementIsOverAllClasses() {
    Responses four =
        Written.responses(
            HEADER
                + """
                1,s1,p1,none,cat,cat,,
                2,s2,p1,none,dog,cat,,
                1,s1,p2,none,cat,cat,,
                2,s2,p2,none,dog,dog,,
                """);
    Stimuli stimuli = Stimuli.of(four.arms(List.of("none")), 0.95);
    // (½ − (¾² + ¼²)) / (1 − (¾² + ¼²))
    assertThat(stimuli.agreement().get("none")).isCloseTo(-1 / 3.0, within(1e-12));
  }

  @Test
  void whoeverLeftEarlyHasTheFirstSessions() {
    Sessions three = new Sessions(3, 9);
    String text = HEADER;
    for (int trial = 1; trial <= 4; trial++) {
      text += "%d,s%d,p,none,cat,cat,,\n".formatted(trial, trial);
    }
    assertThat(three.counts(Written.responses(text).participants().get(0)))
        .containsExactly(3, 3, 1, 1, 0, 0);
  }

  @Test
  void answersToOtherQuestionsAreRefused() {
    Plan plan = plan(Set.of("none"));
    Responses wolf = Written.responses(HEADER + "1,s1,p,none,cat,wolf,,\n");
    assertThatThrownBy(() -> Results.of(wolf, plan, ProgressListener.SILENT))
        .isInstanceOf(AnalysisException.class)
        .hasMessage(
            "the answers name 'wolf', which the study does not have; expected one of cat, dog,"
                + " bird");
    Responses yes = Simulated.study(1, 2);
    assertThatThrownBy(() -> plan.asked().check(yes))
        .hasMessageContaining("expected cat, dog, bird, found '");
    Plan none = Plan.comparingWith("none", STUDY);
    assertThatThrownBy(() -> Results.of(STUDY, none, ProgressListener.SILENT))
        .isInstanceOf(AnalysisException.class)
        .hasMessageContaining("expected yes, no, found 'bird'")
        .hasMessageContaining("--study");
    assertThatThrownBy(
            () -> Written.responses(HEADER + "1,s1,p,none,cat,dog,,\n2,s2,p,none,yes,no,,\n"))
        .isInstanceOf(InvalidCsvException.class)
        .hasMessage(
            "responses.csv:3: answer is 'no', of another kind than those before; expected one"
                + " kind a file");
  }

  @Test
  void studiesOfTheSameClassesAreCompared() {
    Replication both = Replication.of(STUDY, STUDY, Plan.comparingWith("none", STUDY));
    assertThat(both.together().get(0).together().value()).isCloseTo(0.375, within(1e-12));
    Responses fewer = Written.responses(HEADER + ANSWERS.replace("dog", "cat"));
    assertThatThrownBy(() -> Replication.of(STUDY, fewer, Plan.comparingWith("none", STUDY)))
        .isInstanceOf(AnalysisException.class)
        .hasMessageContaining(
            "which of several is right (bird, cat, dog), the other to which of several is right"
                + " (bird, cat)");
  }

  @Test
  void theReportCallsAClassAsPeopleReadIt() {
    Manifest manifest =
        new Manifest(
            Manifest.FORMAT,
            "foretold",
            "",
            Optional.empty(),
            "0.1.0",
            1,
            Map.of("cat", Text.of("a tabby cat")),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            List.of(),
            Map.of());
    Background known =
        new Background(Optional.empty(), Optional.of(manifest), name -> Optional.empty());
    assertThat(Report.of(RESULTS, known))
        .contains(">a tabby cat<", ">dog<")
        .doesNotContain(">cat<");
    assertThat(Report.of(RESULTS, Background.NONE)).contains(">cat<");
  }

  @Test
  void aLookBeforeTheEndTellsTheSameTest() {
    InterimLook look = InterimLook.of(STUDY, plan(Set.of("none")));
    assertThat(look.tests().get(0).p()).isCloseTo(0.2048328, within(1e-7));
  }

  private static Plan plan(Set<String> unexplained) {
    return new Plan(
        new Wording(
            "",
            "",
            new Asked(Task.FORWARD_SIMULATION, List.of("cat", "dog", "bird"), 4, 2, unexplained),
            Map.of("crp", "CRP")),
        List.of("none", "crp"),
        new Inference(Measure.CORRECT, Correction.HOLM, 0.95, Margins.DEFAULT, 1 / 3.0),
        Eligibility.by(List.of()),
        new Resampling(200, 1),
        Optional.of(new Looks("", List.of(2, 4))),
        Optional.empty(),
        true);
  }

  private static double value(String table, String method, String quantity) {
    return Written.value(RESULTS, table, method, quantity);
  }
}
