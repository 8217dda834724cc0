package org.xaistudy.analysis.statistics;

import java.util.List;
import org.xaistudy.analysis.results.Comparison;
import org.xaistudy.analysis.results.MeasureResult;

/** How the methods differ by one measure, as rows. */
final class ComparisonRows {
  private ComparisonRows() {}

  static List<Statistic> of(MeasureResult measure) {
    Rows rows = Rows.about("test." + measure.measure().id());
    for (Comparison comparison : measure.comparisons()) {
      tests(rows.of(comparison.method(), comparison.versus()), comparison);
    }
    return rows.list();
  }

  private static void tests(Rows rows, Comparison comparison) {
    rows.add("mean_difference", comparison.welch().difference())
        .add("welch_t", comparison.welch().t())
        .add("welch_df", comparison.welch().df())
        .add("welch_p", comparison.welch().p())
        .add("welch_ci_low", comparison.welch().interval().low())
        .add("welch_ci_high", comparison.welch().interval().high())
        .add("student_t", comparison.student().t())
        .add("student_p", comparison.student().p());
  }
}
