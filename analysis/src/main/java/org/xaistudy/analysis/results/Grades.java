package org.xaistudy.analysis.results;

import java.util.List;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.rates.Rate;
import org.xaistudy.analysis.responses.Answer;
import org.xaistudy.analysis.responses.Arm;
import org.xaistudy.studies.Grade;

/**
 * How often each of four answers was given with a method, where the decision is one of four.
 *
 * @param method id of the method
 * @param truth which answer was right: yes or no
 * @param shares of the trials with this right answer those with each answer, in the order of {@link
 *     Grade#all()}
 */
public record Grades(String method, boolean truth, List<Rate> shares) {
  /** Copies the list. */
  public Grades {
    shares = List.copyOf(shares);
  }

  /** Of each method first where yes is right, then where no is; none where nobody was asked so. */
  static List<Grades> of(List<Arm> arms, Plan plan) {
    return plan.asked().graded()
        ? arms.stream().flatMap(arm -> List.of(of(arm, true), of(arm, false)).stream()).toList()
        : List.of();
  }

  private static Grades of(Arm arm, boolean truth) {
    List<Answer> answers = arm.answers().filter(answer -> answer.truth() == truth).toList();
    return new Grades(
        arm.method(),
        truth,
        Grade.all().stream()
            .map(
                grade ->
                    new Rate(
                        (int) answers.stream().filter(answer -> isOf(answer, grade)).count(),
                        answers.size()))
            .toList());
  }

  private static boolean isOf(Answer answer, Grade grade) {
    return Grade.of(answer.judgement().said(), answer.confidence())
        .filter(grade::equals)
        .isPresent();
  }
}
