package org.xaistudy.analysis.results;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.xaistudy.analysis.bootstrap.ClusterBootstrap;
import org.xaistudy.analysis.bootstrap.Resampled;
import org.xaistudy.analysis.bootstrap.ResampledStatistic;
import org.xaistudy.analysis.bootstrap.SumBootstrap;
import org.xaistudy.analysis.distribution.Estimate;
import org.xaistudy.analysis.plan.Asked;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.rates.Choices;
import org.xaistudy.analysis.rates.Clustering;
import org.xaistudy.analysis.rates.Confusion;
import org.xaistudy.analysis.rates.Places;
import org.xaistudy.analysis.rates.Rate;
import org.xaistudy.analysis.rates.Tally;
import org.xaistudy.analysis.responses.Arm;
import org.xaistudy.analysis.responses.Measure;
import org.xaistudy.analysis.responses.Participant;

/**
 * How often an arm is right.
 *
 * @param tally what was said where what was right, over all trials
 * @param rates shares of right answers: of all trials and, where the answers are yes and no, by
 *     what is right
 * @param resampled what drawing whole participants again tells: of the accuracy and, where the
 *     answers are yes and no, of all statistics
 * @param chance mean accuracy of participants less what guessing gives
 * @param clustering how much trials of one person are alike
 * @param learning whether people get better
 * @param sessions the share of right answers in each session, in their order
 */
public record RightAnswers(
    Tally tally,
    Map<ResampledStatistic, RateResult> rates,
    Map<ResampledStatistic, Resampled> resampled,
    Estimate chance,
    Clustering clustering,
    Learning learning,
    List<Rate> sessions)
    implements Said {
  static RightAnswers of(Arm arm, Plan plan) {
    List<Participant> people = arm.participants();
    Tally tally = tally(arm, plan.asked());
    Map<ResampledStatistic, Resampled> resampled = resampled(arm, plan);
    Map<ResampledStatistic, RateResult> rates = new EnumMap<>(ResampledStatistic.class);
    rates(tally)
        .forEach(
            (statistic, rate) ->
                rates.put(
                    statistic,
                    RateResult.of(
                        rate,
                        people.size(),
                        requireNonNull(resampled.get(statistic)),
                        plan.level())));
    return new RightAnswers(
        tally,
        rates,
        resampled,
        Estimate.ofMean(arm.means(Measure.CORRECT), plan.chance()),
        Clustering.of(people),
        Learning.of(people),
        Sessions.of(plan.asked()).rates(people));
  }

  private static Tally tally(Arm arm, Asked asked) {
    return switch (asked.task().key()) {
      case TRUTH -> Confusion.of(arm.answers());
      case PREDICTION -> Choices.of(arm.answers(), asked.options());
      case CANDIDATE -> Places.of(arm.participants(), asked.options());
      case NONE -> throw new IllegalArgumentException("no answer is right: " + asked.task());
    };
  }

  private static Map<ResampledStatistic, Rate> rates(Tally tally) {
    return tally instanceof Confusion confusion
        ? Map.of(
            ResampledStatistic.TPR, confusion.tpr(),
            ResampledStatistic.TNR, confusion.tnr(),
            ResampledStatistic.ACCURACY, confusion.accuracy())
        : Map.of(ResampledStatistic.ACCURACY, tally.accuracy());
  }

  private static Map<ResampledStatistic, Resampled> resampled(Arm arm, Plan plan) {
    int samples = plan.resampling().samples();
    long seed = plan.resampling().seed();
    if (plan.asked().yesOrNo()) {
      return ClusterBootstrap.over(arm).resample(samples, plan.level(), seed);
    }
    List<int[]> people = arm.participants().stream().map(RightAnswers::counts).toList();
    return Map.of(
        ResampledStatistic.ACCURACY,
        new SumBootstrap(List.of(people))
            .resample(
                List.of(sums -> (double) sums[0][0] / sums[0][1]), samples, plan.level(), seed)
            .get(0));
  }

  /** Right answers, and all. */
  private static int[] counts(Participant person) {
    int right = (int) person.answers().stream().filter(answer -> answer.correct()).count();
    return new int[] {right, person.answers().size()};
  }
}
