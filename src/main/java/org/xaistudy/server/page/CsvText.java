package org.xaistudy.server.page;

import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** How all tables are written: RFC 4180, no cell a formula. */
public final class CsvText {
  private static final String STARTS_A_FORMULA = "=+-@\t\r";

  private static final Pattern BELOW_ZERO = Pattern.compile("-[0-9]{1,9}");

  private CsvText() {}

  /** Writes rows as they come, closes the rows, and leaves {@code out} open. */
  public static void write(Appendable out, List<String> header, Stream<List<String>> rows)
      throws IOException {
    String[] names = header.toArray(String[]::new);
    try (rows) {
      CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180.builder().setHeader(names).get());
      for (List<String> cells : (Iterable<List<String>>) rows::iterator) {
        csv.printRecord(cells.stream().map(CsvText::cell).toList());
      }
      csv.flush();
    }
  }

  /** A short table as a response, which no cache keeps. */
  public static Response of(List<String> header, Stream<List<String>> rows) {
    StringBuilder out = new StringBuilder();
    try {
      write(out, header, rows);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return Response.ok(out.toString())
        .type("text/csv; charset=UTF-8")
        .header("Cache-Control", "no-store")
        .build();
  }

  /**
   * The same cell, with a leading apostrophe if a spreadsheet would take it for a formula: nobody's
   * spreadsheet runs what somebody wrote. A whole number below 0 is none, and stays a number for
   * those who count.
   */
  private static String cell(String cell) {
    return !cell.isEmpty()
            && !BELOW_ZERO.matcher(cell).matches()
            && STARTS_A_FORMULA.indexOf(cell.charAt(0)) >= 0
        ? "'" + cell
        : cell;
  }
}
