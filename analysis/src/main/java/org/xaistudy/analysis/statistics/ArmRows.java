package org.xaistudy.analysis.statistics;

import java.util.List;
import org.xaistudy.analysis.bootstrap.ResampledStatistic;
import org.xaistudy.analysis.distribution.Estimate;
import org.xaistudy.analysis.distribution.Interval;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.rates.Choices;
import org.xaistudy.analysis.rates.Confusion;
import org.xaistudy.analysis.rates.Places;
import org.xaistudy.analysis.rates.ResponseTimes;
import org.xaistudy.analysis.rates.SignalDetection;
import org.xaistudy.analysis.responses.Measure;
import org.xaistudy.analysis.results.ArmResult;
import org.xaistudy.analysis.results.Awareness;
import org.xaistudy.analysis.results.PersonalCalibration;
import org.xaistudy.analysis.results.RightAnswers;

/** What one arm says by itself, as rows. */
final class ArmRows {
  private ArmRows() {}

  static List<Statistic> of(ArmResult arm, Plan plan) {
    StatisticRows rows = StatisticRows.about("rates").of(arm.method(), "");
    rows.add("participants", arm.arm().participants().size());
    if (arm.said() instanceof RightAnswers right) {
      right(rows, arm, right, plan);
    } else {
      means(rows, arm, Measure.PREFERENCE);
      times(rows, arm);
      RatingRows.add(rows, arm.ratings(), plan.level());
    }
    return rows.list();
  }

  private static void right(StatisticRows rows, ArmResult arm, RightAnswers right, Plan plan) {
    double level = plan.level();
    if (right.tally() instanceof Confusion confusion) {
      counts(rows, confusion);
      rates(rows, confusion);
    }
    rows.add("accuracy", right.tally().accuracy().value());
    means(rows, arm, Measure.CORRECT);
    if (right.tally() instanceof Confusion) {
      wilson(rows, arm);
      detection(rows, arm.pooled(), level);
    }
    bootstrap(rows, right);
    times(rows, arm);
    if (right.tally() instanceof Choices choices) {
      choices(rows.in("choices"), choices);
    }
    if (right.tally() instanceof Places places) {
      places(rows.in("places"), places, level);
    }
    arm.awareness().ifPresent(awareness -> calibration(rows, awareness, level));
    chance(rows, arm.method(), right, plan);
  }

  private static void calibration(StatisticRows rows, Awareness awareness, double level) {
    rows.in("calibration")
        .add("confidence_correct_spearman_rho", awareness.pooled().spearman())
        .add("auroc2", awareness.pooled().auroc2());
    PersonalCalibration personal = awareness.personal();
    Interval auroc2 = personal.auroc2().interval(level);
    rows.in("calibration.within")
        .add("participants", personal.people())
        .add("spearman_rho", personal.spearman().value())
        .add("spearman_rho_ci_low", personal.spearman().interval(level).low())
        .add("spearman_rho_ci_high", personal.spearman().interval(level).high())
        .add("auroc2", 0.5 + personal.auroc2().value())
        .add("auroc2_ci_low", 0.5 + auroc2.low())
        .add("auroc2_ci_high", 0.5 + auroc2.high());
  }

  private static void chance(StatisticRows rows, String method, RightAnswers right, Plan plan) {
    StatisticRows chance = rows.in("chance.correct").as(method + " - " + Digits.of(plan.chance()));
    estimate(chance, "mean_difference", right.chance(), plan.level());
    chance.add("t", right.chance().t()).add("df", right.chance().df());
    if (!right.learning().curve().isEmpty()) {
      estimate(
          rows.in("learning.correct"), "slope_per_trial", right.learning().slope(), plan.level());
    }
  }

  /** An estimate with error, interval and p. */
  static void estimate(StatisticRows rows, String quantity, Estimate estimate, double level) {
    Interval interval = estimate.interval(level);
    rows.add(quantity, estimate.value())
        .add(quantity + "_se", estimate.error())
        .add(quantity + "_ci_low", interval.low())
        .add(quantity + "_ci_high", interval.high())
        .add(quantity + "_p", estimate.p());
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
        .add("tnr_se", confusion.tnr().standardError());
  }

  /** Named by the ids of classes, which a study's file holds to plain letters. */
  private static void choices(StatisticRows rows, Choices choices) {
    List<String> options = choices.options();
    for (int right = 0; right < options.size(); right++) {
      for (int said = 0; said < options.size(); said++) {
        rows.add(
            "right_%s_said_%s".formatted(options.get(right), options.get(said)),
            choices.counts().get(right).get(said));
      }
    }
  }

  private static void places(StatisticRows rows, Places places, double level) {
    for (Places.Place place : places.places()) {
      rows.add("right_" + place.name(), place.right().hits())
          .add("said_" + place.name(), place.said().hits())
          .add("right_%1$s_said_%1$s".formatted(place.name()), place.found().hits());
    }
    for (Places.Place place : places.places()) {
      estimate(rows.as("said - right"), "bias_" + place.name(), place.bias(), level);
    }
  }

  /** Of the main measure over people, of the others over trials; none of what nobody has. */
  private static void means(StatisticRows rows, ArmResult arm, Measure main) {
    arm.scores(main)
        .ifPresent(
            scores ->
                rows.add(main.title() + "_participant_mean", scores.mean())
                    .add(main.title() + "_participant_sd", scores.sd()));
    arm.trialMean(Measure.CONFIDENCE).ifPresent(mean -> rows.add("confidence_mean", mean));
    arm.trialMean(Measure.CLARITY).ifPresent(mean -> rows.add("clarity_mean", mean));
  }

  private static void wilson(StatisticRows rows, ArmResult arm) {
    for (ResampledStatistic rate : List.of(ResampledStatistic.TPR, ResampledStatistic.TNR)) {
      Interval wilson = arm.rate(rate).wilson();
      rows.add(rate.id() + "_wilson_low", wilson.low())
          .add(rate.id() + "_wilson_high", wilson.high());
    }
  }

  private static void detection(StatisticRows rows, SignalDetection detection, double level) {
    rows.add("d_prime", detection.dPrime())
        .add("criterion", detection.criterion())
        .add("d_prime_ci_low", detection.dPrimeInterval(level).low())
        .add("d_prime_ci_high", detection.dPrimeInterval(level).high())
        .add("criterion_ci_low", detection.criterionInterval(level).low())
        .add("criterion_ci_high", detection.criterionInterval(level).high());
  }

  private static void bootstrap(StatisticRows rows, RightAnswers right) {
    right
        .resampled()
        .forEach(
            (statistic, again) ->
                rows.add(statistic.id() + "_bca_low", again.interval().low())
                    .add(statistic.id() + "_bca_high", again.interval().high()));
    right
        .resampled()
        .forEach((statistic, again) -> rows.add(statistic.id() + "_cluster_se", again.error()));
    right
        .rates()
        .forEach(
            (rate, result) ->
                rows.add(rate.id() + "_exact_low", result.exact().low())
                    .add(rate.id() + "_exact_high", result.exact().high()));
    rows.add("accuracy_intraclass_correlation", right.clustering().intraclass())
        .add("accuracy_design_effect", right.clustering().designEffect());
  }

  private static void times(StatisticRows rows, ArmResult arm) {
    ResponseTimes times = arm.times();
    if (times.recorded()) {
      rows.add("response_time_median_ms", times.median());
    }
    if (times.recorded() && arm.said() instanceof RightAnswers) {
      rows.add("response_time_median_correct_ms", times.medianRight())
          .add("response_time_median_wrong_ms", times.medianWrong());
    }
  }
}
