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
  private GradeSection() {}

  /** Nothing where the decision was not one of four. */
  static Markup of(Results results) {
    if (results.grades().isEmpty()) {
      return Markup.NONE;
    }
    Apa apa = Apa.of(results.plan());
    return Markup.all(
        Blocks.status(results.plan()),
        Blocks.figure(
            "one",
            List.of(figure(results)),
            Speech.of(results.plan())
                .fitting("grades.caption.models", "grades.caption.predictions")),
        table(results).html(),
        Blocks.caption(apa.text("grades.elsewhere")));
  }

  static Svg figure(Results results) {
    return RatingFigure.of(
        results.plan().words().text("grades.figure"),
        results.grades().stream()
            .map(one -> new RatingFigure.Bar(name(one, results.plan()), one.shares()))
            .toList(),
        answers(Apa.of(results.plan())),
        results.plan().words());
  }

  private static List<String> answers(Apa apa) {
    return List.of(
        apa.text("grades.sureYes"),
        apa.text("grades.ratherYes"),
        apa.text("grades.ratherNo"),
        apa.text("grades.sureNo"));
  }

  private static String name(Grades grades, Plan plan) {
    return plan.words()
        .text("grades.about", plan.name(grades.method()), Speech.of(plan).about(grades.truth()));
  }

  private static HtmlTable table(Results results) {
    Apa apa = Apa.of(results.plan());
    List<String> headings = new ArrayList<>(List.of(apa.text("column.methodAndTruth")));
    answers(apa).stream().map(Apa::capitalised).forEach(headings::add);
    headings.add(apa.text("column.trials"));
    HtmlTable table = new HtmlTable(apa.text("further.answers"), headings);
    for (Grades grades : results.grades()) {
      List<String> cells = new ArrayList<>();
      grades.shares().forEach(rate -> cells.add(apa.counted(rate)));
      cells.add(String.valueOf(grades.shares().get(0).trials()));
      table.row(name(grades, results.plan()), cells);
    }
    return table;
  }
}
