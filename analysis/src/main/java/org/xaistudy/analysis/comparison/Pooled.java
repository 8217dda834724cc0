package org.xaistudy.analysis.comparison;

/** What two samples share. */
final class Pooled {
  private Pooled() {}

  /** √(((n−1)s² + (m−1)r²)/(n+m−2)); a single value adds nothing to the sums. */
  static double sd(Scores x, Scores y) {
    double squares = squares(x) + squares(y);
    return Math.sqrt(squares / (x.size() + y.size() - 2));
  }

  private static double squares(Scores x) {
    return x.size() < 2 ? 0 : (x.size() - 1) * x.variance();
  }
}
