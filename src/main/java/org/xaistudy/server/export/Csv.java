package org.xaistudy.server.export;

import jakarta.persistence.Tuple;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** How all files are written: RFC 4180, no cell a formula. */
final class Csv {
  /** Rows that the database sends at a time. */
  static final int FETCH_SIZE = 500;

  /** Seconds that a download may take: the rows are read while they are sent. */
  static final int TIMEOUT = 3600;

  private Csv() {}

  /** The columns of a row of the database, by their names, as cells; what is null is empty. */
  static List<String> cells(Tuple row, List<String> columns) {
    return columns.stream().map(column -> Objects.toString(row.get(column), "")).toList();
  }

  /** Writes rows as they come, closes the rows, and leaves {@code out} open. */
  static void write(Appendable out, List<String> header, Stream<List<String>> rows)
      throws IOException {
    String[] names = header.toArray(String[]::new);
    try (rows) {
      CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180.builder().setHeader(names).get());
      for (List<String> cells : (Iterable<List<String>>) rows::iterator) {
        csv.printRecord(cells.stream().map(FormulaSafe::cell).toList());
      }
      csv.flush();
    }
  }
}
