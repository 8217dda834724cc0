package org.xaistudy.analysis.responses;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.xaistudy.analysis.progress.Progress;
import org.xaistudy.studies.responses.Column;

/**
 * Reads {@code responses.csv}: UTF-8 without a byte-order mark, RFC 4180, one row an answer.
 *
 * <p>Reading is strict, because a silently dropped or misread answer is a wrong result: the first
 * thing that is not as written down ends it, with one line that names file, line, column and what
 * would be right.
 */
public final class ResponsesFile {
  /** A larger file is refused: about five million answers, more than any study has. */
  public static final long MAX_BYTES = 1L << 29;

  private static final List<String> NEEDED =
      Arrays.stream(Column.values()).filter(Column::needed).map(Column::header).toList();
  private static final CSVFormat FORMAT = CSVFormat.RFC4180;

  private final Path path;
  private final Map<String, String> interned = new HashMap<>();
  private String study = "";

  private ResponsesFile(Path path) {
    this.path = path;
  }

  /**
   * Reads all answers.
   *
   * @throws InvalidResponsesException if the file is not as described above
   * @throws UncheckedIOException if it cannot be read at all
   */
  public static Responses read(Path path, Progress progress) {
    return new ResponsesFile(path).read(progress);
  }

  /**
   * Reads all answers from a stream, such as the server's own export.
   *
   * @param name what messages call it
   * @throws InvalidResponsesException if it is not as described above
   */
  public static Responses read(InputStream bytes, String name) {
    return new ResponsesFile(Path.of(name)).read(bytes, Long.MAX_VALUE, Progress.SILENT);
  }

