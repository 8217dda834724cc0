package org.xaistudy.analysis.distribution;

/**
 * An interval estimate.
 *
 * @param low lower limit, {@code NaN} where it cannot be computed
 * @param high upper limit, {@code NaN} where it cannot be computed
 */
public record Interval(double low, double high) {
  /** Stands for an interval that the data do not determine. */
  public static final Interval UNDETERMINED = new Interval(Double.NaN, Double.NaN);

  /** {@code estimate ± halfWidth}. */
  public static Interval around(double estimate, double halfWidth) {
    return new Interval(estimate - halfWidth, estimate + halfWidth);
  }

  /** Both limits times a positive number. */
  public Interval times(double factor) {
    return new Interval(factor * low, factor * high);
  }

  /** The interval of the negative. */
  public Interval negated() {
    return new Interval(-high, -low);
  }

  /** Whether the data determine it. */
  public boolean determined() {
    return Double.isFinite(low) && Double.isFinite(high);
  }

  /** Whether {@code value} lies inside or on a limit. */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }
}
