package org.xaistudy.analysis.statistics;

import java.util.ArrayList;
import java.util.List;

/** Rows that share table and methods. */
final class Rows {
  private final List<Statistic> rows;
  private final String table;
  private final String method;
  private final String versus;

  private Rows(List<Statistic> rows, String table, String method, String versus) {
    this.rows = rows;
    this.table = table;
    this.method = method;
    this.versus = versus;
  }

  static Rows about(String table) {
    return new Rows(new ArrayList<>(), table, "", "");
  }

  /** Further rows into the same list, about other methods. */
  Rows of(String method, String versus) {
    return new Rows(rows, table, method, versus);
  }

  /** Further rows into the same list, of another table. */
  Rows in(String otherTable) {
    return new Rows(rows, otherTable, method, versus);
  }

  Rows add(String quantity, double value) {
    rows.add(new Statistic(table, method, versus, quantity, value));
    return this;
  }

  List<Statistic> list() {
    return rows;
  }
}
