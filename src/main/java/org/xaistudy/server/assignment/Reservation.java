package org.xaistudy.server.assignment;

import java.time.Duration;
import java.time.Instant;

/**
 * That a run has a place.
 *
 * @param until when somebody else may get it, unless the person gives a sign of life or has come to
 *     the end
 */
public record Reservation(Instant until) {
  /** Of the time for which a place is kept, the part that may pass before a sign of life counts. */
  private static final int PART = 20;

  /**
   * Whether it was made or prolonged just now. Somebody who answers every few seconds would
   * otherwise have the place written with each answer.
   *
   * @param kept for how long a place is kept
   */
  boolean isFresh(Instant now, Duration kept) {
    Duration passed = kept.minus(Duration.between(now, until));
    return !passed.isNegative() && passed.compareTo(kept.dividedBy(PART)) < 0;
  }
}
