package org.xaistudy.analysis.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.xaistudy.analysis.comparison.Scores;
import org.xaistudy.analysis.comparison.TTest;
import org.xaistudy.analysis.distribution.Estimate;
import org.xaistudy.analysis.distribution.Normal;
import org.xaistudy.analysis.responses.Arm;
import org.xaistudy.analysis.responses.Measure;

/**
 * What two studies say together of one method's accuracy, or preference, less the reference's: a
 * meta-analysis with one common effect, weighted by inverse variances (Hedges & Olkin, Statistical
 * Methods for Meta-Analysis, 1985).
 *
 * @param method id of the method
 * @param first of the first study
 * @param second of the second
 * @param together of both
 * @param differ two-sided p of Cochran's Q: do the studies differ more than chance lets them?
 */
public record Synthesis(
    String method, Estimate first, Estimate second, Estimate together, double differ) {
  /** For each method but the reference of which both studies have the measure; of it they must. */
  static List<Synthesis> of(List<Arm> ones, List<Arm> others, String reference, Measure measure) {
    Optional<Scores> first = scores(ones, reference, measure);
    Optional<Scores> second = scores(others, reference, measure);
    List<Synthesis> all = new ArrayList<>();
    for (Arm arm : ones) {
      String method = arm.method();
      Optional<Scores> one = scores(ones, method, measure);
      Optional<Scores> other = scores(others, method, measure);
      boolean both = Stream.of(first, second, one, other).allMatch(Optional::isPresent);
      if (both && !method.equals(reference)) {
        all.add(
            of(
                method,
                difference(one.orElseThrow(), first.orElseThrow()),
                difference(other.orElseThrow(), second.orElseThrow())));
      }
    }
    return all;
  }

  static Synthesis of(String method, Estimate first, Estimate second) {
    double one = 1 / (first.error() * first.error());
    double other = 1 / (second.error() * second.error());
    double mean = (one * first.value() + other * second.value()) / (one + other);
    double apart = (first.value() - second.value()) / Math.sqrt(1 / one + 1 / other);
    return new Synthesis(
        method,
        first,
        second,
        new Estimate(mean, 1 / Math.sqrt(one + other), Double.POSITIVE_INFINITY),
        Double.isNaN(apart) ? Double.NaN : Normal.twoSided(apart));
  }

  private static Optional<Scores> scores(List<Arm> arms, String method, Measure measure) {
    return arms.stream()
        .filter(arm -> arm.method().equals(method))
        .map(arm -> arm.means(measure))
        .filter(means -> means.length > 0)
        .map(Scores::of)
        .findFirst();
  }

  private static Estimate difference(Scores scores, Scores reference) {
    TTest welch = TTest.welch(scores, reference, 0.95);
    return new Estimate(welch.difference(), welch.difference() / welch.t(), welch.df());
  }
}
