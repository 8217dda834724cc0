package org.xaistudy.server.enrolment;

import java.util.Locale;

/** Where a run came from. */
public enum Source {
  /** The open link. */
  LINK,
  /** A researcher's look at the study; takes no place and never counts. */
  PREVIEW;

  /** As written in {@code responses.csv}. */
  public String written() {
    return name().toLowerCase(Locale.ROOT);
  }
}
