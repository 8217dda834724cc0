package org.xaistudy.stimuli.model;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares arrays by their largest difference, relative to the expected one's largest value (unless
 * that is 0).
 */
public final class Close {
  private Close() {}

  public static void to(Tensor actual, Tensor expected, double tolerance) {
    assertThat(actual.values()).as("number of values").hasSameSizeAs(expected.values());
    assertThat(difference(actual, expected)).as("largest difference").isLessThan(tolerance);
  }

  public static double difference(Tensor actual, Tensor expected) {
    double largest = 0;
    double difference = 0;
    for (int i = 0; i < expected.values().length; i++) {
      largest = Math.max(largest, Math.abs(expected.values()[i]));
      difference = Math.max(difference, Math.abs(actual.values()[i] - expected.values()[i]));
    }
    return largest == 0 ? difference : difference / largest;
  }
}
