package org.xaistudy.analysis.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xaistudy.analysis.AnalysisException;
import org.xaistudy.analysis.ProgressListener;
import org.xaistudy.analysis.exclusion.Flow;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.responses.Responses;

/**
 * What a planned look before the end may tell: the tests of the primary measure, and nothing else.
 * Its numbers are those that {@link Results} has of the same answers.
 *
 * @param look which of the planned ones it is
 * @param tests the reference with each other method, in the plan's order
 */
public record InterimLook(Look look, List<Test> tests) {
  /**
   * A test of the primary measure.
   *
   * @param method id of the method that is compared with the reference
   * @param p of Welch's test, two-sided, as it is; {@code NaN} if nothing varies, or of one person
   * @param corrected the same raised for all looks, then for the number of comparisons
   * @param found whether that is at most α
   */
  public record Test(String method, double p, double corrected, boolean found) {}

  /** Copies the list. */
  public InterimLook {
    tests = List.copyOf(tests);
  }

  /**
   * Carries out the look that so many people allow.
   *
   * @param responses of those whom the look was planned for, and of nobody else
   * @throws AnalysisException if the plan has no look before the end, or none with so few people,
   *     the exclusions leave nobody of some method, or nobody of it has the primary measure
   */
  public static InterimLook of(Responses responses, Plan plan) {
    Flow flow = Flow.of(plan.asked().read(responses), plan.eligibility());
    plan.asked().check(flow.before());
    Look look =
        Look.of(flow, plan)
            .filter(found -> found.planned().several())
            .orElseThrow(() -> new AnalysisException("the plan has one look, at the end"));
    if (!look.foreseen()) {
      throw new AnalysisException(
          "the plan has no look with %d people per method; its first is with %d"
              .formatted(look.finished(), look.planned().participants().get(0)));
    }
    List<ArmResult> arms =
        flow.kept().arms(plan.methods()).stream().map(arm -> ArmResult.of(arm, plan)).toList();
    if (arms.size() < plan.methods().size()) {
      throw new AnalysisException("the exclusions leave nobody of some method");
    }
    MeasureResult primary =
        MeasureResult.of(plan.primary(), arms, plan, Optional.of(look), ProgressListener.SILENT)
            .filter(result -> result.scores().size() == arms.size())
            .orElseThrow(
                () ->
                    new AnalysisException(
                        "the plan's main test is of %s, which no answer of some method has"
                            .formatted(plan.primary().title())));
    List<Test> tests = new ArrayList<>();
    for (int i = 0; i < primary.comparisons().size(); i++) {
      Comparison one = primary.comparisons().get(i);
      double corrected = primary.corrected(plan.correction(), i);
      tests.add(new Test(one.versus(), one.leading().p(), corrected, corrected <= plan.alpha()));
    }
    return new InterimLook(look, tests);
  }

  /** Whether every test found something, so that going on could decide nothing more. */
  public boolean foundAll() {
    return tests.stream().allMatch(Test::found);
  }
}
