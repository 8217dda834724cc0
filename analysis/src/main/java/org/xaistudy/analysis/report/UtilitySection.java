package org.xaistudy.analysis.report;

import java.util.ArrayList;
import java.util.List;
import org.xaistudy.analysis.distribution.Quoted;
import org.xaistudy.analysis.figure.ForestFigure;
import org.xaistudy.analysis.figure.Markup;
import org.xaistudy.analysis.figure.Svg;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.results.ArmResult;
import org.xaistudy.analysis.results.Results;
import org.xaistudy.analysis.results.Utility;

/** What explanations are worth to those who learn from them. */
final class UtilitySection {
  private UtilitySection() {}

  /** Nothing where nobody learned without explanations. */
  static Markup of(Results results) {
    if (results.utility().isEmpty()) {
      return Markup.NONE;
    }
    Plan plan = results.plan();
    Apa apa = Apa.of(plan);
    return Markup.all(
        Blocks.status(plan),
        Blocks.figure(
            "one",
            List.of(figure(results)),
            apa.text("utility.caption", plan.name(plan.reference()), apa.level(plan.level()))),
        ratios(results).html(),
        plan.asked().sessions() > 1 ? accuracies(results).html() : Markup.NONE,
        Blocks.caption(apa.text("utility.intervals")));
  }

  /** Also where so few people are right without explanations that nothing tells its limits. */
  static String ratio(Quoted ratio, Apa apa) {
    return ratio.interval().determined() ? apa.quoted(ratio, 2) : apa.number(ratio.value(), 2);
  }

  static Svg figure(Results results) {
    Plan plan = results.plan();
    return ForestFigure.of(
        plan.words().text("utility.figure"),
        results.utility().stream()
            .map(
                one ->
                    new ForestFigure.Line(
                        plan.name(one.method()), one.mean().value(), one.mean().interval()))
            .toList(),
        1,
        2,
        plan.words());
  }

  private static HtmlTable ratios(Results results) {
    Plan plan = results.plan();
    Apa apa = Apa.of(plan);
    List<String> headings =
        new ArrayList<>(List.of(apa.text("column.method"), apa.text("column.utility")));
    if (plan.asked().sessions() > 1) {
      headings.addAll(sessions(plan));
    }
    HtmlTable table =
        new HtmlTable(
            apa.text("utility.table", apa.level(plan.level()), plan.name(plan.reference())),
            headings);
    for (Utility one : results.utility()) {
      List<String> cells = new ArrayList<>(List.of(ratio(one.mean(), apa)));
      if (plan.asked().sessions() > 1) {
        one.sessions().forEach(session -> cells.add(ratio(session, apa)));
      }
      table.row(plan.name(one.method()), cells);
    }
    return table;
  }

  private static HtmlTable accuracies(Results results) {
    Apa apa = Apa.of(results.plan());
    List<String> headings = new ArrayList<>(List.of(apa.text("column.method")));
    headings.addAll(sessions(results.plan()));
    HtmlTable table = new HtmlTable(apa.text("utility.sessions"), headings);
    for (ArmResult arm : results.arms()) {
      table.row(
          results.plan().name(arm.method()),
          arm.right().sessions().stream().map(rate -> apa.percent(rate.value())).toList());
    }
    return table;
  }

  private static List<String> sessions(Plan plan) {
    Apa apa = Apa.of(plan);
    List<String> names = new ArrayList<>();
    for (int session = 1; session <= plan.asked().sessions(); session++) {
      names.add(apa.text("column.session", session));
    }
    return names;
  }
}
