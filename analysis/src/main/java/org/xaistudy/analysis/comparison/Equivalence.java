package org.xaistudy.analysis.comparison;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * Two one-sided tests, Welch's or of pairs (Schuirmann, J. Pharmacokinet. Biopharm. 15, 1987): is
 * the difference smaller than a margin?
 *
 * @param margin the largest difference that would not matter, in the measure's units
 * @param p the larger of the two one-sided p-values; small means equivalent
 */
public record Equivalence(double margin, double p) {
  /** Tests whether |mean(x) − mean(y)| is below the margin. */
  public static Equivalence of(Scores x, Scores y, double margin) {
    double error = Math.sqrt(x.variance() / x.size() + y.variance() / y.size());
    return of(TTest.welch(x, y, 0.95), error, margin);
  }

  /**
   * The same of paired values.
   *
   * @param differences of each pair, x less y
   */
  public static Equivalence ofPairs(Scores differences, double margin) {
    double error = differences.sd() / Math.sqrt(differences.size());
    return of(TTest.paired(differences, 0.95), error, margin);
  }

  private static Equivalence of(TTest test, double error, double margin) {
    if (Double.isNaN(test.df())) {
      return new Equivalence(margin, Double.NaN);
    }
    TDistribution t = new TDistribution(null, test.df());
    double below = t.cumulativeProbability((test.difference() - margin) / error);
    double above = t.cumulativeProbability((-test.difference() - margin) / error);
    return new Equivalence(margin, Math.max(below, above));
  }
}
