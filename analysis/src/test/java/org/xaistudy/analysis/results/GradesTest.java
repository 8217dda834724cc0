package org.xaistudy.analysis.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.xaistudy.analysis.AnalysisException;
import org.xaistudy.analysis.ProgressListener;
import org.xaistudy.analysis.exclusion.Eligibility;
import org.xaistudy.analysis.plan.Asked;
import org.xaistudy.analysis.plan.Inference;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.plan.Resampling;
import org.xaistudy.analysis.plan.Wording;
import org.xaistudy.analysis.rates.Rate;
import org.xaistudy.analysis.report.Report;
import org.xaistudy.analysis.responses.Measure;
import org.xaistudy.analysis.responses.Responses;
import org.xaistudy.studies.Task;

/** A decision of four, with numbers reckoned by hand. */
class GradesTest {
  private static final String HEADER = "trial,participant,method,truth,answer,confidence,clarity\n";

  /** Right and sure more often than not; with crp somebody is never sure. */
  private static final String ANSWERS =
      """
      1,p1,lrp,yes,yes,1,
      2,p1,lrp,no,no,1,
      3,p1,lrp,yes,yes,0,
      4,p1,lrp,no,yes,0,
      1,p2,lrp,yes,no,0,
      2,p2,lrp,no,no,0,
      3,p2,lrp,yes,yes,1,
      4,p2,lrp,no,no,1,
      1,p3,crp,yes,yes,0,
      2,p3,crp,no,no,0,
      3,p3,crp,yes,no,0,
      4,p3,crp,no,no,0,
      1,p4,crp,yes,yes,1,
      2,p4,crp,no,yes,1,
      3,p4,crp,yes,yes,1,
      4,p4,crp,no,no,0,
      """;

  private static final Responses STUDY = Written.responses(HEADER + ANSWERS);
  private static final Results RESULTS = Results.of(STUDY, plan(true), ProgressListener.SILENT);

  @Test
  void theFourAreCountedByWhatIsTrue() {
    assertThat(RESULTS.grades())
        .containsExactly(
            new Grades("lrp", true, shares(4, 2, 1, 1, 0)),
            new Grades("lrp", false, shares(4, 0, 1, 1, 2)),
            new Grades("crp", true, shares(4, 2, 1, 1, 0)),
            new Grades("crp", false, shares(4, 1, 0, 3, 0)));
    assertThat(Written.value(RESULTS, "grades", "crp", "right_no")).isEqualTo(4);
    assertThat(Written.value(RESULTS, "grades", "crp", "right_no_said_rather_no")).isEqualTo(3);
    assertThat(Written.value(RESULTS, "grades", "lrp", "right_yes_said_sure_yes")).isEqualTo(2);
  }

  private static List<Rate> shares(int trials, int... hits) {
    return Arrays.stream(hits).mapToObj(hit -> new Rate(hit, trials)).toList();
  }

  /** Scoring knows yes and no alone: six of eight are right with lrp and with crp. */
  @Test
  void scoringAndCalibrationGoOn() {
    assertThat(Written.value(RESULTS, "rates", "lrp", "accuracy")).isEqualTo(6 / 8.0);
    assertThat(Written.value(RESULTS, "rates", "crp", "confidence_mean")).isEqualTo(3 / 8.0);
    // Sure are 4 of 6 right answers and 0 of 2 wrong ones: 12 pairs, 8 won, 4 tied.
    assertThat(Written.value(RESULTS, "calibration", "lrp", "auroc2"))
        .isCloseTo((8 + 4 / 2.0) / 12, within(1e-12));
    assertThat(RESULTS.arms().get(0).awareness().orElseThrow().pooled().curve()).hasSize(2);
  }

  /** Confidence has the range of what can be said: 0 to 1. */
  @Test
  void differencesAreSharesOfThatRange() {
    assertThat(plan(true).high(Measure.CONFIDENCE)).isEqualTo(1);
    assertThat(plan(true).high(Measure.CLARITY)).isEqualTo(9);
    assertThat(plan(false).range(Measure.CONFIDENCE)).isEqualTo(9);
    assertThat(RESULTS.specifications())
        .filteredOn(one -> one.way() == Specification.Way.CONFIDENCE)
        .singleElement()
        .satisfies(one -> assertThat(one.difference()).isCloseTo(3 / 8.0 - 4 / 8.0, within(1e-12)));
  }

  @Test
  void theReportShowsThem() {
    String report = Report.of(RESULTS);
    assertThat(report)
        .contains("How sure people said so", "lrp: uses the artefact", "crp: does not use it")
        .contains("<td>3 (75.0)</td>")
        .doesNotContain("nine tenths of a step");
    assertThat(Report.figures(RESULTS, Optional.empty())).containsKey("grades.svg");
    Results others = Results.of(STUDY, plan(false), ProgressListener.SILENT);
    assertThat(others.grades()).isEmpty();
    assertThat(Report.of(others)).doesNotContain("How sure people said so");
    assertThat(Report.figures(others, Optional.empty())).doesNotContainKey("grades.svg");
  }

  @Test
  void aConfidenceThatCouldNotBeSaidIsRefused() {
    Responses beyond = Written.responses(HEADER + "1,p,lrp,yes,no,2,\n");
    assertThatThrownBy(() -> Results.of(beyond, plan(true), ProgressListener.SILENT))
        .isInstanceOf(AnalysisException.class)
        .hasMessageContaining("a confidence of 2; expected 0 or 1");
  }

  private static Plan plan(boolean graded) {
    return new Plan(
        new Wording(
            "",
            "",
            new Asked(Task.ARTEFACT_USE, List.of("yes", "no"), 4, 1, Set.of(), List.of(), graded),
            Map.of()),
        List.of("lrp", "crp"),
        Inference.DEFAULT,
        Eligibility.by(List.of()),
        new Resampling(200, 1),
        Optional.empty(),
        Optional.empty(),
        true);
  }
}
