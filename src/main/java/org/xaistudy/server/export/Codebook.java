package org.xaistudy.server.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** What each column of the archive's tables means, as {@code codebook.csv} says it. */
final class Codebook {
  private static final String NAME = "codebook.csv";
  private static final String FREE = "*";
  private final byte[] bytes;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  /**
   * A column.
   *
   * @param meaning in a few words
   * @param values what its cells hold
   */
  record Entry(String meaning, String values) {
    /** The type as Table Schema names it. */
    String type() {
      if (values.startsWith("ISO 8601")) {
        return "datetime";
      }
      if (values.startsWith("yes; no")) {
        return "boolean";
      }
      boolean number =
          values.startsWith("from ")
              || values.startsWith("0 to 9")
              || values.startsWith("milliseconds")
              || values.startsWith("CSS pixels");
      return number ? "integer" : "string";
    }
  }

  private Codebook(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Reads the one of this program. */
  static Codebook read() {
    try (InputStream file =
        Objects.requireNonNull(Codebook.class.getResourceAsStream("/archive/" + NAME))) {
      Codebook codebook = new Codebook(file.readAllBytes());
      codebook.parse();
      return codebook;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void parse() throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var records =
        format.parse(
            new InputStreamReader(
                new java.io.ByteArrayInputStream(bytes), StandardCharsets.UTF_8))) {
      for (CSVRecord record : records) {
        entries.put(
            record.get("file") + "/" + record.get("column"),
            new Entry(record.get("meaning"), record.get("values")));
      }
    }
  }

  /** What a column means; of columns that a study names itself, what they have in common. */
  Optional<Entry> of(String table, String column) {
    Entry exact = entries.get(table + "/" + column);
    return exact != null
        ? Optional.of(exact)
        : entries.entrySet().stream()
            .filter(entry -> entry.getKey().endsWith(FREE))
            .filter(
                entry ->
                    (table + "/" + column)
                        .startsWith(
                            entry.getKey().substring(0, entry.getKey().length() - FREE.length())))
            .map(Map.Entry::getValue)
            .findFirst();
  }

  /** The file. */
  byte[] bytes() {
    return bytes.clone();
  }
}
