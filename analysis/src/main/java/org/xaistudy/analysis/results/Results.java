package org.xaistudy.analysis.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.xaistudy.analysis.model.MixedModelFit;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.progress.Progress;
import org.xaistudy.analysis.responses.Arm;
import org.xaistudy.analysis.responses.Measure;
import org.xaistudy.analysis.responses.Responses;

/**
 * All numbers of one study.
 *
 * @param responses what they were computed from
 * @param plan how
 * @param arms in the plan's order, the reference first
 * @param measures one for each measure
 * @param models the mixed models
 */
public record Results(
    Responses responses,
    Plan plan,
    List<ArmResult> arms,
    List<MeasureResult> measures,
    List<MixedModelFit> models) {
  /** Computes everything that the plan asks for. */
  public static Results of(Responses responses, Plan plan, Progress progress) {
    List<ArmResult> arms = arms(responses.arms(plan.methods()), plan, progress);
    List<MeasureResult> measures =
        Arrays.stream(Measure.values())
            .map(measure -> MeasureResult.of(measure, arms, plan, progress))
            .toList();
    List<MixedModelFit> models = Models.of(arms.stream().map(ArmResult::arm).toList(), progress);
    return new Results(responses, plan, arms, measures, models);
  }

  private static List<ArmResult> arms(List<Arm> arms, Plan plan, Progress progress) {
    List<ArmResult> results = new ArrayList<>();
    for (Arm arm : arms) {
      progress.at("counting and drawing samples", results.size(), arms.size());
      results.add(ArmResult.of(arm, plan));
    }
    return List.copyOf(results);
  }
}
