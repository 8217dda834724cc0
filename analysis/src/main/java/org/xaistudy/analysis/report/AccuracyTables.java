package org.xaistudy.analysis.report;

import java.util.List;
import org.xaistudy.analysis.bootstrap.ResampledStatistic;
import org.xaistudy.analysis.results.ArmResult;
import org.xaistudy.analysis.results.RateResult;
import org.xaistudy.analysis.results.Results;

/** How often people are right, whatever they are asked. */
final class AccuracyTables {
  /** What the intervals of a share over people are to be taken for. */
  static final String INTERVALS =
      "The bootstrap draws whole participants, whose trials go together. Where all of them are"
          + " alike it tells nothing, and Clopper and Pearson’s exact interval with"
          + " participants for units stands in its place (marked *). Wilson’s interval takes"
          + " every trial for independent: it is too narrow by the root of the design effect,"
          + " 1 + (trials − 1) × intraclass correlation.";

  private AccuracyTables() {}

  /** The interval of a share over people, in per cent. */
  static String quoted(ArmResult arm, ResampledStatistic statistic) {
    RateResult rate = arm.rate(statistic);
    boolean exact = !rate.resampled().interval().determined() && rate.exact().determined();
    return Apa.percents(rate.quoted()) + (exact ? " *" : "");
  }

  /** Each method against guessing. */
  static HtmlTable chance(Results results) {
    double level = results.plan().level();
    HtmlTable table =
        new HtmlTable(
            "Participants’ mean accuracy against chance: method − "
                + Apa.shares(results.plan().chance())
                + ", two-sided t-tests, not"
                + " corrected",
            List.of("Method", "Accuracy − chance, %", "t", "df", "p"));
    for (ArmResult arm : results.arms()) {
      table.row(
          results.plan().name(arm.method()) + " − chance",
          List.of(
              arm.right().chance().interval(level).determined()
                  ? Apa.estimate(arm.right().chance().times(100), level, 1)
                  : Apa.bare(arm.right().chance().value()) + " (all alike)",
              arm.right().chance().error() > 0 ? Apa.number(arm.right().chance().t(), 2) : "–",
              Apa.number(arm.right().chance().df(), 0),
              Apa.bareP(arm.right().chance().p())));
    }
    return table;
  }
}
