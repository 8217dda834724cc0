package org.xaistudy.analysis.statistics;

import java.util.List;
import org.xaistudy.analysis.distribution.Quoted;
import org.xaistudy.analysis.rates.Rate;
import org.xaistudy.analysis.results.ArmResult;
import org.xaistudy.analysis.results.Results;
import org.xaistudy.analysis.results.Utility;

/** What explanations are worth to those who learn from them, as rows: a ratio, 1 for nothing. */
final class UtilityRows {
  private UtilityRows() {}

  static List<Statistic> of(Results results) {
    StatisticRows rows = StatisticRows.about("sessions");
    if (results.plan().asked().sessions() > 1) {
      for (ArmResult arm : results.arms()) {
        sessions(rows.of(arm.method(), ""), arm.right().sessions());
      }
    }
    for (Utility utility : results.utility()) {
      StatisticRows pair =
          rows.in("utility")
              .of(utility.method(), utility.without())
              .as(utility.method() + " / " + utility.without());
      ratio(pair, "utility", utility.mean());
      for (int session = 0; session < utility.sessions().size(); session++) {
        ratio(pair, "utility_session_" + (session + 1), utility.sessions().get(session));
      }
    }
    return rows.list();
  }

  private static void sessions(StatisticRows rows, List<Rate> sessions) {
    for (int session = 0; session < sessions.size(); session++) {
      rows.add("accuracy_session_" + (session + 1), sessions.get(session).value());
    }
  }

  private static void ratio(StatisticRows rows, String quantity, Quoted ratio) {
    rows.add(quantity, ratio.value())
        .add(quantity + "_bca_low", ratio.interval().low())
        .add(quantity + "_bca_high", ratio.interval().high());
  }
}
