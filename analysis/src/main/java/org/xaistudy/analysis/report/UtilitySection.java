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
    return Markup.all(
        Blocks.status(plan),
        Blocks.figure(
            "one",
            List.of(figure(results)),
            "How often people foretell what the model says, over how often those do who learned"
                + " without explanations ("
                + plan.name(plan.reference())
                + "): the mean of this ratio over sessions, with "
                + Apa.level(plan.level())
                + " bootstrap intervals over participants. Right of the dashed line, 1,"
                + " explanations helped (Colin et al., 2022)."),
        ratios(results).html(),
        plan.asked().sessions() > 1 ? accuracies(results).html() : Markup.NONE,
        Blocks.caption(
            "The participants of both arms are drawn again, each with all trials. These intervals are"
                + " not corrected for the number of methods."));
  }

  /** Also where so few people are right without explanations that nothing tells its limits. */
  static String ratio(Quoted ratio) {
    return ratio.interval().determined() ? Apa.quoted(ratio, 2) : Apa.number(ratio.value(), 2);
  }

  static Svg figure(Results results) {
    Plan plan = results.plan();
    return ForestFigure.of(
        "Utility (1 is of no use)",
        results.utility().stream()
            .map(
                one ->
                    new ForestFigure.Line(
                        plan.name(one.method()), one.mean().value(), one.mean().interval()))
            .toList(),
        1,
        2);
  }

  private static HtmlTable ratios(Results results) {
    Plan plan = results.plan();
    List<String> headings = new ArrayList<>(List.of("Method", "Utility"));
    if (plan.asked().sessions() > 1) {
      headings.addAll(sessions(plan));
    }
    HtmlTable table =
        new HtmlTable(
            "Utility, with %s intervals: accuracy over that with %s"
                .formatted(Apa.level(plan.level()), plan.name(plan.reference())),
            headings);
    for (Utility one : results.utility()) {
      List<String> cells = new ArrayList<>(List.of(ratio(one.mean())));
      if (plan.asked().sessions() > 1) {
        one.sessions().forEach(session -> cells.add(ratio(session)));
      }
      table.row(plan.name(one.method()), cells);
    }
    return table;
  }

  private static HtmlTable accuracies(Results results) {
    List<String> headings = new ArrayList<>(List.of("Method"));
    headings.addAll(sessions(results.plan()));
    HtmlTable table = new HtmlTable("Share of right answers after each training", headings);
    for (ArmResult arm : results.arms()) {
      table.row(
          results.plan().name(arm.method()),
          arm.right().sessions().stream().map(rate -> Apa.percent(rate.value())).toList());
    }
    return table;
  }

  private static List<String> sessions(Plan plan) {
    List<String> names = new ArrayList<>();
    for (int session = 1; session <= plan.asked().sessions(); session++) {
      names.add("Session " + session);
    }
    return names;
  }
}
