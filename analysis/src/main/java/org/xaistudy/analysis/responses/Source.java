package org.xaistudy.analysis.responses;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where a participant came from, as {@link org.xaistudy.studies.responses.Column#SOURCE} says. */
public enum Source {
  /** The file does not tell. */
  UNKNOWN,
  /** The study's own link. */
  LINK,
  /** Prolific. */
  PROLIFIC,
  /** CloudResearch Connect. */
  CONNECT,
  /** Mechanical Turk, or a platform that speaks as it does. */
  MTURK,
  /** Another platform, by the parameters that the study names. */
  GENERIC,
  /** The researcher looking at the study; never counted. */
  PREVIEW,
  /** Drawn by a program; never mixed with people. */
  SIMULATED;

  /** The name in {@code responses.csv}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The source of that name. */
  static Optional<Source> named(String id) {
    return known().stream().filter(source -> source.id().equals(id)).findFirst();
  }

  /** All sources that a file can name. */
  static List<Source> known() {
    return Arrays.stream(values()).filter(source -> source != UNKNOWN).toList();
  }
}
