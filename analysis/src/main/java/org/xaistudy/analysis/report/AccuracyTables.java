package org.xaistudy.analysis.report;

import java.util.List;
import org.xaistudy.analysis.bootstrap.ResampledStatistic;
import org.xaistudy.analysis.results.ArmResult;
import org.xaistudy.analysis.results.RateResult;
import org.xaistudy.analysis.results.Results;

/** How often people are right, whatever they are asked. */
final class AccuracyTables {
  private AccuracyTables() {}

  /** The interval of a share over people, in per cent. */
  static String quoted(ArmResult arm, ResampledStatistic statistic, Apa apa) {
    RateResult rate = arm.rate(statistic);
    boolean exact = !rate.resampled().interval().determined() && rate.exact().determined();
    return apa.percents(rate.quoted()) + (exact ? " *" : "");
  }

  /** Each method against guessing. */
  static HtmlTable chance(Results results) {
    Apa apa = Apa.of(results.plan());
    double level = results.plan().level();
    HtmlTable table =
        new HtmlTable(
            apa.text("accuracy.chance", apa.shares(results.plan().chance())),
            List.of(
                apa.text("column.method"),
                apa.text("column.aboveChance"),
                "t",
                apa.text("column.df"),
                "p"));
    for (ArmResult arm : results.arms()) {
      table.row(
          apa.text("accuracy.lessChance", results.plan().name(arm.method())),
          List.of(
              arm.right().chance().interval(level).determined()
                  ? apa.estimate(arm.right().chance().times(100), level, 1)
                  : apa.text("accuracy.alike", apa.bare(arm.right().chance().value())),
              arm.right().chance().error() > 0 ? apa.number(arm.right().chance().t(), 2) : "–",
              apa.number(arm.right().chance().df(), 0),
              apa.bareP(arm.right().chance().p())));
    }
    return table;
  }
}
