package org.xaistudy.analysis.statistics;

import java.util.ArrayList;
import java.util.List;
import org.xaistudy.analysis.results.Replication;

/** Two studies compared, as rows: tables {@code compare.correct} and so on, first minus second. */
public final class ReplicationTable {
  private ReplicationTable() {}

  /** The rows. */
  public static List<Statistic> of(Replication replication) {
    List<Statistic> rows = new ArrayList<>();
    replication
        .measures()
        .forEach(
            (measure, comparisons) ->
                comparisons.forEach(
                    one -> rows.addAll(ComparisonRows.of("compare." + measure.id(), one))));
    return rows;
  }
}
