package org.xaistudy.analysis.results;

import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.responses.Arm;

/** What an arm said: right or wrong, or in points. */
public sealed interface Said permits RightAnswers, Ratings {
  /** What was said, by what was asked. */
  static Said of(Arm arm, Plan plan) {
    return plan.asked().scored() ? RightAnswers.of(arm, plan) : Ratings.of(arm);
  }
}
