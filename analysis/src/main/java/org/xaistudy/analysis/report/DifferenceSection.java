package org.xaistudy.analysis.report;

import java.util.ArrayList;
import java.util.List;
import org.xaistudy.analysis.comparison.Correction;
import org.xaistudy.analysis.comparison.TTest;
import org.xaistudy.analysis.figure.Markup;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.results.Comparison;
import org.xaistudy.analysis.results.MeasureResult;
import org.xaistudy.analysis.results.Results;

/** The reference against each other method, measure by measure. */
final class DifferenceSection {
  private DifferenceSection() {}

  static Markup of(Results results) {
    List<Markup> html = new ArrayList<>();
    for (MeasureResult measure : results.measures()) {
      boolean planned =
          results.plan().preregistered() && measure.measure() == results.plan().primary();
      String name = measure.measure().title();
      html.add(Blocks.heading(name.substring(0, 1).toUpperCase() + name.substring(1), !planned));
      if (measure.comparisons().isEmpty()) {
        html.add(Blocks.figures("pair", List.of(Figures.people(results, measure))));
        html.add(Blocks.paragraph("There is only one method: nothing to compare it with."));
        continue;
      }
      html.add(
          Blocks.figures(
              "pair",
              List.of(
                  Figures.differences(measure, results.plan()), Figures.people(results, measure))));
      html.add(tests(measure, results.plan()).html());
      html.add(more(measure, results.plan()).html());
      html.add(Blocks.paragraph(Sentences.together(measure)));
    }
    return Markup.all(html);
  }

  private static HtmlTable tests(MeasureResult measure, Plan plan) {
    HtmlTable table =
        new HtmlTable(
            "Difference of participants’ means from " + plan.name(plan.reference()) + ", two-sided",
            List.of(
                "Method",
                "Difference",
                Apa.level(plan.level()) + " CI",
                "Welch t",
                "df",
                "p",
                "p (" + plan.correction().title() + ")",
                "d",
                "g"));
    for (int i = 0; i < measure.comparisons().size(); i++) {
      Comparison one = measure.comparisons().get(i);
      TTest welch = one.welch();
      table.row(
          plan.name(one.versus()),
          List.of(
              Apa.number(welch.difference(), 3),
              Apa.range(welch.interval(), 3),
              Apa.number(welch.t(), 2),
              Apa.number(welch.df(), 1),
              Apa.bareP(welch.p()),
              Apa.bareP(measure.corrected(plan.correction(), i)),
              Apa.number(one.effect().d(), 2) + " [" + Apa.range(one.effect().dInterval(), 2) + "]",
              Apa.number(one.effect().g(), 2)));
    }
    return table;
  }

  private static HtmlTable more(MeasureResult measure, Plan plan) {
    HtmlTable table =
        new HtmlTable(
            "Other tests of the same difference (p-values)",
            List.of(
                "Method",
                "Student",
                "Mann–Whitney",
                "Permutation",
                "Bonferroni",
                "Benjamini–Hochberg",
                "Equivalence ± " + Apa.shortest(plan.margins().of(measure.measure()))));
    for (int i = 0; i < measure.comparisons().size(); i++) {
      Comparison one = measure.comparisons().get(i);
      table.row(
          plan.name(one.versus()),
          List.of(
              Apa.bareP(one.student().p()),
              Apa.bareP(one.mannWhitney().p()),
              Apa.bareP(one.permutation().p()),
              Apa.bareP(measure.corrected(Correction.BONFERRONI, i)),
              Apa.bareP(measure.corrected(Correction.BENJAMINI_HOCHBERG, i)),
              Apa.bareP(one.equivalence().p())));
    }
    return table;
  }
}