  private Responses read(Progress progress) {
    checkSize();
    try (InputStream bytes = Files.newInputStream(path)) {
      return read(bytes, path.toFile().length(), progress);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private Responses read(InputStream bytes, long size, Progress progress) {
    MessageDigest digest = sha256();
    try {
      BufferedReader text = decoded(new DigestInputStream(bytes, digest));
      refuseOtherForms(text);
      List<Participant> participants = parse(text, size, progress);
      return new Responses(study, HexFormat.of().formatHex(digest.digest()), participants);
    } catch (CharacterCodingException e) {
      throw new InvalidResponsesException(path, "is not UTF-8 text; save it as UTF-8");
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private UncheckedIOException unreadable(IOException e) {
    return new UncheckedIOException(path + ": cannot be read: " + e.getMessage(), e);
  }

  private void checkSize() {
    if (!Files.isRegularFile(path)) {
      throw new InvalidResponsesException(path, "no such file");
    }
    long size = path.toFile().length();
    if (size > MAX_BYTES) {
      throw new InvalidResponsesException(
          path,
          "is %,d MiB; expected at most %d MiB, one study's answers"
              .formatted(size >> 20, MAX_BYTES >> 20));
    }
  }

  private static BufferedReader decoded(InputStream bytes) {
    // A fresh decoder reports malformed bytes, where a charset alone would replace them unseen.
    return new BufferedReader(
        new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()), 1 << 16);
  }

  private void refuseOtherForms(BufferedReader text) throws IOException {
    text.mark(1 << 15);
    char[] start = new char[1 << 13];
    int length = text.read(start);
    text.reset();
    if (length <= 0) {
      throw new InvalidResponsesException(path, "is empty; expected a header row");
    }
    if (start[0] == '\uFEFF') {
      throw new InvalidResponsesException(
          path, 1, "starts with a byte-order mark (BOM); save it as UTF-8 without one");
    }
    String header = new String(start, 0, length).lines().findFirst().orElse("");
    for (String separator : List.of(";", "\t")) {
      if (!header.contains(",") && header.contains(separator)) {
        String name = separator.equals(";") ? "semicolons" : "tabs";
        throw new InvalidResponsesException(
            path, 1, "is separated by " + name + "; expected commas");
      }
    }
  }

  private List<Participant> parse(BufferedReader text, long size, Progress progress)
      throws IOException {
    Roll roll = new Roll();
    try (CSVParser parser = CSVParser.parse(text, FORMAT)) {
      var records = parser.iterator();
      Map<String, Integer> columns = header(records.next());
      // The number is taken before the next row is looked for, which reads it already.
      long line = parser.getCurrentLineNumber() + 1;
      for (; records.hasNext(); line = parser.getCurrentLineNumber() + 1) {
        CSVRecord cells = records.next();
        enter(roll, row(cells, columns, line));
        progress.at("reading answers", Math.min(size, cells.getCharacterPosition()), size);
      }
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CharacterCodingException coding) {
        throw coding;
      }
      throw new InvalidResponsesException(path, "is not RFC 4180: " + e.getCause().getMessage());
    }
    if (roll.participants().isEmpty()) {
      throw new InvalidResponsesException(path, "has no answers; expected one row each");
    }
    return roll.participants();
  }

  private Map<String, Integer> header(CSVRecord names) {
    Map<String, Integer> columns = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      if (columns.put(names.get(i), i) != null) {
        throw new InvalidResponsesException(path, 1, "has two columns '" + names.get(i) + "'");
      }
    }
    List<String> missing = NEEDED.stream().filter(name -> !columns.containsKey(name)).toList();
    if (!missing.isEmpty()) {
      throw new InvalidResponsesException(
          path,
          1,
          "lacks the column%s %s; found %s"
              .formatted(
                  missing.size() == 1 ? "" : "s",
                  String.join(", ", missing),
                  String.join(", ", columns.keySet())));
    }
    return columns;
  }

  private Row row(CSVRecord cells, Map<String, Integer> columns, long line) {
    Row row =
        new Row(cells, columns, message -> new InvalidResponsesException(path, line, message));
    if (cells.size() != columns.size()) {
      throw row.invalid(
          "has %d cells, expected %d as in the header".formatted(cells.size(), columns.size()));
    }
    return row;
  }

  private void enter(Roll roll, Row row) {
    oneStudy(row);
    roll.enter(row, participant(row), answer(row));
  }

  private void oneStudy(Row row) {
    String named = row.text(Column.STUDY);
    if (study.isEmpty()) {
      study = named;
    } else if (!study.equals(named)) {
      throw row.invalid(
          "belongs to study '%s', the rows before to '%s'; expected one study a file"
              .formatted(named, study));
    }
  }

  private Participant participant(Row row) {
    return new Participant(
        interned(row.required(Column.PARTICIPANT)),
        interned(row.required(Column.METHOD)),
        List.of(),
        row.yes(Column.COMPLETED, true),
        interned(row.text(Column.EXCLUDED)),
        source(row));
  }

  private static Source source(Row row) {
    String id = row.text(Column.SOURCE);
    if (id.isEmpty()) {
      return Source.UNKNOWN;
    }
    return Source.named(id)
        .orElseThrow(
            () ->
                row.invalid(
                    "source is '%s', expected one of %s"
                        .formatted(
                            id,
                            String.join(", ", Source.known().stream().map(Source::id).toList()))));
  }

  private Answer answer(Row row) {
    return new Answer(
        interned(row.text(Column.STIMULUS)),
        row.whole(Column.TRIAL, 1, Integer.MAX_VALUE, 0),
        row.yes(Column.TRUTH),
        row.yes(Column.ANSWER),
        row.whole(Column.CONFIDENCE, Answer.SCALE_LOW, Answer.SCALE_HIGH),
        row.whole(Column.CLARITY, Answer.SCALE_LOW, Answer.SCALE_HIGH),
        row.whole(Column.RESPONSE_TIME_MS, 0, Integer.MAX_VALUE, Answer.UNKNOWN_TIME));
  }

  /** A million rows name few different things: one string each keeps them small in memory. */
  private String interned(String text) {
    return interned.computeIfAbsent(text, same -> same);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
