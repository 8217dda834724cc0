package org.xaistudy.analysis.results;

import java.util.List;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.responses.Measure;

/**
 * How the methods differ by one measure.
 *
 * @param measure what is compared
 * @param comparisons the reference with each other method, in the plan's order
 */
public record MeasureResult(Measure measure, List<Comparison> comparisons) {
  static MeasureResult of(Measure measure, List<ArmResult> arms, Plan plan) {
    ArmResult reference = arms.get(0);
    List<Comparison> comparisons =
        arms.stream()
            .skip(1)
            .map(
                other ->
                    Comparison.of(
                        reference.method(),
                        reference.means().get(measure),
                        other.method(),
                        other.means().get(measure),
                        plan.level()))
            .toList();
    return new MeasureResult(measure, comparisons);
  }
}
