package org.xaistudy.analysis.distribution;

/**
 * A number with its limits, in the units in which people read it.
 *
 * @param value the number; {@code NaN} where the data do not determine it
 * @param interval its limits
 */
public record Quoted(double value, Interval interval) {
  /** Both times a positive number. */
  Quoted times(double factor) {
    return new Quoted(factor * value, interval.times(factor));
  }
}
