package org.xaistudy.analysis.statistics;

import java.util.ArrayList;
import java.util.List;
import org.xaistudy.analysis.results.Replication;
import org.xaistudy.analysis.results.Synthesis;

/** Two studies compared, as rows: tables {@code compare.correct} and so on, first minus second. */
public final class ReplicationTable {
  private ReplicationTable() {}

  /** The rows; the reference is what both are held against together. */
  public static List<Statistic> of(Replication replication, String reference, double level) {
    List<Statistic> rows = new ArrayList<>();
    replication
        .measures()
        .forEach(
            (measure, comparisons) ->
                comparisons.forEach(
                    one -> rows.addAll(ComparisonRows.of("compare." + measure.id(), one))));
    StatisticRows together = StatisticRows.about("compare.together");
    for (Synthesis one : replication.together()) {
      StatisticRows pair =
          together.of(one.method(), reference).as(one.method() + " - " + reference);
      pair.add("first", one.first().value())
          .add("first_se", one.first().error())
          .add("second", one.second().value())
          .add("second_se", one.second().error());
      ArmRows.estimate(pair, "together", one.together(), level);
      pair.add("heterogeneity_p", one.differ());
    }
    rows.addAll(together.list());
    return rows;
  }
}
