package org.xaistudy.analysis.comparison;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * Two one-sided Welch tests (Schuirmann, J. Pharmacokinet. Biopharm. 15, 1987): is the difference
 * smaller than a margin?
 *
 * @param margin the largest difference that would not matter, in the measure's units
 * @param p the larger of the two one-sided p-values; small means equivalent
 */
public record Equivalence(double margin, double p) {
  /** Tests whether |mean(x) − mean(y)| is below the margin. */
  public static Equivalence of(Scores x, Scores y, double margin) {
    TTest welch = TTest.welch(x, y, 0.95);
    if (Double.isNaN(welch.df())) {
      return new Equivalence(margin, Double.NaN);
    }
    double error = Math.sqrt(x.variance() / x.size() + y.variance() / y.size());
    TDistribution t = new TDistribution(null, welch.df());
    double below = t.cumulativeProbability((welch.difference() - margin) / error);
    double above = t.cumulativeProbability((-welch.difference() - margin) / error);
    return new Equivalence(margin, Math.max(below, above));
  }
}
