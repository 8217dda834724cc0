package org.xaistudy.server.export;

import org.xaistudy.studies.responses.ParticipantOutcome;

/** How far participations came. */
final class Outcomes {
  private Outcomes() {}

  /**
   * The outcome of one.
   *
   * @param ended why the run was ended before its last trial; null if it was not
   */
  static ParticipantOutcome of(String ended, boolean completed, boolean holdsPlace) {
    if (ended != null) {
      return ParticipantOutcome.valueOf(ended);
    }
    if (completed) {
      return ParticipantOutcome.COMPLETED;
    }
    return holdsPlace ? ParticipantOutcome.UNFINISHED : ParticipantOutcome.LATE;
  }
}
