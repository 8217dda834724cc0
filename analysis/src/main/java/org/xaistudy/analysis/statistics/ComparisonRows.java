package org.xaistudy.analysis.statistics;

import java.util.List;
import org.xaistudy.analysis.comparison.Correction;
import org.xaistudy.analysis.comparison.EffectSize;
import org.xaistudy.analysis.comparison.TTest;
import org.xaistudy.analysis.results.Comparison;
import org.xaistudy.analysis.results.MeasureResult;

/** How the methods differ by one measure, as rows. */
final class ComparisonRows {
  private ComparisonRows() {}

  static List<Statistic> of(MeasureResult measure, String variant) {
    StatisticRows rows = StatisticRows.about("test." + measure.measure().id() + variant);
    for (Comparison comparison : measure.comparisons()) {
      StatisticRows pair = pair(rows, comparison);
      tests(pair, comparison);
      more(pair, comparison);
    }
    corrections(rows, measure);
    if (!measure.comparisons().isEmpty()) {
      together(rows, measure);
    }
    return rows.list();
  }

  /** One comparison by itself. */
  static List<Statistic> of(String table, Comparison comparison) {
    StatisticRows rows =
        StatisticRows.about(table)
            .of(comparison.method(), comparison.versus())
            .as("first - second");
    tests(rows, comparison);
    more(rows, comparison);
    return rows.list();
  }

  private static StatisticRows pair(StatisticRows rows, Comparison comparison) {
    return rows.of(comparison.method(), comparison.versus())
        .as(comparison.method() + " - " + comparison.versus());
  }

  private static void tests(StatisticRows rows, Comparison comparison) {
    TTest welch = comparison.welch();
    rows.add("mean_difference", welch.difference())
        .add("welch_t", welch.t())
        .add("welch_df", welch.df())
        .add("welch_p", welch.p())
        .add("welch_ci_low", welch.interval().low())
        .add("welch_ci_high", welch.interval().high())
        .add("student_t", comparison.student().t())
        .add("student_p", comparison.student().p())
        .add("cohen_d", comparison.effect().d())
        .add("hedges_g", comparison.effect().g())
        .add("mann_whitney_u", comparison.mannWhitney().u())
        .add("mann_whitney_p", comparison.mannWhitney().p());
  }

  private static void more(StatisticRows rows, Comparison comparison) {
    EffectSize effect = comparison.effect();
    rows.add("student_ci_low", comparison.student().interval().low())
        .add("student_ci_high", comparison.student().interval().high())
        .add("cohen_d_ci_low", effect.dInterval().low())
        .add("cohen_d_ci_high", effect.dInterval().high())
        .add("hedges_g_ci_low", effect.gInterval().low())
        .add("hedges_g_ci_high", effect.gInterval().high())
        .add("permutation_p", comparison.permutation().p())
        .add("equivalence_margin", comparison.equivalence().margin())
        .add("equivalence_p", comparison.equivalence().p())
        .add("bayes_factor_10", comparison.bayes().forDifference());
  }

  private static void corrections(StatisticRows rows, MeasureResult measure) {
    for (Correction correction : Correction.values()) {
      for (int i = 0; i < measure.comparisons().size(); i++) {
        Comparison comparison = measure.comparisons().get(i);
        pair(rows, comparison)
            .add("welch_p_" + correction.id().replace('-', '_'), measure.corrected(correction, i));
      }
    }
  }

  private static void together(StatisticRows rows, MeasureResult measure) {
    rows.add("anova_f", measure.together().anova().statistic())
        .add("anova_p", measure.together().anova().p())
        .add("welch_anova_f", measure.together().welch().statistic())
        .add("welch_anova_df2", measure.together().welch().df2())
        .add("welch_anova_p", measure.together().welch().p())
        .add("kruskal_h", measure.together().kruskalWallis().statistic())
        .add("kruskal_p", measure.together().kruskalWallis().p());
  }
}
