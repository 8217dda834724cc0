package org.xaistudy.analysis.power;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xaistudy.analysis.AnalysisException;
import org.xaistudy.analysis.csv.CsvFile;
import org.xaistudy.analysis.csv.InvalidCsvException;

/**
 * What hierarchical signal detection found, as the report's {@code statistics.csv} gives it: the
 * model of people and stimuli where it was fitted, else that of people.
 */
public final class ReportedEffects {
  private static final List<String> TABLES = List.of("sdt.crossed", "sdt.hierarchical");
  private static final List<String> NEEDED = List.of("table", "method", "quantity", "value");

  private final Path file;
  private final Map<List<String>, String> values = new HashMap<>();
  private final Set<String> tables = new LinkedHashSet<>();

  private ReportedEffects(Path file) {
    this.file = file;
  }

  /**
   * Reads a file that {@code analysis} has written.
   *
   * @throws InvalidCsvException if it is not one
   */
  public static ReportedEffects read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new InvalidCsvException(file, "no such file; expected the statistics.csv of a report");
    }
    ReportedEffects effects = new ReportedEffects(file);
    try (InputStream bytes = Files.newInputStream(file)) {
      new CsvFile(file, NEEDED)
          .read(
              bytes,
              (row, position) -> {
                effects.tables.add(row.text("table"));
                effects.values.putIfAbsent(
                    List.of(row.text("table"), row.text("method"), row.text("quantity")),
                    row.text("value"));
              });
    } catch (IOException e) {
      throw CsvFile.unreadable(file, e);
    }
    return effects;
  }

  /** The people of a method. */
  Population of(String method) {
    return new Population(
        value(method, "d_prime"),
        value("", "d_prime_sd"),
        value(method, "criterion"),
        value("", "criterion_sd"),
        // Where people do not differ in one of the two, they go together in nothing.
        is("", "correlation") ? value("", "correlation") : 0);
  }

  /** Between stimuli; 0 where the report takes them for alike. */
  double stimulusSd() {
    return is("", "stimulus_sd") ? value("", "stimulus_sd") : 0;
  }

  private String table() {
    return TABLES.stream()
        .filter(tables::contains)
        .findFirst()
        .orElseThrow(
            () ->
                new AnalysisException(
                    file
                        + ": has no rows of sdt.hierarchical; expected the statistics.csv of a report"));
  }

  private boolean is(String method, String quantity) {
    String value = values.get(List.of(table(), method, quantity));
    return value != null && !value.equals("NA");
  }

  private double value(String method, String quantity) {
    if (!is(method, quantity)) {
      throw new AnalysisException(
          "%s: %s does not tell %s%s"
              .formatted(
                  file, table(), quantity, method.isEmpty() ? "" : " of method '" + method + "'"));
    }
    String text = values.get(List.of(table(), method, quantity));
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new AnalysisException("%s: '%s' is no number".formatted(file, text));
    }
  }
}
