package org.xaistudy.server.run;

import java.util.Locale;
import java.util.Optional;
import org.xaistudy.server.recruitment.Return;

/**
 * What people see in the study was edited since this run began, so it cannot go on. Whoever had
 * finished before keeps the way back to where they came from, and so is paid.
 */
public final class StudyChangedException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Locale language;
  private final transient Optional<Return> finished;

  /**
   * Of a run.
   *
   * @param finished the way back of one who finished; empty for the others
   */
  StudyChangedException(Locale language, Optional<Return> finished) {
    super("the study was changed since this run started");
    this.language = language;
    this.finished = finished;
  }

  /** The way back of one who finished before that; empty for the others. */
  public Optional<Return> finished() {
    return finished;
  }

  /** What the person reads. */
  public Locale language() {
    return language;
  }
}
