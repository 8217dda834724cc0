package org.xaistudy.analysis.rates;

import java.util.function.Predicate;
import org.xaistudy.analysis.distribution.Median;
import org.xaistudy.analysis.responses.Answer;
import org.xaistudy.analysis.responses.Arm;
import org.xaistudy.analysis.responses.Judgement;

/**
 * How long answers took, in milliseconds; medians, because one pause must not count as a thousand
 * answers. {@code NaN} where nothing was recorded.
 *
 * @param median over all trials
 * @param medianRight over right answers, where answers are right or wrong
 * @param medianWrong over wrong answers, likewise
 */
public record ResponseTimes(double median, double medianRight, double medianWrong) {
  /** Over the answers of an arm whose time is known. */
  public static ResponseTimes of(Arm arm) {
    return new ResponseTimes(
        median(arm, answer -> true),
        median(arm, answer -> scored(answer, true)),
        median(arm, answer -> scored(answer, false)));
  }

  /** Whether there were any times. */
  public boolean recorded() {
    return !Double.isNaN(median);
  }

  private static boolean scored(Answer answer, boolean correct) {
    return answer.judgement() instanceof Judgement.Scored scored && scored.correct() == correct;
  }

  private static double median(Arm arm, Predicate<Answer> which) {
    return Median.of(
        arm.answers().filter(Answer::timed).filter(which).mapToDouble(Answer::responseTime));
  }
}
