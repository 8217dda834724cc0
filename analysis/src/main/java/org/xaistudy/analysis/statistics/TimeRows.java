package org.xaistudy.analysis.statistics;

import java.util.List;
import org.xaistudy.analysis.mixedmodel.TimeFit;

/** The model of response times, as rows: logarithms of milliseconds and of their ratios. */
final class TimeRows {
  private TimeRows() {}

  static List<Statistic> of(TimeFit fit, double level) {
    StatisticRows rows = StatisticRows.about("times.lognormal");
    String reference = fit.methods().get(0);
    for (int arm = 0; arm < fit.methods().size(); arm++) {
      String method = fit.methods().get(arm);
      StatisticRows own = rows.of(method, "");
      ArmRows.estimate(own, "log_ms_correct", fit.time(arm, true), level);
      ArmRows.estimate(own, "log_ms_wrong", fit.time(arm, false), level);
      ArmRows.estimate(
          own.as("correct - wrong"), "log_ratio_correct", fit.rightAgainstWrong(arm), level);
      if (arm > 0) {
        ArmRows.estimate(
            rows.of(method, reference).as(method + " - " + reference),
            "log_ratio",
            fit.difference(arm),
            level);
      }
    }
    rows.add("participant_sd", fit.participantSd());
    fit.stimulusSd().ifPresent(sd -> rows.add("stimulus_sd", sd));
    return rows.add("residual_sd", fit.residualSd())
        .add("reml_criterion", fit.deviance())
        .add("answers", fit.answers())
        .list();
  }
}
