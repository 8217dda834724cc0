package org.xaistudy.analysis.results;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.xaistudy.analysis.bootstrap.ClusterBootstrap;
import org.xaistudy.analysis.bootstrap.Resampled;
import org.xaistudy.analysis.bootstrap.ResampledStatistic;
import org.xaistudy.analysis.comparison.Scores;
import org.xaistudy.analysis.distribution.Estimate;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.rates.Clustering;
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
 * @param rates shares of right answers: of all trials, and by kind of model
 * @param scores one number per participant who has it, for each measure that somebody has
 * @param trialMeans the same measures over all trials
 * @param chance mean accuracy of participants less what guessing gives
 * @param pooled sensitivity and criterion as if all trials were one person's
 * @param resampled what drawing whole participants again tells
 * @param clustering how much trials of one person are alike
 * @param learning whether people get better
 * @param awareness how confidence goes with being right; empty where nobody was asked
 * @param times how long answers took
 */
public record ArmResult(
    Arm arm,
    Confusion confusion,
    Map<ResampledStatistic, RateResult> rates,
    Map<Measure, Scores> scores,
    Map<Measure, Double> trialMeans,
    Estimate chance,
    SignalDetection pooled,
    Map<ResampledStatistic, Resampled> resampled,
    Clustering clustering,
    Learning learning,
    Optional<Awareness> awareness,
    ResponseTimes times) {
  /** From so many people on the bootstrap's intervals cover about what they say. */
  private static final int ENOUGH = 10;

  static ArmResult of(Arm arm, Plan plan) {
    Map<Measure, Scores> scores = new EnumMap<>(Measure.class);
    Map<Measure, Double> trialMeans = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      arm.trialMean(measure).ifPresent(mean -> trialMeans.put(measure, mean));
      double[] means = arm.means(measure);
      if (means.length > 0) {
        scores.put(measure, Scores.of(means));
      }
    }
    Confusion confusion = Confusion.of(arm.answers());
    Map<ResampledStatistic, Resampled> resampled =
        ClusterBootstrap.over(arm)
            .resample(plan.resampling().samples(), plan.level(), plan.resampling().seed());
    return new ArmResult(
        arm,
        confusion,
        rates(arm, confusion, resampled, plan.level()),
        scores,
        trialMeans,
        Estimate.ofMean(arm.means(Measure.CORRECT), plan.chance()),
        SignalDetection.of(confusion),
        resampled,
        Clustering.of(arm.participants()),
        Learning.of(arm.participants()),
        Awareness.of(arm),
        ResponseTimes.of(arm));
  }

  private static Map<ResampledStatistic, RateResult> rates(
      Arm arm, Confusion confusion, Map<ResampledStatistic, Resampled> resampled, double level) {
    int people = arm.participants().size();
    Map<ResampledStatistic, RateResult> rates = new EnumMap<>(ResampledStatistic.class);
    Map.of(
            ResampledStatistic.TPR, confusion.tpr(),
            ResampledStatistic.TNR, confusion.tnr(),
            ResampledStatistic.ACCURACY, confusion.accuracy())
        .forEach(
            (statistic, rate) ->
                rates.put(
                    statistic,
                    RateResult.of(rate, people, requireNonNull(resampled.get(statistic)), level)));
    return rates;
  }

  /** Id of the method. */
  public String method() {
    return arm.method();
  }

  /** The scores of a measure; empty where nobody has it. */
  public Optional<Scores> scores(Measure measure) {
    return Optional.ofNullable(scores.get(measure));
  }

  /** A measure over all trials; empty where nobody has it. */
  public OptionalDouble trialMean(Measure measure) {
    Double mean = trialMeans.get(measure);
    return mean == null ? OptionalDouble.empty() : OptionalDouble.of(mean);
  }

  /** What is known of a rate. */
  public RateResult rate(ResampledStatistic statistic) {
    return requireNonNull(rates.get(statistic));
  }

  /** What drawing whole participants again tells of a statistic. */
  public Resampled resampled(ResampledStatistic statistic) {
    return requireNonNull(resampled.get(statistic));
  }

  /** Whether there are so few people that intervals are to be taken with care. */
  public boolean few() {
    return arm.participants().size() < ENOUGH;
  }
}
