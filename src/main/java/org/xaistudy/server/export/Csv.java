package org.xaistudy.server.export;

import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Objects;

/** How the files of a study are read from the database. */
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
}
