package org.xaistudy.analysis.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file with a header row: UTF-8 with or without a byte-order mark, RFC 4180, commas.
 *
 * <p>Reading is strict, because a silently dropped or misread row is a wrong result: the first
 * thing that is not as written down ends it, with one line that names file, line, column and what
 * would be right.
 */
public final class CsvFile {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Path name;
  private final List<String> needed;

  /**
   * A file that must have these columns; others may stand beside them.
   *
   * @param name what messages call it
   */
  public CsvFile(Path name, List<String> needed) {
    this.name = name;
    this.needed = List.copyOf(needed);
  }

  /** Hears each row; positions count characters, which for such files are nearly bytes. */
  public interface Reader {
    /** Hears one row. */
    void row(Row row, long position);
  }

  /**
   * Hands over the rows below the header, one after the other.
   *
   * @return the names of the columns, in their order
   * @throws InvalidCsvException if the file is not as described above
   * @throws UncheckedIOException if it cannot be read at all
   */
  public List<String> read(InputStream bytes, Reader reader) {
    try {
      BufferedReader text = decoded(bytes);
      refuseOtherForms(text);
      return parse(text, reader);
    } catch (CharacterCodingException e) {
      throw new InvalidCsvException(name, "is not UTF-8 text; save it as UTF-8");
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  /** What to throw where a file's bytes cannot be had. */
  public static UncheckedIOException unreadable(Path name, IOException e) {
    return new UncheckedIOException(name + ": cannot be read: " + e.getMessage(), e);
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
      throw new InvalidCsvException(name, "is empty; expected a header row");
    }
    int from = start[0] == BYTE_ORDER_MARK ? 1 : 0;
    // Spreadsheets write one; whatever program reads on must not take it for part of a name.
    text.skip(from);
    String header = new String(start, from, length - from).lines().findFirst().orElse("");
    if (header.isBlank()) {
      throw new InvalidCsvException(name, 1, "is blank; expected a header row");
    }
    for (String separator : List.of(";", "\t")) {
      if (!header.contains(",") && header.contains(separator)) {
        String separators = separator.equals(";") ? "semicolons" : "tabs";
        throw new InvalidCsvException(
            name, 1, "is separated by " + separators + "; expected commas");
      }
    }
  }

  private List<String> parse(BufferedReader text, Reader reader) throws IOException {
    try (CSVParser parser = CSVParser.parse(text, CSVFormat.RFC4180)) {
      var records = parser.iterator();
      Map<String, Integer> columns = header(records.next());
      // The number is taken before the next row is looked for, which reads it already.
      long line = parser.getCurrentLineNumber() + 1;
      for (; records.hasNext(); line = parser.getCurrentLineNumber() + 1) {
        CSVRecord cells = records.next();
        reader.row(row(cells, columns, line), cells.getCharacterPosition());
      }
      return List.copyOf(columns.keySet());
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CSVException malformed) {
        throw new InvalidCsvException(name, "is not RFC 4180: " + malformed.getMessage());
      }
      throw e.getCause();
    }
  }

  private Map<String, Integer> header(CSVRecord names) {
    Map<String, Integer> columns = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).isBlank()) {
        throw new InvalidCsvException(name, 1, "has no name for column %d".formatted(i + 1));
      }
      if (columns.put(names.get(i), i) != null) {
        throw new InvalidCsvException(name, 1, "has two columns '" + names.get(i) + "'");
      }
    }
    List<String> missing = needed.stream().filter(column -> !columns.containsKey(column)).toList();
    if (!missing.isEmpty()) {
      throw new InvalidCsvException(
          name,
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
    Row row = new Row(cells, columns, message -> new InvalidCsvException(name, line, message));
    if (cells.size() != columns.size()) {
      throw row.invalid(
          "has %d cells, expected %d as in the header".formatted(cells.size(), columns.size()));
    }
    return row;
  }
}
