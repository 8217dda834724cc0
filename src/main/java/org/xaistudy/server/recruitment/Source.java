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
  PREVIEW,
  /** A program that judges as people might; takes no place and never counts. */
  SIMULATED;

  /** Whether this is a person who takes a place and counts. */
  public boolean isReal() {
    return this != PREVIEW && this != SIMULATED;
  }

  /** Whether people are shown a code of their own at the end. */
  public boolean hasOwnCodes() {
    return switch (this) {
      case LINK, PERSONAL, MTURK, PREVIEW, SIMULATED -> true;
      case PROLIFIC, CONNECT, GENERIC -> false;
    };
  }

  /** As written in {@code responses.csv}. */
  public String written() {
    return name().toLowerCase(Locale.ROOT);
  }
}
