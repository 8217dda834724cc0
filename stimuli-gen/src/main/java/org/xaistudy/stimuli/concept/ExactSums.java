package org.xaistudy.stimuli.concept;

/**
 * Sums that come out the same in whatever order, and in whatever parts, their values are added.
 * Floating-point sums do not; these are fixed-point numbers of 62 binary places, so that addition
 * is that of integers. What a value has beyond them (2e-19) is cut off.
 */
final class ExactSums {
  private static final long ONE = 1L << 62;
  private static final float LARGEST = 0x1p40f;

  final long[] whole;
  final long[] fraction; // in units of 1 / ONE, 0 to before ONE

  ExactSums(int count) {
    whole = new long[count];
    fraction = new long[count];
  }

  /**
   * Adds a value to a sum.
   *
   * @throws IllegalArgumentException if it is not finite, or too large for many of them to be added
   */
  void add(int at, float value) {
    if (!(Math.abs(value) <= LARGEST)) {
      throw new IllegalArgumentException(
          "a channel's relevance or activation is " + value + ", beyond what can be added up");
    }
    long integer = (long) value;
    add(at, integer, (long) ((value - (double) integer) * ONE));
  }

  /** Adds other sums, one to each. */
  void add(ExactSums other) {
    for (int i = 0; i < whole.length; i++) {
      add(i, other.whole[i], other.fraction[i]);
    }
  }

  /** {@code part} is between −ONE and ONE, so one carry is enough. */
  private void add(int at, long integer, long part) {
    long sum = fraction[at] + part;
    long carry = sum < 0 ? -1 : sum >= ONE ? 1 : 0;
    fraction[at] = sum - carry * ONE;
    whole[at] += integer + carry;
  }

  /** A sum, as near as a double can be. */
  double get(int at) {
    return whole[at] < 0 // so that small negative sums keep their digits
        ? whole[at] + 1 + (double) (fraction[at] - ONE) / ONE
        : whole[at] + (double) fraction[at] / ONE;
  }
}
