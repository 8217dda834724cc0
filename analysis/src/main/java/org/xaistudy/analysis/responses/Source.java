package org.xaistudy.analysis.responses;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xaistudy.analysis.csv.Row;
import org.xaistudy.studies.responses.Column;

/** Where a participant came from, as {@link Column#SOURCE} says. */
public enum Source {
  /** The file does not tell. */
  UNKNOWN,
  /** The study's own link. */
  LINK,
  /** A link of the person's own. */
  PERSONAL,
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

  private static final Map<String, Source> BY_ID =
      known().collect(Collectors.toMap(Source::id, source -> source));

  /** The name in {@code responses.csv}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a row says in its column {@code source}. */
  public static Source of(Row row) {
    String id = row.text(Column.SOURCE.header());
    Source source = id.isEmpty() ? UNKNOWN : BY_ID.get(id);
    if (source == null) {
      throw row.invalid(
          "source is '%s', expected one of %s"
              .formatted(id, known().map(Source::id).collect(Collectors.joining(", "))));
    }
    return source;
  }

  private static Stream<Source> known() {
    return Arrays.stream(values()).filter(source -> source != UNKNOWN);
  }
}
