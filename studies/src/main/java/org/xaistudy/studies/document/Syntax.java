package org.xaistudy.studies.document;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.networknt.schema.InputFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a parser says about malformed text, put into words for the person who wrote it. A YAML
 * parser says first what it was doing and then what it met; the second is the useful line.
 */
final class Syntax {
  /** How Jackson names a place inside a message. */
  private static final Pattern SOURCE =
      Pattern.compile("\\[Source: [^;]*; line: (\\d+), column: (\\d+)]");

  private static final Pattern PLACE = Pattern.compile("in '.*', line (\\d+), column (\\d+):");

  private Syntax() {}

  static Problem problem(Path file, InputFormat format, JsonProcessingException e) {
    List<String> lines = e.getOriginalMessage().lines().map(String::strip).toList();
    int useful = useful(lines);
    String reason =
        SOURCE.matcher(lines.isEmpty() ? "malformed" : lines.get(useful)).replaceAll("$1:$2");
    JsonLocation at = e.getLocation();
    int line = at == null ? 0 : at.getLineNr();
    int column = at == null ? 0 : at.getColumnNr();
    Matcher place = PLACE.matcher(useful + 1 < lines.size() ? lines.get(useful + 1) : "");
    if (place.matches()) {
      line = Integer.parseInt(place.group(1));
      column = Integer.parseInt(place.group(2));
    }
    String begun = useful == 0 ? "" : begun(lines);
    return new Problem(
        file, line, column, "", "not valid " + format + ": " + reason + begun + advice(reason));
  }

  /** The line that says what was met: the one after the place of what was being parsed. */
  private static int useful(List<String> lines) {
    if (lines.isEmpty() || !lines.get(0).startsWith("while ")) {
      return 0;
    }
    for (int i = 1; i + 1 < lines.size(); i++) {
      if (PLACE.matcher(lines.get(i + 1)).matches()) {
        return i;
      }
    }
    return 0;
  }

  /** Where what could not be finished begins. */
  private static String begun(List<String> lines) {
    Matcher place = PLACE.matcher(lines.get(1));
    return place.matches()
        ? " (%s that begins at %s:%s)"
            .formatted(lines.get(0).replace("while ", ""), place.group(1), place.group(2))
        : "";
  }

  private static String advice(String reason) {
    String said = reason.toLowerCase(Locale.ROOT);
    if (said.contains("tab")) {
      return "; indent with spaces, not with tabs";
    }
    if (said.contains("<block end>") || said.contains("<block mapping start>")) {
      return "; the indentation does not fit: keys that belong together begin in the same column";
    }
    if (said.contains("mapping values are not allowed")) {
      return "; a line may have one key only: check the indentation, and put a text that has a"
          + " colon into quotation marks";
    }
    if (said.contains("could not find expected ':'")) {
      return "; a key needs a colon and a space after it";
    }
    if (said.contains("expected ',' or")) {
      return "; inside { } and [ ], put a text that has one of , ? : { } [ ] into quotation marks";
    }
    if (said.contains("unexpected end of stream") || said.contains("<stream end>")) {
      return "; a quotation mark or bracket is not closed";
    }
    return "";
  }
}
