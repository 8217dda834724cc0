package org.xaistudy.analysis.results;

import java.util.List;
import java.util.Map;
import org.xaistudy.analysis.distribution.Estimate;
import org.xaistudy.analysis.responses.Answer;
import org.xaistudy.analysis.responses.Participant;

/**
 * How often people of one method are right where the model is, and where it is not: means over
 * people of their accuracy, 0 to 1, with Student's t; {@code NaN} where nobody saw any.
 *
 * @param right of predictions that are right
 * @param wrong of predictions that are wrong
 */
public record OutcomeAccuracy(Estimate right, Estimate wrong) {
  /**
   * Measures it.
   *
   * @param outcomes whether a prediction is right, by the id of its stimulus; others are passed
   *     over
   */
  public static OutcomeAccuracy of(ArmResult arm, Map<String, Boolean> outcomes) {
    return new OutcomeAccuracy(mean(arm, outcomes, true), mean(arm, outcomes, false));
  }

  private static Estimate mean(ArmResult arm, Map<String, Boolean> outcomes, boolean outcome) {
    double[] means =
        arm.arm().participants().stream()
            .map(person -> of(person, outcomes, outcome))
            .filter(answers -> !answers.isEmpty())
            .mapToDouble(OutcomeAccuracy::accuracy)
            .toArray();
    return Estimate.ofMean(means, 0);
  }

  private static List<Answer> of(
      Participant person, Map<String, Boolean> outcomes, boolean outcome) {
    return person.answers().stream()
        .filter(answer -> outcomes.getOrDefault(answer.stimulus(), !outcome) == outcome)
        .toList();
  }

  private static double accuracy(List<Answer> answers) {
    return (double) answers.stream().filter(Answer::correct).count() / answers.size();
  }
}
