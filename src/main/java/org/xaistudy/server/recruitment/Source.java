package org.xaistudy.server.recruitment;

import java.util.Locale;

/** Where a run came from. */
public enum Source {
  /** The open link. */
  LINK,
  /** A link of the person's own. */
  PERSONAL,
  /** Prolific. */
  PROLIFIC,
  /** CloudResearch Connect. */
  CONNECT,
  /** MTurk or an imitator. */
  MTURK,
  /** A platform described in the YAML. */
  GENERIC,
  /** A researcher's look at the study; takes no place and never counts. */
  PREVIEW;

  /** Whether people are shown a code of their own at the end. */
  public boolean hasOwnCodes() {
    return switch (this) {
      case LINK, PERSONAL, MTURK, PREVIEW -> true;
      case PROLIFIC, CONNECT, GENERIC -> false;
    };
  }

  /** As written in {@code responses.csv}. */
  public String written() {
    return name().toLowerCase(Locale.ROOT);
  }
}
