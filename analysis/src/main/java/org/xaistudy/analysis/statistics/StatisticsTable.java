package org.xaistudy.analysis.statistics;

import java.util.ArrayList;
import java.util.List;
import org.xaistudy.analysis.results.ArmResult;
import org.xaistudy.analysis.results.MeasureResult;
import org.xaistudy.analysis.results.Results;

/** All numbers of a study as rows, in the order of the reference file of the 2023 study. */
public final class StatisticsTable {
  private StatisticsTable() {}

  /** The rows of these results. */
  public static List<Statistic> of(Results results) {
    List<Statistic> rows = new ArrayList<>();
    for (ArmResult arm : results.arms()) {
      rows.addAll(ArmRows.of(arm, results.plan().level()));
    }
    for (MeasureResult measure : results.measures()) {
      rows.addAll(ComparisonRows.of(measure));
    }
    results.models().forEach(fit -> rows.addAll(ModelRows.of(fit)));
    return rows;
  }
}
