package org.xaistudy.analysis.responses;

import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/** One row of the file, cell by cell; each complaint names the column and what would be right. */
final class Row {
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
    InvalidResponsesException about(String message);
  }

  InvalidResponsesException invalid(String message) {
    return complaint.about(message);
  }

  /** The cell as it was before it was made safe for spreadsheets; empty if there is no column. */
  String text(String column) {
    Integer index = columns.get(column);
    String cell = index == null ? "" : cells.get(index);
    boolean quoted =
        cell.length() > 1 && cell.charAt(0) == '\'' && "=+-@\t\r".indexOf(cell.charAt(1)) >= 0;
    return quoted ? cell.substring(1) : cell;
  }

  String required(String column) {
    String text = text(column);
    if (text.isBlank()) {
      throw invalid(column + " is empty");
    }
    return text;
  }

  boolean yes(String column) {
    String text = text(column);
    return switch (text) {
      case "yes" -> true;
      case "no" -> false;
      default -> throw invalid(column + " is '" + text + "', expected yes or no");
    };
  }

  boolean yes(String column, boolean otherwise) {
    return text(column).isEmpty() ? otherwise : yes(column);
  }

  int whole(String column, int low, int high) {
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

  int whole(String column, int low, int high, int otherwise) {
    return text(column).isEmpty() ? otherwise : whole(column, low, high);
  }

  private static String range(int low, int high) {
    return low + (high == Integer.MAX_VALUE ? " up" : " to " + high);
  }
}
