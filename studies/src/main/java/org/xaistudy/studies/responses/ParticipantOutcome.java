package org.xaistudy.studies.responses;

import java.util.Arrays;
import java.util.Optional;

/** What became of a participant, as {@link ParticipantColumn#OUTCOME} says. */
public enum ParticipantOutcome {
  /** Answered everything. */
  COMPLETED("completed"),
  /** Left, or is still at it. */
  UNFINISHED("unfinished"),
  /** Was away until the place was given on. */
  LATE("late"),
  /** Failed more attention checks than the study allows. */
  FAILED_ATTENTION("failedAttention"),
  /** Is not whom the study looks for. */
  SCREENED_OUT("screenedOut"),
  /** Came with a screen that cannot show the study. */
  INCOMPATIBLE_DEVICE("incompatibleDevice");

  private final String written;

  ParticipantOutcome(String written) {
    this.written = written;
  }

  /** The cell's text. */
  public String written() {
    return written;
  }

  /** The outcome of that text. */
  public static Optional<ParticipantOutcome> named(String written) {
    return Arrays.stream(values()).filter(outcome -> outcome.written.equals(written)).findFirst();
  }
}
