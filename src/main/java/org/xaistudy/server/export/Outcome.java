package org.xaistudy.server.export;

import java.util.Locale;

/** How far a participation came. */
enum Outcome {
  /** Everything was answered and counted. */
  COMPLETED,
  /** The place was given to someone else. */
  LATE,
  /** Still at work, or gone while nobody needed the place. */
  UNFINISHED;

  static Outcome of(boolean completed, boolean holdsPlace) {
    if (completed) {
      return COMPLETED;
    }
    return holdsPlace ? UNFINISHED : LATE;
  }

  String written() {
    return name().toLowerCase(Locale.ROOT);
  }
}
