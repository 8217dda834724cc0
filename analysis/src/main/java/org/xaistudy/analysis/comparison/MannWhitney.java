package org.xaistudy.analysis.comparison;

import org.xaistudy.analysis.distribution.Normal;

/**
 * Mann and Whitney's test (Ann. Math. Stat. 18, 1947), two-sided, as R's {@code wilcox.test}: exact
 * for fewer than 50 values a sample without ties, else by the normal distribution with corrections
 * for ties and continuity.
 *
 * @param u pairs in which x exceeds y, ties counting half
 * @param p {@code NaN} if all values are equal
 */
public record MannWhitney(double u, double p) {
  private static final int EXACT_BELOW = 50;

  /** Tests whether values of x tend to exceed those of y, or the reverse. */
  public static MannWhitney of(Scores x, Scores y) {
    Ranks ranks = Ranks.of(x, y);
    int n = x.size();
    int m = y.size();
    double u = ranks.sum(0, n) - n * (n + 1.0) / 2;
    boolean exact = n < EXACT_BELOW && m < EXACT_BELOW && ranks.tieTerm() == 0;
    return new MannWhitney(u, exact ? exact(u, n, m) : approximate(u, n, m, ranks.tieTerm()));
  }

  private static double approximate(double u, double n, double m, double ties) {
    double all = n + m;
    double sigma = Math.sqrt(n * m / 12 * (all + 1 - ties / (all * (all - 1))));
    double distance = u - n * m / 2;
    double z = (distance - Math.signum(distance) * 0.5) / sigma;
    return sigma > 0 ? Normal.twoSided(z) : Double.NaN;
  }

  /** Twice the smaller tail; U is symmetric about nm/2, so the lower tail serves for both. */
  private static double exact(double u, int n, int m) {
    double[] ways = ways(n, m);
    int lower = (int) Math.round(Math.min(u, (double) n * m - u));
    double tail = 0;
    double total = 0;
    for (int i = 0; i < ways.length; i++) {
      total += ways[i];
      tail += i <= lower ? ways[i] : 0;
    }
    return Math.min(1, 2 * tail / total);
  }

  /**
   * In how many orders of n and m values U is 0, 1, …, nm: the Gaussian binomial's coefficients.
   */
  private static double[] ways(int n, int m) {
    double[][] ways = new double[n + 1][n * m + 1];
    ways[0][0] = 1;
    // The value at place i beats the i − k − 1 values before it that are not among the k chosen.
    for (int place = 0; place < n + m; place++) {
      for (int chosen = Math.min(place, n - 1); chosen >= Math.max(0, place - m); chosen--) {
        int beaten = place - chosen;
        for (int u = n * m - beaten; u >= 0; u--) {
          ways[chosen + 1][u + beaten] += ways[chosen][u];
        }
      }
    }
    return ways[n];
  }
}
