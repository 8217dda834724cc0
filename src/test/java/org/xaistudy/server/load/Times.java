package org.xaistudy.server.load;

import java.util.Arrays;

/** How long requests took, in nanoseconds, and how many there were in all. */
record Times(long[] sorted, double seconds) {
  Times {
    Arrays.sort(sorted);
  }

  double perSecond() {
    return sorted.length / seconds;
  }

  /** Within so many milliseconds came this share of all, 0 to 1. */
  double quantile(double share) {
    int index = (int) Math.ceil(share * sorted.length) - 1;
    return sorted[Math.max(0, index)] / 1e6;
  }

  @Override
  public String toString() {
    return "%.0f/s, p50 %.1f ms, p99 %.1f ms".formatted(perSecond(), quantile(0.5), quantile(0.99));
  }
}
