package org.xaistudy.server.decision;

import java.time.Instant;
import java.util.Locale;

/**
 * One decision.
 *
 * @param version of the study, counted from 1
 * @param at when
 * @param by name of the researcher's account
 * @param kind what was decided
 * @param subject whom or what it is about: a participant, a number of places, a look; empty for the
 *     version
 * @param reason why, in the researcher's words; empty where none was asked for
 */
public record Decision(
    int version, Instant at, String by, Kind kind, String subject, String reason) {
  /** What can be decided. */
  public enum Kind {
    /** It is a draft again. */
    DRAFT,
    /** Everybody with its link may look. */
    PREVIEW,
    /** It is tried out with people. */
    PILOT,
    /** People may take part. */
    LIVE,
    /** Nobody is taken in for a while. */
    PAUSED,
    /** It is over. */
    CLOSED,
    /** There are more places. */
    TOPPED_UP,
    /** The truth was shown before the end. */
    UNBLINDED,
    /** A look that the plan foresaw was taken. */
    LOOKED,
    /** A list of bonuses was made, by a rule. */
    BONUS,
    /** Somebody's answers do not count. */
    EXCLUDED,
    /** Somebody's answers were looked at, and count. */
    APPROVED;

    /** As written in {@code decisions.csv}. */
    public String written() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
