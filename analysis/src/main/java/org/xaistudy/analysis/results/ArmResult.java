package org.xaistudy.analysis.results;

import java.util.EnumMap;
import java.util.Map;
import org.xaistudy.analysis.bootstrap.ClusterBootstrap;
import org.xaistudy.analysis.bootstrap.ResampledStatistic;
import org.xaistudy.analysis.comparison.Scores;
import org.xaistudy.analysis.distribution.Interval;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.rates.Calibration;
import org.xaistudy.analysis.rates.Confusion;
import org.xaistudy.analysis.rates.ResponseTimes;
import org.xaistudy.analysis.rates.SignalDetection;
import org.xaistudy.analysis.responses.Arm;
import org.xaistudy.analysis.responses.Measure;

/**
 * What one arm says by itself.
 *
 * @param arm its participants
 * @param confusion counts over all trials
 * @param means one mean per participant, for each measure
 * @param detection sensitivity and bias over all trials
 * @param calibration how confidence goes with being right
 * @param bootstrap intervals that respect that trials of one person go together
 * @param times how long answers took
 */
public record ArmResult(
    Arm arm,
    Confusion confusion,
    Map<Measure, Scores> means,
    SignalDetection detection,
    Calibration calibration,
    Map<ResampledStatistic, Interval> bootstrap,
    ResponseTimes times) {
  static ArmResult of(Arm arm, Plan plan) {
    Map<Measure, Scores> means = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      means.put(measure, Scores.of(arm.means(measure)));
    }
    Confusion confusion = Confusion.of(arm.answers());
    return new ArmResult(
        arm,
        confusion,
        means,
        SignalDetection.of(confusion),
        Calibration.of(arm.answers()::iterator),
        ClusterBootstrap.over(arm)
            .intervals(plan.resampling().samples(), plan.level(), plan.resampling().seed()),
        ResponseTimes.of(arm));
  }

  /** Id of the method. */
  public String method() {
    return arm.method();
  }
}
