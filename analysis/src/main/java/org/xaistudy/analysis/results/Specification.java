package org.xaistudy.analysis.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xaistudy.analysis.comparison.TTest;
import org.xaistudy.analysis.distribution.Estimate;
import org.xaistudy.analysis.distribution.Interval;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.responses.Measure;

/**
 * One of several defensible ways to how a method differs from the reference (Steegen, Tuerlinckx,
 * Gelman & Vanpaemel, Perspect. Psychol. Sci. 11, 2016): a finding that hangs on one of them is
 * none. All are on one scale, from −1 to 1.
 *
 * @param method id of the method that is compared with the reference
 * @param excluding whether the exclusion rules were followed
 * @param way what was compared, and how
 * @param difference method less reference, as a share of all that the measure could differ
 * @param interval of the difference
 */
public record Specification(
    String method, boolean excluding, Way way, double difference, Interval interval) {
  /** A measure and a model. */
  public enum Way {
    /** Welch's test of participants' mean accuracy. */
    WELCH("accuracy: means, Welch"),
    /** Student's test of the same. */
    STUDENT("accuracy: means, Student"),
    /** Risk difference by signal detection of people. */
    HIERARCHICAL("accuracy: model of people"),
    /** Risk difference by signal detection of people and stimuli. */
    CROSSED("accuracy: people and stimuli"),
    /** Areas under the ROC curve by d′ of the leading model: bias apart. */
    AREA("area under ROC, from d′"),
    /** Welch's test of participants' preference, in shares of the scale. */
    PREFERENCE("preference: means, Welch"),
    /** Student's test of the same. */
    PREFERENCE_STUDENT("preference: means, Student"),
    /** Welch's test of participants' mean confidence, in shares of the scale. */
    CONFIDENCE("confidence: means, Welch"),
    /** Welch's test of participants' mean clarity, in shares of the scale. */
    CLARITY("clarity: means, Welch");

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
      List<MeasureResult> measures, Optional<SignalModels> signal, boolean excluding, Plan plan) {
    List<Specification> ways = new ArrayList<>();
    for (String method : plan.methods().subList(1, plan.methods().size())) {
      Ways of = new Ways(method, excluding, plan, ways);
      comparison(measures, Measure.CORRECT, method)
          .ifPresent(
              accuracy -> {
                of.test(Way.WELCH, accuracy.welch(), Measure.CORRECT);
                of.test(Way.STUDENT, accuracy.student(), Measure.CORRECT);
              });
      signal.ifPresent(models -> of.models(models));
      comparison(measures, Measure.PREFERENCE, method)
          .ifPresent(
              one -> {
                of.test(Way.PREFERENCE, one.welch(), Measure.PREFERENCE);
                of.test(Way.PREFERENCE_STUDENT, one.student(), Measure.PREFERENCE);
              });
      comparison(measures, Measure.CONFIDENCE, method)
          .ifPresent(one -> of.test(Way.CONFIDENCE, one.welch(), Measure.CONFIDENCE));
      comparison(measures, Measure.CLARITY, method)
          .ifPresent(one -> of.test(Way.CLARITY, one.welch(), Measure.CLARITY));
    }
    return ways;
  }

  /** Method less reference; empty where the measure compares nothing of them. */
  private static Optional<Comparison> comparison(
      List<MeasureResult> measures, Measure measure, String method) {
    return measures.stream()
        .filter(one -> one.measure() == measure)
        .findFirst()
        .flatMap(one -> one.with(method))
        .map(Comparison::turned);
  }

  private record Ways(String method, boolean excluding, Plan plan, List<Specification> to) {
    private void test(Way way, TTest test, Measure of) {
      double range = plan.range(of);
      to.add(
          new Specification(
              method, excluding, way, test.difference() / range, test.interval().times(1 / range)));
    }

    private void models(SignalModels signal) {
      int arm = signal.hierarchical().methods().indexOf(method);
      if (arm < 1) {
        return;
      }
      model(Way.HIERARCHICAL, signal.hierarchical().accuracyDifference(arm));
      signal.crossed().ifPresent(fit -> model(Way.CROSSED, fit.accuracyDifference(arm)));
      model(Way.AREA, signal.leading().areaDifference(arm));
    }

    private void model(Way way, Estimate difference) {
      to.add(
          new Specification(
              method, excluding, way, difference.value(), difference.interval(plan.level())));
    }
  }
}
