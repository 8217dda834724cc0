package org.xaistudy.analysis.statistics;

import java.util.ArrayList;
import java.util.List;

/** Rows that share table and methods. */
final class StatisticRows {
  private final List<Statistic> rows;
  private final String table;
  private final String method;
  private final String versus;
  private final String direction;

  private StatisticRows(
      List<Statistic> rows, String table, String method, String versus, String direction) {
    this.rows = rows;
    this.table = table;
    this.method = method;
    this.versus = versus;
    this.direction = direction;
  }

  static StatisticRows about(String table) {
    return new StatisticRows(new ArrayList<>(), table, "", "", "");
  }

  /** Further rows into the same list, about other methods. */
  StatisticRows of(String method, String versus) {
    return new StatisticRows(rows, table, method, versus, "");
  }

  /** Further rows into the same list, of another table. */
  StatisticRows in(String otherTable) {
    return new StatisticRows(rows, otherTable, method, versus, "");
  }

  /** Further rows into the same list, which are about this difference. */
  StatisticRows as(String difference) {
    return new StatisticRows(rows, table, method, versus, difference);
  }

  StatisticRows add(String quantity, double value) {
    rows.add(new Statistic(table, method, versus, quantity, direction, value));
    return this;
  }

  List<Statistic> list() {
    return rows;
  }
}
