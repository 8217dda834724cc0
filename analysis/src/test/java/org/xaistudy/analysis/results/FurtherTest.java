package org.xaistudy.analysis.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.data.Offset;
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
import org.xaistudy.analysis.responses.Responses;
import org.xaistudy.analysis.statistics.StatisticsTable;
import org.xaistudy.studies.FurtherQuestion;
import org.xaistudy.studies.Questionnaire;
import org.xaistudy.studies.Task;
import org.xaistudy.studies.Text;

/** What is said to further questions, with numbers reckoned by hand or by R 4.2.2. */
class FurtherTest {
  private static final Offset<Double> CLOSE = within(1e-8);

  private static final String HEADER =
      "trial,participant,method,truth,answer,confidence,clarity,q.helped,q.seen,q.why\n";

  /**
   * Means of helped: 1.5, −0.5 and 3 with lrp; 2.5, 1, 2.5 and −1.5 with crp; 0 and 0.5 with ig. A
   * number below 0 may stand there as a spreadsheet's formula does.
   */
  private static final String ANSWERS =
      """
      1,p1,lrp,yes,yes,,,1,finch,
      2,p1,lrp,no,no,,,2,tern,something
      1,p2,lrp,yes,no,,,'-1,tern,something
      2,p2,lrp,no,no,,,0,tern,
      1,p3,lrp,yes,yes,,,3,finch,
      2,p3,lrp,no,yes,,,,,
      1,p4,crp,yes,yes,,,3,finch,something
      2,p4,crp,no,no,,,2,finch,something
      1,p5,crp,yes,yes,,,1,tern,something
      2,p5,crp,no,no,,,1,finch,something
      1,p6,crp,yes,yes,,,2,finch,something
      2,p6,crp,no,yes,,,3,finch,something
      1,p7,crp,yes,no,,,-3,tern,
      2,p7,crp,no,no,,,0,finch,
      1,p8,ig,yes,yes,,,0,tern,
      2,p8,ig,no,no,,,0,tern,
      1,p9,ig,yes,no,,,1,tern,
      2,p9,ig,no,no,,,0,tern,
      1,p10,none,yes,no,,,,finch,
      2,p10,none,no,no,,,,finch,
      """;

  private static final Responses STUDY = Written.responses(HEADER + ANSWERS);
  private static final Results RESULTS = Results.of(STUDY, plan(), ProgressListener.SILENT);

  @Test
  void pointsAreAveragedOverPeople() {
    // t.test(c(1.5, -0.5, 3)) and t.test(c(2.5, 1, 2.5, -1.5)) in R 4.2.2
    assertThat(value("lrp", "participants")).isEqualTo(3);
    assertThat(value("lrp", "participant_mean")).isCloseTo(4 / 3.0, CLOSE);
    assertThat(value("lrp", "participant_mean_ci_low")).isCloseTo(-3.028669134, CLOSE);
    assertThat(value("lrp", "participant_mean_ci_high")).isCloseTo(5.695335801, CLOSE);
    assertThat(value("crp", "participant_mean")).isCloseTo(1.125, CLOSE);
    assertThat(value("crp", "participant_mean_ci_low")).isCloseTo(-1.878367838, CLOSE);
  }

  @Test
  void theyAreComparedWithTheReferenceAndCorrectedAmongThemselves() {
    // t.test(c(2.5, 1, 2.5, -1.5), c(1.5, -0.5, 3)), t.test(c(0, 0.5), …) in R 4.2.2, and p.adjust
    Further.Numbers helped = (Further.Numbers) RESULTS.further().get(0);
    assertThat(helped.comparisons())
        .extracting(Further.Difference::method)
        .containsExactly("crp", "ig");
    assertThat(value("crp", "welch_t")).isCloseTo(-0.1504142094, CLOSE);
    assertThat(helped.comparisons().get(0).test().df()).isCloseTo(4.6434751193, CLOSE);
    assertThat(helped.comparisons().get(0).test().p()).isCloseTo(0.8867508305, CLOSE);
    assertThat(helped.comparisons().get(0).test().interval().low()).isCloseTo(-3.8525695695, CLOSE);
    assertThat(helped.comparisons().get(0).corrected()).isCloseTo(0.8867508305, CLOSE);
    assertThat(helped.comparisons().get(1).corrected()).isCloseTo(0.7971416023, CLOSE);
    assertThat(value("ig", "welch_p_holm")).isCloseTo(0.7971416023, CLOSE);
  }

