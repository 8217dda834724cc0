package org.xaistudy.analysis.statistics;

import java.util.List;
import org.xaistudy.analysis.mixedmodel.DetectionFit;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.results.Detection;
import org.xaistudy.analysis.results.SignalModels;

/** The models of sensitivity and bias, as rows. */
final class SignalRows {
  private SignalRows() {}

  static List<Statistic> of(Detection detection, Plan plan) {
    SignalModels models = detection.signal();
    double level = plan.level();
    StatisticRows rows = StatisticRows.about("sdt.hierarchical");
    hierarchical(rows, models.hierarchical(), level);
    models.crossed().ifPresent(fit -> hierarchical(rows.in("sdt.crossed"), fit, level));
    logistic(rows.in("glmm.answer.slopes"), detection.logistic(), level);
    return rows.list();
  }

  private static void hierarchical(StatisticRows rows, DetectionFit fit, double level) {
    for (int arm = 0; arm < fit.methods().size(); arm++) {
      StatisticRows own = rows.of(fit.methods().get(arm), "");
      ArmRows.estimate(own, "d_prime", fit.sensitivity(arm), level);
      ArmRows.estimate(own, "criterion", fit.bias(arm).negated(), level);
      own.add("accuracy", fit.accuracy(arm).value())
          .add("accuracy_se", fit.accuracy(arm).error())
          .add("accuracy_ci_low", fit.accuracy(arm).interval(level).low())
          .add("accuracy_ci_high", fit.accuracy(arm).interval(level).high());
    }
    for (int arm = 1; arm < fit.methods().size(); arm++) {
      StatisticRows pair = pair(rows, fit, arm);
      ArmRows.estimate(pair, "d_prime_difference", fit.sensitivityDifference(arm), level);
      ArmRows.estimate(pair, "criterion_difference", fit.biasDifference(arm).negated(), level);
      ArmRows.estimate(pair, "risk_difference", fit.accuracyDifference(arm), level);
    }
    rows.add("d_prime_sd", fit.sensitivitySd())
        .add("criterion_sd", fit.biasSd())
        .add("correlation", -fit.correlation());
    fit.stimulusSd().ifPresent(sd -> rows.add("stimulus_sd", sd));
    top(rows, fit);
  }

  private static void logistic(StatisticRows rows, DetectionFit fit, double level) {
    for (int arm = 0; arm < fit.methods().size(); arm++) {
      StatisticRows own = arm == 0 ? rows.of(fit.methods().get(0), "") : pair(rows, fit, arm);
      String what = arm == 0 ? "" : "_difference";
      ArmRows.estimate(own, "bias" + what, arm == 0 ? fit.bias(0) : fit.biasDifference(arm), level);
      ArmRows.estimate(
          own,
          "sensitivity" + what,
          arm == 0 ? fit.sensitivity(0) : fit.sensitivityDifference(arm),
          level);
    }
    rows.add("bias_sd", fit.biasSd())
        .add("sensitivity_sd", fit.sensitivitySd())
        .add("correlation", fit.correlation());
    top(rows, fit);
  }

  private static StatisticRows pair(StatisticRows rows, DetectionFit fit, int arm) {
    String method = fit.methods().get(arm);
    String reference = fit.methods().get(0);
    return rows.of(method, reference).as(method + " - " + reference);
  }

  private static void top(StatisticRows rows, DetectionFit fit) {
    rows.add("log_likelihood", fit.logLikelihood())
        .add("converged", fit.converged() ? 1 : 0)
        .add("singular", fit.singular() ? 1 : 0)
        .add("every_arm_determined", fit.everyArmDetermined() ? 1 : 0);
  }
}
