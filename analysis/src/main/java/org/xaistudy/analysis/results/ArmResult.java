package org.xaistudy.analysis.results;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.xaistudy.analysis.bootstrap.Resampled;
import org.xaistudy.analysis.bootstrap.ResampledStatistic;
import org.xaistudy.analysis.comparison.Scores;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.rates.Confusion;
import org.xaistudy.analysis.rates.ResponseTimes;
import org.xaistudy.analysis.rates.SignalDetection;
import org.xaistudy.analysis.responses.Arm;
import org.xaistudy.analysis.responses.Measure;

/**
 * What one arm says by itself.
 *
 * @param arm its participants
 * @param scores one number per participant who has it, for each measure that somebody has
 * @param trialMeans the same measures over all trials
 * @param said how often it is right, or what it gives how many points
 * @param awareness how confidence goes with being right; empty where nobody was asked, or nothing
 *     is right
 * @param times how long answers took
 */
public record ArmResult(
    Arm arm,
    Map<Measure, Scores> scores,
    Map<Measure, Double> trialMeans,
    Said said,
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
    return new ArmResult(
        arm,
        scores,
        trialMeans,
        Said.of(arm, plan),
        plan.asked().scored() ? Awareness.of(arm) : Optional.empty(),
        ResponseTimes.of(arm));
  }

  /** Id of the method. */
  public String method() {
    return arm.method();
  }

  /** How many answers there are in all. */
  public int answers() {
    return arm.participants().stream().mapToInt(person -> person.answers().size()).sum();
  }

  /** How often it is right, where answers are right or wrong. */
  public RightAnswers right() {
    return (RightAnswers) said;
  }

  /** How it rates the models, where the answers are points. */
  public Ratings ratings() {
    return (Ratings) said;
  }

  /** The four counts over all trials, where the answers are yes and no. */
  public Confusion confusion() {
    return (Confusion) right().tally();
  }

  /** Sensitivity and criterion as if all trials were one person's, where answers are yes and no. */
  public SignalDetection pooled() {
    return SignalDetection.of(confusion());
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
    return requireNonNull(right().rates().get(statistic));
  }

  /** What drawing whole participants again tells of a statistic. */
  public Resampled resampled(ResampledStatistic statistic) {
    return requireNonNull(right().resampled().get(statistic));
  }

  /** Whether there are so few people that intervals are to be taken with care. */
  public boolean few() {
    return arm.participants().size() < ENOUGH;
  }
}
