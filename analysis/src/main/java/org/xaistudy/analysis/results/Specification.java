package org.xaistudy.analysis.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    WELCH,
    /** The paired test of participants' mean accuracy. */
    PAIRED,
    /** Student's test of the same. */
    STUDENT,
    /** Risk difference by signal detection of people. */
    HIERARCHICAL,
    /** Risk difference by signal detection of people and stimuli. */
    CROSSED,
    /** Areas under the ROC curve by d′ of the leading model: bias apart. */
    AREA,
    /** Welch's test of participants' preference, in shares of the scale. */
    PREFERENCE,
    /** Student's test of the same. */
    PREFERENCE_STUDENT,
    /** The paired test of participants' preference, in shares of the scale. */
    PREFERENCE_PAIRED,
    /** The paired test of participants' mean confidence, in shares of the scale. */
    CONFIDENCE_PAIRED,
    /** The paired test of participants' mean clarity, in shares of the scale. */
    CLARITY_PAIRED,
    /** Welch's test of participants' mean confidence, in shares of the scale. */
    CONFIDENCE,
    /** Welch's test of participants' mean clarity, in shares of the scale. */
    CLARITY;

    /** Its name among the words of the report. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
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
              one -> {
                of.means(one, Way.WELCH, Way.PAIRED, Measure.CORRECT);
                of.student(one, Way.STUDENT, Measure.CORRECT);
              });
      signal.ifPresent(models -> of.models(models));
      comparison(measures, Measure.PREFERENCE, method)
          .ifPresent(
              one -> {
                of.means(one, Way.PREFERENCE, Way.PREFERENCE_PAIRED, Measure.PREFERENCE);
                of.student(one, Way.PREFERENCE_STUDENT, Measure.PREFERENCE);
              });
      comparison(measures, Measure.CONFIDENCE, method)
          .ifPresent(
              one -> of.means(one, Way.CONFIDENCE, Way.CONFIDENCE_PAIRED, Measure.CONFIDENCE));
      comparison(measures, Measure.CLARITY, method)
          .ifPresent(one -> of.means(one, Way.CLARITY, Way.CLARITY_PAIRED, Measure.CLARITY));
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
    private void means(Comparison one, Way groups, Way pairs, Measure of) {
      test(one.paired() ? pairs : groups, one.leading(), of);
    }

    /** Of pairs there is no other one. */
    private void student(Comparison one, Way way, Measure of) {
      if (!one.paired()) {
        test(way, one.student(), of);
      }
    }

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
