package org.xaistudy.analysis.responses;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * From the first answer to the last.
 *
 * @param first when the first was stored
 * @param last when the last was stored
 */
public record Period(Instant first, Instant last) {
  /** The first day, in UTC. */
  public LocalDate firstDay() {
    return day(first);
  }

  /** The last day, in UTC. */
  public LocalDate lastDay() {
    return day(last);
  }

  private static LocalDate day(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC).toLocalDate();
  }
}
