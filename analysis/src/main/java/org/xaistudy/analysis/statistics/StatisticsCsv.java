package org.xaistudy.analysis.statistics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * {@code statistics.csv}: {@code table,method,versus,quantity,value,direction}, one row a number.
 */
public final class StatisticsCsv {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader("table", "method", "versus", "quantity", "value", "direction")
          .setRecordSeparator('\n')
          .get();

  private StatisticsCsv() {}

  /** The file's text. */
  public static String of(List<Statistic> rows) {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
      for (Statistic row : rows) {
        printer.printRecord(
            safe(row.table()),
            safe(row.method()),
            safe(row.versus()),
            row.quantity(),
            Digits.of(row.value()),
            safe(row.direction()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return text.toString();
  }

  /** A method's name comes from a file: a spreadsheet must not run it. */
  private static String safe(String name) {
    return !name.isEmpty() && "=+-@\t\r".indexOf(name.charAt(0)) >= 0 ? "'" + name : name;
  }
}
