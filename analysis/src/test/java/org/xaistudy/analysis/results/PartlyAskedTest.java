package org.xaistudy.analysis.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.xaistudy.analysis.AnalysisException;
import org.xaistudy.analysis.ProgressListener;
import org.xaistudy.analysis.comparison.Correction;
import org.xaistudy.analysis.exclusion.Eligibility;
import org.xaistudy.analysis.exclusion.ExclusionRule;
import org.xaistudy.analysis.plan.Inference;
import org.xaistudy.analysis.plan.Looks;
import org.xaistudy.analysis.plan.Margins;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.plan.Resampling;
import org.xaistudy.analysis.plan.Wording;
import org.xaistudy.analysis.report.Report;
import org.xaistudy.analysis.responses.Measure;
import org.xaistudy.analysis.responses.Participant;
import org.xaistudy.analysis.responses.Responses;
import org.xaistudy.analysis.statistics.Statistic;
import org.xaistudy.analysis.statistics.StatisticsJson;
import org.xaistudy.analysis.statistics.StatisticsTable;

/** What is not asked everywhere is missing where it was not asked, and nowhere else. */
class PartlyAskedTest {
  private static final List<String> METHODS = List.of("a", "b", "c");

  @Test
  void aPersonsMeanIsOverTheAnswersThatAreThere() {
    Responses read =
        Written.responses(
            """
            trial,participant,method,truth,answer,confidence,clarity
            1,p,a,yes,yes,4,
            2,p,a,no,yes,,
            3,p,a,no,no,8,3
            """);
    Participant person = read.participants().get(0);
    assertThat(person.mean(Measure.CONFIDENCE)).hasValue(6);
    assertThat(person.mean(Measure.CLARITY)).hasValue(3);
    assertThat(person.mean(Measure.CORRECT).orElseThrow()).isCloseTo(2 / 3.0, within(1e-15));
  }

  @Test
  void whereTheReferenceWasNotAskedNothingIsCompared() {
    Results results = results(study(Set.of("b", "c"), Set.of("a", "b", "c")));
    MeasureResult clarity = measure(results, Measure.CLARITY);
    assertThat(clarity.scores()).containsOnlyKeys("b", "c");
    assertThat(clarity.comparisons()).isEmpty();
    assertThat(quantities(results, "rates", "a")).contains("confidence_mean", "accuracy");
    assertThat(quantities(results, "rates", "a")).doesNotContain("clarity_mean");
    assertThat(quantities(results, "rates", "b")).contains("clarity_mean");
    assertThat(tables(results)).contains("test.confidence").doesNotContain("test.clarity");
    assertThat(Report.of(results))
        .contains(
            "The reference, a, has no clarity: the other methods cannot be compared"
                + " with it by that, and no other comparison was planned.",
            "Not among these: a, where nobody has a value of this measure.");
    assertThat(Report.figures(results, Optional.empty()))
        .containsKeys("participants-clarity.svg", "difference-confidence.svg")
        .doesNotContainKey("difference-clarity.svg");
    assertThat(Report.figures(results, Optional.empty()).get("participants-clarity.svg"))
        .contains(">b<", ">c<")
        .doesNotContain(">a<");
    assertThat(results.specifications())
        .extracting(Specification::way)
        .contains(Specification.Way.WELCH, Specification.Way.CONFIDENCE)
        .doesNotContain(Specification.Way.CLARITY);
  }

  @Test
  void whereAnotherArmWasNotAskedTheRestIsCompared() {
    Results results = results(study(Set.of("a", "c"), Set.of("a", "b", "c")));
    MeasureResult clarity = measure(results, Measure.CLARITY);
    assertThat(clarity.comparisons()).extracting(Comparison::versus).containsExactly("c");
    // One comparison: nothing to correct for.
    assertThat(clarity.corrected(Correction.BONFERRONI, 0))
        .isEqualTo(clarity.comparisons().get(0).leading().p());
    // In every arm people have the means 2 and 3 but for arm c, with 4 and 5.
    assertThat(clarity.comparisons().get(0).leading().difference()).isCloseTo(-2, within(1e-12));
    assertThat(Report.of(results)).contains("Not among these: b,", "c − a");
  }

  @Test
  void whatNobodyWasAskedIsNowhere() {
    Results results = results(study(Set.of(), Set.of("a", "b", "c")));
    assertThat(results.has(Measure.CLARITY)).isFalse();
    assertThat(Report.of(results)).contains("onfidence").doesNotContainIgnoringCase("clarity");
    assertThat(Report.figures(results, Optional.empty()).keySet())
        .noneMatch(name -> name.contains("clarity"));
    List<Statistic> rows = StatisticsTable.of(results);
    assertThat(rows).noneMatch(row -> (row.table() + row.quantity()).contains("clarity"));
    assertThat(StatisticsJson.of(results, rows)).doesNotContain("clarity");
  }

