package org.xaistudy.analysis.responses;

import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.xaistudy.studies.responses.Column;

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
  String text(Column column) {
    Integer index = columns.get(column.header());
    String cell = index == null ? "" : cells.get(index);
    boolean quoted =
        cell.length() > 1 && cell.charAt(0) == '\'' && "=+-@\t\r".indexOf(cell.charAt(1)) >= 0;
    return quoted ? cell.substring(1) : cell;
  }

  String required(Column column) {
    String text = text(column);
    if (text.isBlank()) {
      throw invalid(column.header() + " is empty");
    }
    return text;
  }

  boolean yes(Column column) {
    String text = text(column);
    return switch (text) {
      case "yes" -> true;
      case "no" -> false;
      default -> throw invalid(column.header() + " is '" + text + "', expected yes or no");
    };
  }

  boolean yes(Column column, boolean otherwise) {
    return text(column).isEmpty() ? otherwise : yes(column);
  }

  int whole(Column column, int low, int high) {
    String text = text(column);
    try {
      int value = Integer.parseInt(text);
      if (value >= low && value <= high) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Falls through to the same complaint as a number out of range.
    }
    throw invalid(
        column.header() + " is '" + text + "', expected a whole number from " + range(low, high));
  }

  int whole(Column column, int low, int high, int otherwise) {
    return text(column).isEmpty() ? otherwise : whole(column, low, high);
  }

  private static String range(int low, int high) {
    return low + (high == Integer.MAX_VALUE ? " up" : " to " + high);
  }
}
