package org.xaistudy.stimuli.check;

import java.util.Locale;

/**
 * A share of images, with what chance leaves open about it.
 *
 * @param value from 0 to 1
 * @param images of how many
 */
record Share(double value, int images) {
  /** The 97.5 % quantile of the normal distribution. */
  private static final double Z = 1.959963984540054;

  /** Lower end of Wilson's 95 % interval (1927). */
  double low() {
    return centre() - half();
  }

  /** Upper end of Wilson's 95 % interval. */
  double high() {
    return centre() + half();
  }

  private double centre() {
    return (value + Z * Z / (2 * images)) / (1 + Z * Z / images);
  }

  private double half() {
    double variance = value * (1 - value) / images + Z * Z / (4.0 * images * images);
    return Z * Math.sqrt(variance) / (1 + Z * Z / images);
  }

  /** Whether more images might put the share on the other side of a limit. */
  boolean leavesOpen(double limit) {
    return low() <= limit && limit <= high();
  }

  /** Such as {@code 0.575, 95 % interval 0.544 to 0.605, 575 of 1000}. */
  String text() {
    return String.format(
        Locale.ROOT,
        "%.3f, 95 %% interval %.3f to %.3f, %d of %d images",
        value,
        low(),
        high(),
        Math.round(value * images),
        images);
  }

  /** Such as {@code 57.5 % (54.4–60.5)}. */
  String brief() {
    return String.format(
        Locale.ROOT, "%.1f %% (%.1f–%.1f)", 100 * value, 100 * low(), 100 * high());
  }
}
