package org.xaistudy.analysis.report;

import java.util.ArrayList;
import java.util.List;
import org.xaistudy.analysis.figure.Markup;
import org.xaistudy.analysis.figure.RatingFigure;
import org.xaistudy.analysis.figure.Svg;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.results.Grades;
import org.xaistudy.analysis.results.Results;

/** How sure people said yes and no, where that was one decision of four. */
final class GradeSection {
  private static final List<String> ANSWERS =
      List.of("surely yes", "rather yes", "rather no", "surely no");

  private GradeSection() {}

  /** Nothing where the decision was not one of four. */
  static Markup of(Results results) {
    if (results.grades().isEmpty()) {
      return Markup.NONE;
    }
    return Markup.all(
        Blocks.status(results.plan()),
        Blocks.figure(
            "one",
            List.of(figure(results)),
            "Share of each answer in per cent, by method and by what was true; from surely yes to"
                + " surely no, whether "
                + results.plan().task().yes()
                + "."),
        table(results).html(),
        Blocks.caption(
            "Everything else in this report takes both answers of yes for yes and both of no for no,"
                + " with a confidence of 1 where people were sure and 0 where they were not."));
  }

  static Svg figure(Results results) {
    return RatingFigure.of(
        "What people answered",
        results.grades().stream()
            .map(one -> new RatingFigure.Bar(name(one, results.plan()), one.shares()))
            .toList(),
        ANSWERS);
  }

  private static String name(Grades grades, Plan plan) {
    return plan.name(grades.method()) + ": " + plan.task().of(grades.truth());
  }

  private static HtmlTable table(Results results) {
    List<String> headings = new ArrayList<>(List.of("Method and what was true"));
    ANSWERS.stream().map(Apa::capitalised).forEach(headings::add);
    headings.add("Trials");
    HtmlTable table =
        new HtmlTable("Answers over all trials, and in brackets their share in per cent", headings);
    for (Grades grades : results.grades()) {
      List<String> cells = new ArrayList<>();
      grades.shares().forEach(rate -> cells.add(Apa.counted(rate)));
      cells.add(String.valueOf(grades.shares().get(0).trials()));
      table.row(name(grades, results.plan()), cells);
    }
    return table;
  }
}
