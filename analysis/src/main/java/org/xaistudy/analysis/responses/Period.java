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
  /** Days, in UTC. */
  public String inWords() {
    LocalDate from = first.atOffset(ZoneOffset.UTC).toLocalDate();
    LocalDate to = last.atOffset(ZoneOffset.UTC).toLocalDate();
    return from.equals(to) ? "on " + from : from + " to " + to;
  }
}
