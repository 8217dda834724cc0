package org.xaistudy.analysis.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.xaistudy.analysis.AnalysisException;
import org.xaistudy.analysis.ProgressListener;
import org.xaistudy.analysis.comparison.Correction;
import org.xaistudy.analysis.exclusion.Eligibility;
import org.xaistudy.analysis.exclusion.ExclusionRule;
import org.xaistudy.analysis.plan.Asked;
import org.xaistudy.analysis.plan.Inference;
import org.xaistudy.analysis.plan.Looks;
import org.xaistudy.analysis.plan.Margins;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.plan.Resampling;
import org.xaistudy.analysis.plan.Wording;
import org.xaistudy.analysis.report.ReplicationReport;
import org.xaistudy.analysis.report.Report;
import org.xaistudy.analysis.responses.Measure;
import org.xaistudy.analysis.responses.Responses;
import org.xaistudy.analysis.statistics.StatisticsTable;
import org.xaistudy.studies.Task;

/** Which of two models people would use, with numbers reckoned by hand. */
class RecommendationTest {
  private static final String HEADER =
      "trial,stimulus,participant,method,model,truth,answer,correct,confidence,clarity\n";

  /**
   * Preferences: 3 − 3 and 4 − 2 with lrp, where a third saw one model; 5 − 1 and 5 − 3 with crp.
   */
  private static final String ANSWERS =
      """
      1,s1,p1,lrp,artefact,,4,,5,3
      2,s2,p1,lrp,artefact,,2,,5,3
      3,s3,p1,lrp,clean,,3,,7,3
      4,s4,p1,lrp,clean,,3,,7,4
      1,s1,p2,lrp,artefact,,2,,2,5
      2,s2,p2,lrp,clean,,4,,3,6
      1,s1,p3,lrp,clean,,5,,9,9
      1,s1,p4,crp,artefact,,1,,8,8
      2,s2,p4,crp,artefact,,1,,8,7
      3,s3,p4,crp,clean,,5,,9,8
      1,s1,p5,crp,artefact,,3,,4,6
      2,s2,p5,crp,clean,,5,,6,7
      """;

  private static final Responses STUDY = Written.responses(HEADER + ANSWERS);
  private static final Results RESULTS = Results.of(STUDY, plan(), ProgressListener.SILENT);

