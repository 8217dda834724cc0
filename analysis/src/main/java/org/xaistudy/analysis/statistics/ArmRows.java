package org.xaistudy.analysis.statistics;

import java.util.List;
import org.xaistudy.analysis.comparison.Scores;
import org.xaistudy.analysis.distribution.Interval;
import org.xaistudy.analysis.rates.Confusion;
import org.xaistudy.analysis.rates.ResponseTimes;
import org.xaistudy.analysis.rates.SignalDetection;
import org.xaistudy.analysis.responses.Measure;
import org.xaistudy.analysis.results.ArmResult;

/** What one arm says by itself, as rows. */
final class ArmRows {
  private ArmRows() {}

  static List<Statistic> of(ArmResult arm, double level) {
    StatisticRows rows = StatisticRows.about("rates").of(arm.method(), "");
    rows.add("participants", arm.arm().participants().size());
    counts(rows, arm.confusion());
    rates(rows, arm.confusion());
    participants(rows, arm);
    wilson(rows, arm.confusion(), level);
    detection(rows, arm.detection(), level);
    bootstrap(rows, arm);
    times(rows, arm.times());
    rows.in("calibration")
        .add("confidence_correct_spearman_rho", arm.calibration().spearman())
        .add("auroc2", arm.calibration().auroc2());
    return rows.list();
  }

  private static void counts(StatisticRows rows, Confusion confusion) {
    rows.add("tp", confusion.tp())
        .add("fn", confusion.fn())
        .add("fp", confusion.fp())
        .add("tn", confusion.tn());
  }

  private static void rates(StatisticRows rows, Confusion confusion) {
    rows.add("tpr", confusion.tpr().value())
        .add("fnr", confusion.fnr().value())
        .add("fpr", confusion.fpr().value())
        .add("tnr", confusion.tnr().value())
        .add("tpr_se", confusion.tpr().standardError())
        .add("tnr_se", confusion.tnr().standardError())
        .add("accuracy", confusion.accuracy().value());
  }

  private static void participants(StatisticRows rows, ArmResult arm) {
    Scores accuracy = arm.means().get(Measure.CORRECT);
    rows.add("accuracy_participant_mean", accuracy.mean())
        .add("accuracy_participant_sd", accuracy.sd())
        .add("confidence_mean", arm.arm().trialMean(Measure.CONFIDENCE))
        .add("clarity_mean", arm.arm().trialMean(Measure.CLARITY));
  }

  private static void wilson(StatisticRows rows, Confusion confusion, double level) {
    Interval tpr = confusion.tpr().wilson(level);
    Interval tnr = confusion.tnr().wilson(level);
    rows.add("tpr_wilson_low", tpr.low())
        .add("tpr_wilson_high", tpr.high())
        .add("tnr_wilson_low", tnr.low())
        .add("tnr_wilson_high", tnr.high());
  }

  private static void detection(StatisticRows rows, SignalDetection detection, double level) {
    rows.add("d_prime", detection.dPrime())
        .add("criterion", detection.criterion())
        .add("d_prime_ci_low", detection.dPrimeInterval(level).low())
        .add("d_prime_ci_high", detection.dPrimeInterval(level).high())
        .add("criterion_ci_low", detection.criterionInterval(level).low())
        .add("criterion_ci_high", detection.criterionInterval(level).high());
  }

  private static void bootstrap(StatisticRows rows, ArmResult arm) {
    arm.bootstrap()
        .forEach(
            (statistic, interval) ->
                rows.add(statistic.id() + "_bca_low", interval.low())
                    .add(statistic.id() + "_bca_high", interval.high()));
  }

  private static void times(StatisticRows rows, ResponseTimes times) {
    if (times.recorded()) {
      rows.add("response_time_median_ms", times.median())
          .add("response_time_median_correct_ms", times.medianRight())
          .add("response_time_median_wrong_ms", times.medianWrong());
    }
  }
}
