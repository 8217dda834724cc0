package org.xaistudy.analysis.comparison;

/**
 * Jeffreys, Zellner and Siow's Bayes factor of a t-test (Rouder, Speckman, Sun, Morey & Iverson,
 * Psychon. Bull. Rev. 16, 2009), as R's package {@code BayesFactor}: the effect is either 0 or, in
 * standard deviations, Cauchy with scale √2/2.
 *
 * @param forDifference how many times likelier the data are if there is a difference than if there
 *     is none; {@code NaN} where t is not defined
 */
public record BayesFactor(double forDifference) {
  private static final double SCALE = Math.sqrt(2) / 2;

  /** Of log g; the integrand falls as e^(−e^−x/2) on the left and e^−x on the right. */
  private static final double LOW = -8;

  private static final double HIGH = 60;

  /** Sums at equal distances converge at once where a smooth integrand falls off on both sides. */
  private static final double STEP = 1.0 / 16;

  /** From Student's t of two samples. */
  public static BayesFactor of(TTest student, int n, int m) {
    return of(student.t(), n + m - 2.0, (double) n * m / (n + m));
  }

  /** From Student's t of so many pairs. */
  public static BayesFactor ofPairs(TTest paired, int n) {
    return of(paired.t(), n - 1.0, n);
  }

  private static BayesFactor of(double t, double df, double size) {
    if (Double.isNaN(t)) {
      return new BayesFactor(Double.NaN);
    }
    // Against the null hypothesis' own likelihood from the start, so that no large t overflows.
    double none = -(df + 1) / 2 * Math.log1p(t * t / df);
    double sum = 0;
    for (double x = LOW; x <= HIGH; x += STEP) {
      double spread = 1 + size * Math.exp(x) * SCALE * SCALE;
      double likelihood = -Math.log(spread) / 2 - (df + 1) / 2 * Math.log1p(t * t / (spread * df));
      // The inverse gamma prior of g, and dg = g dx.
      double prior = -Math.log(2 * Math.PI) / 2 - x / 2 - Math.exp(-x) / 2;
      sum += Math.exp(likelihood + prior - none);
    }
    return new BayesFactor(sum * STEP);
  }
}