  @Test
  void preferenceIsThePersonsMeanOfOneModelLessThatOfTheOther() {
    assertThat(RESULTS.arms().get(0).scores(Measure.PREFERENCE).orElseThrow().values())
        .containsExactly(0, 2);
    assertThat(RESULTS.arms().get(1).scores(Measure.PREFERENCE).orElseThrow().values())
        .containsExactly(4, 2);
    assertThat(value("preference", "lrp", "mean")).isEqualTo(1);
    // t.test(c(0, 2)) in R 4.2.2: t = 1, df = 1, p-value = 0.5
    assertThat(value("preference", "lrp", "t")).isCloseTo(1, within(1e-12));
    assertThat(value("preference", "lrp", "mean_p")).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void methodsAreComparedByIt() {
    // t.test(c(0, 2), c(4, 2)) in R 4.2.2: t = -1.4142, df = 2, p-value = 0.2928932
    assertThat(value("test.preference", "lrp", "mean_difference")).isEqualTo(-2);
    assertThat(value("test.preference", "lrp", "welch_t")).isCloseTo(-Math.sqrt(2), within(1e-9));
    assertThat(value("test.preference", "lrp", "welch_p")).isCloseTo(0.2928932, within(1e-7));
    assertThat(RESULTS.primary().measure()).isEqualTo(Measure.PREFERENCE);
    // Two of the eight points that preferences could differ by.
    assertThat(RESULTS.specifications().get(0).difference()).isCloseTo(0.25, within(1e-12));
  }

  @Test
  void theFivePointsAreCountedByModel() {
    Ratings lrp = RESULTS.arms().get(0).ratings();
    assertThat(lrp.artefact().counts()).containsExactly(0, 2, 0, 1, 0);
    assertThat(lrp.clean().counts()).containsExactly(0, 0, 2, 1, 1);
    assertThat(value("ratings", "lrp", "artefact_2")).isEqualTo(2);
    assertThat(value("ratings", "lrp", "clean_mean")).isEqualTo(15 / 4.0);
    assertThat(Report.of(RESULTS)).contains("<td>2 (66.7)</td>", "Would people recommend");
    assertThat(Report.figures(RESULTS, Optional.empty())).containsKey("ratings.svg");
  }

  @Test
  void nothingIsSaidOfBeingRight() {
    assertThat(RESULTS.detection()).isEmpty();
    assertThat(RESULTS.models()).isEmpty();
    assertThat(RESULTS.times()).isEmpty();
    assertThat(RESULTS.arms()).allMatch(arm -> arm.awareness().isEmpty());
    assertThat(RESULTS.measures())
        .extracting(MeasureResult::measure)
        .containsExactly(Measure.PREFERENCE, Measure.CONFIDENCE, Measure.CLARITY);
    assertThat(StatisticsTable.of(RESULTS))
        .noneMatch(
            row -> (row.table() + row.quantity()).matches(".*(correct|accuracy|wrong|roc).*"));
    assertThat(Report.of(RESULTS))
        .contains(
            "The mean preference for the model that did not learn the artefact was 1.00 points with"
                + " lrp and 3.00 with CRP; 0 would be none.",
            "no difference was shown")
        .doesNotContainIgnoringCase("accura")
        .doesNotContainIgnoringCase("guess")
        .doesNotContain("rightly", "ight answers", "judged", "d′", "AUROC", "uses it", "riterion")
        .doesNotContain("that the artefact is used", "Does confidence know?");
  }

  @Test
  void withoutClarityOrConfidenceThereIsStillAPreference() {
    Responses bare = Written.responses((HEADER + ANSWERS).replaceAll("(?m),\\d,\\d$", ",,"));
    Results results = Results.of(bare, plan(), ProgressListener.SILENT);
    assertThat(results.measures())
        .extracting(MeasureResult::measure)
        .containsExactly(Measure.PREFERENCE);
    assertThat(Report.of(results))
        .doesNotContainIgnoringCase("confidence")
        .doesNotContainIgnoringCase("clarity");
  }

  @Test
  void whoeverGivesTheSamePointsThroughoutIsFound() {
    String same = HEADER;
    for (int trial = 1; trial <= 4; trial++) {
      same += "%d,s%d,p,a,%s,,3,,,\n".formatted(trial, trial, trial > 2 ? "clean" : "artefact");
    }
    assertThat(Written.responses(same).participants())
        .allMatch(ExclusionRule.STRAIGHT_LINING.leavesOut());
    assertThat(STUDY.participants()).noneMatch(ExclusionRule.STRAIGHT_LINING.leavesOut());
  }

  @Test
  void nobodyWithBothModelsIsNoStudyOfPreference() {
    Responses one = Written.responses(HEADER + "1,s1,p3,lrp,clean,,5,,9,9\n");
    assertThatThrownBy(() -> Results.of(one, plan(), ProgressListener.SILENT))
        .isInstanceOf(AnalysisException.class)
        .hasMessage("the plan's main test is of preference, which no answer has");
  }

  @Test
  void anArmWithoutPreferenceIsNotCompared() {
    Responses some = STUDY.only(person -> !person.id().matches("p[45]"));
    Responses with =
        new Responses(
            "",
            "",
            Stream.concat(
                    some.participants().stream(),
                    Written.responses(HEADER + "1,s1,p6,crp,clean,,5,,9,9\n")
                        .participants()
                        .stream())
                .toList());
    Results results = Results.of(with, plan(), ProgressListener.SILENT);
    assertThat(results.primary().comparisons()).isEmpty();
    assertThat(Report.of(results)).contains("with lrp and – with CRP", "Not among these: CRP");
  }

  @Test
  void ratingsOfWhatIsNoModelOrBeyondTheScaleAreRefused() {
    assertThatThrownBy(() -> Written.responses(HEADER + "1,s1,p,a,single,,3,,,\n"))
        .hasMessage(
            "responses.csv:2: truth is empty and model 'single'; expected artefact or clean, where"
                + " no answer is right");
    assertThatThrownBy(() -> Written.responses(HEADER + "1,s1,p,a,clean,,6,,,\n"))
        .hasMessage("responses.csv:2: answer is '6', expected a whole number from 1 to 5");
    assertThatThrownBy(() -> plan().asked().check(Simulated.study(1, 2)))
        .isInstanceOf(AnalysisException.class)
        .hasMessageContaining("expected 1, 2, 3, 4, 5");
  }

  @Test
  void studiesAreHeldTogetherByPreference() {
    Replication both = Replication.of(STUDY, STUDY, Plan.comparingWith("lrp", STUDY));
    assertThat(both.main()).isEqualTo(Measure.PREFERENCE);
    assertThat(both.together().get(0).first().value()).isEqualTo(2);
    assertThat(ReplicationReport.lines(both, plan()))
        .contains("lrp, preference: difference 0.000; Welch t(2.0) = 0.00, p = 1.000, d = 0.00")
        .anyMatch(line -> line.contains("both studies together: difference in preference 2.000"));
    Responses other = Simulated.study(1, 2, 2);
    assertThatThrownBy(() -> Replication.of(STUDY, other, Plan.comparingWith("lrp", STUDY)))
        .isInstanceOf(AnalysisException.class)
        .hasMessage(
            "people were asked other things, so nothing can be compared: one study has answers to"
                + " how much one would use a model, the other to yes or no");
  }

  @Test
  void aLookBeforeTheEndTellsTheSameTest() {
    assertThat(InterimLook.of(STUDY, plan()).tests().get(0).p()).isCloseTo(0.2928932, within(1e-7));
  }

  private static Plan plan() {
    return new Plan(
        new Wording(
            "",
            "",
            new Asked(Task.RECOMMENDATION, List.of("1", "2", "3", "4", "5"), 4, 1, Set.of()),
            Map.of("crp", "CRP")),
        List.of("lrp", "crp"),
        new Inference(Measure.PREFERENCE, Correction.HOLM, 0.95, Margins.DEFAULT, 0),
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
