package org.xaistudy.analysis.csv;

import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/**
 * One row of a file, cell by cell, by the columns' names; each complaint names line, column and
 * what would be right.
 */
public final class Row {
  private final CSVRecord cells;
  private final Map<String, Integer> columns;
  private final Complaint complaint;

  Row(CSVRecord cells, Map<String, Integer> columns, Complaint complaint) {
    this.cells = cells;
    this.columns = columns;
    this.complaint = complaint;
  }

  /** Makes the exception for a message about this row. */
  interface Complaint {
    InvalidCsvException about(String message);
  }

  /** What to throw where something about this row is wrong. */
  public InvalidCsvException invalid(String message) {
    return complaint.about(message);
  }

  /** The names of the columns, in their order. */
  public List<String> columns() {
    return List.copyOf(columns.keySet());
  }

  /** The cell as it was before it was made safe for spreadsheets; empty if there is no column. */
  public String text(String column) {
    Integer index = columns.get(column);
    String cell = index == null ? "" : cells.get(index);
    boolean quoted =
        cell.length() > 1 && cell.charAt(0) == '\'' && "=+-@\t\r".indexOf(cell.charAt(1)) >= 0;
    return quoted ? cell.substring(1) : cell;
  }

  /** The cell, which must not be empty nor hold what cannot be printed. */
  public String required(String column) {
    String text = text(column);
    if (text.isBlank()) {
      throw invalid(column + " is empty");
    }
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        throw invalid(column + " holds a control character; expected text that can be printed");
      }
    }
    return text;
  }

  /** The cell, which must say {@code yes} or {@code no}. */
  public boolean yes(String column) {
    String text = text(column);
    return switch (text) {
      case "yes" -> true;
      case "no" -> false;
      default -> throw invalid(column + " is '" + text + "', expected yes or no");
    };
  }

  /** The same; {@code otherwise} where it is empty or there is no column. */
  public boolean yes(String column, boolean otherwise) {
    return text(column).isEmpty() ? otherwise : yes(column);
  }

  /** The cell, which must be a whole number from {@code low} to {@code high}. */
  public int whole(String column, int low, int high) {
    String text = text(column);
    try {
      int value = Integer.parseInt(text);
      if (value >= low && value <= high) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Falls through to the same complaint as a number out of range.
    }
    throw invalid(column + " is '" + text + "', expected a whole number from " + range(low, high));
  }

  /** The same; {@code otherwise} where it is empty or there is no column. */
  public int whole(String column, int low, int high, int otherwise) {
    return text(column).isEmpty() ? otherwise : whole(column, low, high);
  }

  private static String range(int low, int high) {
    return low + (high == Integer.MAX_VALUE ? " up" : " to " + high);
  }
}
