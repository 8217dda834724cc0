package org.xaistudy.analysis.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xaistudy.analysis.comparison.Scores;
import org.xaistudy.analysis.comparison.TTest;
import org.xaistudy.analysis.distribution.Estimate;
import org.xaistudy.analysis.distribution.Normal;
import org.xaistudy.analysis.responses.Arm;
import org.xaistudy.analysis.responses.Measure;

/**
 * What two studies say together of one method's accuracy less the reference's: a meta-analysis with
 * one common effect, weighted by inverse variances (Hedges & Olkin, Statistical Methods for
 * Meta-Analysis, 1985).
 *
 * @param method id of the method
 * @param first of the first study
 * @param second of the second
 * @param together of both
 * @param differ two-sided p of Cochran's Q: do the studies differ more than chance lets them?
 */
public record Synthesis(
    String method, Estimate first, Estimate second, Estimate together, double differ) {
  /** For each method but the reference; none if a study has nobody who saw that. */
  static List<Synthesis> of(List<Arm> ones, List<Arm> others, String reference) {
    Optional<Arm> first = named(ones, reference);
    Optional<Arm> second = named(others, reference);
    List<Synthesis> all = new ArrayList<>();
    for (int i = 0; i < ones.size() && first.isPresent() && second.isPresent(); i++) {
      String method = ones.get(i).method();
      if (!method.equals(reference)) {
        all.add(
            of(
                method,
                difference(ones.get(i), first.get()),
                difference(others.get(i), second.get())));
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

  private static Optional<Arm> named(List<Arm> arms, String method) {
    return arms.stream().filter(arm -> arm.method().equals(method)).findFirst();
  }

  private static Estimate difference(Arm arm, Arm reference) {
    TTest welch =
        TTest.welch(
            Scores.of(arm.means(Measure.CORRECT)),
            Scores.of(reference.means(Measure.CORRECT)),
            0.95);
    return new Estimate(welch.difference(), welch.difference() / welch.t(), welch.df());
  }
}