  @Test
  void confidenceIsHeldAgainstBeingRightWhereItWasAsked() {
    Results some = results(study(Set.of("a", "b", "c"), Set.of("a", "b")));
    assertThat(some.arms().get(1).awareness()).isPresent();
    assertThat(some.arms().get(2).awareness()).isEmpty();
    assertThat(quantities(some, "calibration", "a")).isNotEmpty();
    assertThat(quantities(some, "calibration", "c")).isEmpty();
    assertThat(Report.of(some)).contains("Does confidence know?");
    Results none = results(study(Set.of("a", "b", "c"), Set.of()));
    assertThat(tables(none)).noneMatch(table -> table.startsWith("calibration"));
    assertThat(Report.of(none)).doesNotContainIgnoringCase("confidence");
    assertThat(Report.figures(none, Optional.empty())).doesNotContainKey("calibration.svg");
  }

  @Test
  void whoeverSaysTheSameThroughoutIsFoundWithoutTheQuestionsToo() {
    String header = "trial,participant,method,truth,answer,confidence,clarity\n";
    StringBuilder same = new StringBuilder(header);
    StringBuilder unsure = new StringBuilder(header);
    for (int trial = 1; trial <= 4; trial++) {
      String truth = trial % 2 == 0 ? "yes" : "no";
      same.append("%d,p,a,%s,yes,%s,\n".formatted(trial, truth, trial == 2 ? "" : "5"));
      unsure.append("%d,p,a,%s,yes,%d,\n".formatted(trial, truth, trial));
    }
    assertThat(Written.responses(same.toString()).participants()).allMatch(straight());
    assertThat(Written.responses(unsure.toString()).participants()).noneMatch(straight());
  }

  @Test
  void aPlanWhoseMainMeasureNobodyHasIsRefused() {
    Responses study = study(Set.of(), Set.of("a", "b", "c"));
    assertThatThrownBy(() -> Results.of(study, plan(Measure.CLARITY), ProgressListener.SILENT))
        .isInstanceOf(AnalysisException.class)
        .hasMessage("the plan's main test is of clarity, which no answer has");
  }

  @Test
  void noLookStopsAStudyForWantOfItsMainMeasure() {
    Responses study = study(Set.of("a", "b"), Set.of("a", "b", "c"));
    assertThatThrownBy(() -> InterimLook.of(study, plan(Measure.CLARITY)))
        .isInstanceOf(AnalysisException.class)
        .hasMessageContaining("clarity, which no answer of some method has");
    assertThat(InterimLook.of(study, plan(Measure.CONFIDENCE)).tests()).hasSize(2);
  }

  @Test
  void studiesAreComparedByWhatBothAsked() {
    Responses one = study(Set.of("a", "b", "c"), Set.of("a", "b", "c"));
    Responses other = study(Set.of("b"), Set.of());
    Replication both = Replication.of(one, other, Plan.comparingWith("a", one));
    assertThat(both.measures()).containsOnlyKeys(Measure.CORRECT, Measure.CLARITY);
    assertThat(both.measures().get(Measure.CLARITY))
        .extracting(Comparison::method)
        .containsExactly("b");
  }

  /** Two people a method with four answers each; the second is clearer and surer by one. */
  private static Responses study(Set<String> clear, Set<String> sure) {
    StringBuilder text =
        new StringBuilder("trial,participant,method,truth,answer,confidence,clarity\n");
    Map<String, Integer> clarity = Map.of("a", 2, "b", 2, "c", 4);
    for (String method : METHODS) {
      for (int person = 0; person < 2; person++) {
        for (int trial = 1; trial <= 4; trial++) {
          text.append(
              "%d,%s%d,%s,%s,%s,%s,%s\n"
                  .formatted(
                      trial,
                      method,
                      person,
                      method,
                      trial % 2 == 0 ? "yes" : "no",
                      trial + person > 3 ? "yes" : "no",
                      sure.contains(method) ? String.valueOf(trial + person) : "",
                      clear.contains(method) ? String.valueOf(clarity.get(method) + person) : ""));
        }
      }
    }
    return Written.responses(text.toString());
  }

  private static Predicate<Participant> straight() {
    return ExclusionRule.STRAIGHT_LINING.leavesOut();
  }

  private static Results results(Responses study) {
    return Results.of(
        study,
        Plan.comparingWith("a", study).resampling(new Resampling(100, 1)),
        ProgressListener.SILENT);
  }

  private static Plan plan(Measure primary) {
    return new Plan(
        Wording.NONE,
        METHODS,
        new Inference(primary, Correction.HOLM, 0.95, Margins.DEFAULT, 0.5),
        Eligibility.by(List.of()),
        new Resampling(100, 1),
        Optional.of(new Looks("", List.of(2, 4))),
        Optional.empty(),
        true);
  }

  private static MeasureResult measure(Results results, Measure measure) {
    return results.measures().stream()
        .filter(one -> one.measure() == measure)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> quantities(Results results, String table, String method) {
    return StatisticsTable.of(results).stream()
        .filter(row -> row.table().equals(table) && row.method().equals(method))
        .map(Statistic::quantity)
        .toList();
  }

  private static List<String> tables(Results results) {
    return StatisticsTable.of(results).stream().map(Statistic::table).distinct().toList();
  }
}
