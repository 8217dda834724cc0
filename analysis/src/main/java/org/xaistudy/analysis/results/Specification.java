package org.xaistudy.analysis.results;

import java.util.ArrayList;
import java.util.List;
import org.xaistudy.analysis.comparison.TTest;
import org.xaistudy.analysis.distribution.Interval;
import org.xaistudy.analysis.mixedmodel.DetectionFit;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.responses.Measure;

/**
 * One of several defensible ways to the same difference in accuracy (Steegen, Tuerlinckx, Gelman &
 * Vanpaemel, Perspect. Psychol. Sci. 11, 2016): a finding that hangs on one of them is none.
 *
 * @param method id of the method that is compared with the reference
 * @param excluding whether the exclusion rules were followed
 * @param way how the difference was computed
 * @param difference in accuracy, method less reference
 * @param interval of the difference
 */
public record Specification(
    String method, boolean excluding, Way way, double difference, Interval interval) {
  /** How a difference in accuracy is computed. */
  public enum Way {
    /** Welch's test of participants' means. */
    WELCH("participants’ means, Welch"),
    /** Student's test of the same. */
    STUDENT("participants’ means, Student"),
    /** Risk difference by hierarchical signal detection. */
    HIERARCHICAL("hierarchical model");

    private final String title;

    Way(String title) {
      this.title = title;
    }

    /** In a few words. */
    public String title() {
      return title;
    }
  }

  /** All ways, method by method. */
  static List<Specification> of(
      List<MeasureResult> measures, DetectionFit fit, boolean excluding, Plan plan) {
    List<Specification> ways = new ArrayList<>();
    MeasureResult accuracy =
        measures.stream().filter(one -> one.measure() == Measure.CORRECT).findFirst().orElseThrow();
    for (int i = 0; i < accuracy.comparisons().size(); i++) {
      Comparison one = accuracy.comparisons().get(i).turned();
      ways.add(of(one.method(), excluding, Way.WELCH, one.welch()));
      ways.add(of(one.method(), excluding, Way.STUDENT, one.student()));
      var risk = fit.accuracyDifference(i + 1);
      ways.add(
          new Specification(
              one.method(),
              excluding,
              Way.HIERARCHICAL,
              risk.value(),
              risk.interval(plan.level())));
    }
    return ways;
  }

  private static Specification of(String method, boolean excluding, Way way, TTest test) {
    return new Specification(method, excluding, way, test.difference(), test.interval());
  }
}
