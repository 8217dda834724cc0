package org.xaistudy.analysis.statistics;

import java.util.ArrayList;
import java.util.List;
import org.xaistudy.analysis.exclusion.Flow;
import org.xaistudy.analysis.results.ArmResult;
import org.xaistudy.analysis.results.Look;
import org.xaistudy.analysis.results.MeasureResult;
import org.xaistudy.analysis.results.Results;

/** All numbers of a study as rows, in the order of the reference file of the 2023 study. */
public final class StatisticsTable {
  private StatisticsTable() {}

  /** The rows of these results. */
  public static List<Statistic> of(Results results) {
    List<Statistic> rows = new ArrayList<>();
    for (ArmResult arm : results.arms()) {
      rows.addAll(ArmRows.of(arm, results.plan()));
    }
    for (MeasureResult measure : results.measures()) {
      rows.addAll(ComparisonRows.of(measure, ""));
    }
    results.detection().ifPresent(models -> rows.addAll(SignalRows.of(models, results.plan())));
    rows.addAll(UtilityRows.of(results));
    rows.addAll(GradeRows.of(results));
    rows.addAll(FurtherRows.of(results));
    results.models().forEach(fit -> rows.addAll(ModelRows.of(fit)));
    results.times().ifPresent(fit -> rows.addAll(TimeRows.of(fit, results.plan().level())));
    results.look().ifPresent(look -> rows.addAll(look(look)));
    rows.addAll(flow(results.flow()));
    for (MeasureResult measure : results.unexcluded()) {
      rows.addAll(ComparisonRows.of(measure, ".without_exclusions"));
    }
    return rows;
  }

  private static List<Statistic> look(Look look) {
    return StatisticRows.about("look")
        .add("number", look.number() + 1)
        .add("planned", look.planned().participants().size())
        .add("finished_per_method", look.finished())
        .add("nominal_p", look.nominal())
        .list();
  }

  private static List<Statistic> flow(Flow flow) {
    StatisticRows rows =
        StatisticRows.about("flow")
            .add("participants", flow.all())
            .add("set_aside", flow.setAside())
            .add(
                "other_versions",
                flow.otherVersions().values().stream().mapToInt(Integer::intValue).sum());
    flow.steps().forEach(step -> rows.add("excluded_" + step.rule().id(), step.leftOut().size()));
    return rows.add("analysed", flow.kept().participants().size()).list();
  }
}
