package org.xaistudy.analysis.results;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.xaistudy.analysis.responses.Responses;
import org.xaistudy.analysis.responses.ResponsesFile;
import org.xaistudy.analysis.statistics.Statistic;
import org.xaistudy.analysis.statistics.StatisticsTable;

/** Files as they are read and written. */
final class Written {
  private Written() {}

  /** The answers of a {@code responses.csv}. */
  static Responses responses(String text) {
    return ResponsesFile.read(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "responses.csv");
  }

  /** A number of {@code statistics.csv}. */
  static double value(Results results, String table, String method, String quantity) {
    return StatisticsTable.of(results).stream()
        .filter(
            row ->
                row.table().equals(table)
                    && row.method().equals(method)
                    && row.quantity().equals(quantity))
        .mapToDouble(Statistic::value)
        .findFirst()
        .orElseThrow();
  }
}
