package org.xaistudy.analysis.report;

import java.util.List;
import org.xaistudy.analysis.comparison.TTest;
import org.xaistudy.analysis.results.Comparison;
import org.xaistudy.analysis.results.MeasureResult;
import org.xaistudy.analysis.results.Results;

/** The reference against each other method, measure by measure. */
final class ComparisonSection {
  private ComparisonSection() {}

  static String of(Results results) {
    StringBuilder html = new StringBuilder();
    for (MeasureResult measure : results.measures()) {
      html.append(table(measure).html());
    }
    return html.toString();
  }

  private static Table table(MeasureResult measure) {
    Table table =
        new Table(
            "Participants’ mean " + measure.measure().title(),
            List.of("Difference from", "Mean", "95 % interval", "Welch t", "df", "p", "Student p"));
    for (Comparison comparison : measure.comparisons()) {
      TTest welch = comparison.welch();
      table.row(
          comparison.versus(),
          List.of(
              Apa.number(welch.difference(), 3),
              Apa.number(welch.interval().low(), 3)
                  + " to "
                  + Apa.number(welch.interval().high(), 3),
              Apa.number(welch.t(), 2),
              Apa.number(welch.df(), 1),
              Apa.p(welch.p()),
              Apa.p(comparison.student().p())));
    }
    return table;
  }
}
