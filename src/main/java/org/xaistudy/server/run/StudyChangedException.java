package org.xaistudy.server.run;

import java.util.Locale;

/** What people see in the study was edited since this run began, so it cannot go on. */
public final class StudyChangedException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Locale language;

  StudyChangedException(Locale language) {
    super("the study was changed since this run started");
    this.language = language;
  }

  /** What the person reads. */
  public Locale language() {
    return language;
  }
}