  /** Where nothing is explained nobody was asked, and there the mean of nobody is no number. */
  @Test
  void whoWasNotAskedIsNotCounted() {
    Further.Numbers helped = (Further.Numbers) RESULTS.further().get(0);
    assertThat(helped.scores().keySet()).containsExactly("lrp", "crp", "ig");
    Further.Options seen = (Further.Options) RESULTS.further().get(1);
    assertThat(seen.shares().keySet()).containsExactly("lrp", "crp", "ig", "none");
  }

  @Test
  void choicesAndWordsAreCounted() {
    Further.Options seen = (Further.Options) RESULTS.further().get(1);
    assertThat(seen.shares().get("lrp")).containsExactly(new Rate(2, 5), new Rate(3, 5));
    assertThat(value("further.seen", "crp", "chosen_finch")).isEqualTo(6);
    assertThat(value("further.seen", "crp", "share_tern")).isEqualTo(0.25);
    assertThat(value("further.seen", "lrp", "answers")).isEqualTo(5);
    assertThat(value("further.why", "lrp", "answers")).isEqualTo(2);
    assertThat(value("further.why", "crp", "trials")).isEqualTo(8);
  }

  @Test
  void theReportHasASectionOfThem() {
    String report = Report.of(RESULTS);
    assertThat(report)
        .contains(
            "<h2>Further questions</h2>", "Did it &lt;b&gt;help?", "−3: misled me; 3: helped.")
        .contains("<td>1.13 [−1.88, 4.13]</td>", "<td>2 (40.0)</td>", "<td>6 (75.0)</td>")
        .contains("<th scope='row'>crp − lrp</th><td>−0.21</td><td>−3.85, 3.44</td>");
    assertThat(Report.figures(RESULTS, Optional.empty()))
        .containsKey("further-helped.svg")
        .doesNotContainKey("further-seen.svg");
  }

  @Test
  void withoutThemThereIsNone() {
    Responses bare =
        Written.responses(
            "participant,method,truth,answer,confidence,clarity\np,lrp,yes,no,,\np,lrp,no,no,,\n");
    Results results = Results.of(bare, Plan.comparingWith("lrp", bare), ProgressListener.SILENT);
    assertThat(results.further()).isEmpty();
    assertThat(Report.of(results)).doesNotContain("Further questions");
    assertThat(StatisticsTable.of(results)).noneMatch(row -> row.table().startsWith("further"));
  }

  /** Of a file without its study nothing tells what the answers are. */
  @Test
  void whatNoStudyTellsOfIsOnlyCounted() {
    Results results = Results.of(STUDY, Plan.comparingWith("lrp", STUDY), ProgressListener.SILENT);
    assertThat(results.further())
        .hasSize(3)
        .allMatch(Further.Words.class::isInstance)
        .extracting(further -> further.question().id())
        .containsExactly("helped", "seen", "why");
  }

  @Test
  void anAnswerThatCouldNotBeGivenIsRefused() {
    Responses beyond = Written.responses(HEADER + "1,p,lrp,yes,no,,,4,finch,\n");
    assertThatThrownBy(() -> Results.of(beyond, plan(), ProgressListener.SILENT))
        .isInstanceOf(AnalysisException.class)
        .hasMessageContaining(
            "the answers to the further question 'helped' name '4'; expected -3 to 3");
  }

  private static Plan plan() {
    List<FurtherQuestion> further =
        List.of(
            new FurtherQuestion(
                "helped",
                Text.of("Did it <b>help?"),
                true,
                true,
                new Questionnaire.Scale(-3, 3, Text.of("misled me"), Text.of("helped"))),
            new FurtherQuestion(
                "seen",
                Text.of("What do you see?"),
                true,
                false,
                new Questionnaire.Choice(List.of(), List.of("finch", "tern"))),
            new FurtherQuestion(
                "why", Text.of("Why?"), false, false, new Questionnaire.FreeText(100)));
    return new Plan(
        new Wording(
            "",
            "",
            new Asked(
                Task.ARTEFACT_USE, List.of("yes", "no"), 2, 1, Set.of("none"), further, false),
            Map.of()),
        List.of("lrp", "crp", "ig", "none"),
        Inference.DEFAULT,
        Eligibility.by(List.of()),
        new Resampling(200, 1),
        Optional.empty(),
        Optional.empty(),
        true);
  }

  private static double value(String method, String quantity) {
    return value("further.helped", method, quantity);
  }

  private static double value(String table, String method, String quantity) {
    return Written.value(RESULTS, table, method, quantity);
  }
}
