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
    TTest test = comparison.leading();
    rows.add("mean_difference", test.difference());
    if (comparison.paired()) {
      rows.add("pairs", comparison.people())
          .add("paired_t", test.t())
          .add("paired_df", test.df())
          .add("paired_p", test.p())
          .add("paired_ci_low", test.interval().low())
          .add("paired_ci_high", test.interval().high())
          .add("cohen_dz", comparison.effect().d())
          .add("hedges_gz", comparison.effect().g())
          .add("wilcoxon_v", comparison.ranks().statistic())
          .add("wilcoxon_p", comparison.ranks().p());
      return;
    }
    rows.add("welch_t", test.t())
        .add("welch_df", test.df())
        .add("welch_p", test.p())
        .add("welch_ci_low", test.interval().low())
        .add("welch_ci_high", test.interval().high())
        .add("student_t", comparison.student().t())
        .add("student_p", comparison.student().p())
        .add("cohen_d", comparison.effect().d())
        .add("hedges_g", comparison.effect().g())
        .add("mann_whitney_u", comparison.ranks().statistic())
        .add("mann_whitney_p", comparison.ranks().p());
  }

  private static void more(StatisticRows rows, Comparison comparison) {
    EffectSize effect = comparison.effect();
    if (comparison.paired()) {
      rows.add("cohen_dz_ci_low", effect.dInterval().low())
          .add("cohen_dz_ci_high", effect.dInterval().high())
          .add("hedges_gz_ci_low", effect.gInterval().low())
          .add("hedges_gz_ci_high", effect.gInterval().high())
          .add("sign_flip_p", comparison.permutation().p());
      last(rows, comparison);
      return;
    }
    rows.add("student_ci_low", comparison.student().interval().low())
        .add("student_ci_high", comparison.student().interval().high())
        .add("cohen_d_ci_low", effect.dInterval().low())
        .add("cohen_d_ci_high", effect.dInterval().high())
        .add("hedges_g_ci_low", effect.gInterval().low())
        .add("hedges_g_ci_high", effect.gInterval().high())
        .add("permutation_p", comparison.permutation().p());
    last(rows, comparison);
  }

  private static void last(StatisticRows rows, Comparison comparison) {
    rows.add("equivalence_margin", comparison.equivalence().margin())
        .add("equivalence_p", comparison.equivalence().p())
        .add("bayes_factor_10", comparison.bayes().forDifference());
  }

  private static void corrections(StatisticRows rows, MeasureResult measure) {
    for (Correction correction : Correction.values()) {
      for (int i = 0; i < measure.comparisons().size(); i++) {
        Comparison comparison = measure.comparisons().get(i);
        pair(rows, comparison)
            .add(
                (comparison.paired() ? "paired_p_" : "welch_p_")
                    + correction.id().replace('-', '_'),
                measure.corrected(correction, i));
      }
    }
  }

  private static void together(StatisticRows rows, MeasureResult measure) {
    if (measure.paired()) {
      rows.add("repeated_anova_f", measure.together().anova().statistic())
          .add("repeated_anova_df2", measure.together().anova().df2())
          .add("repeated_anova_p", measure.together().anova().p())
          .add("greenhouse_geisser_df1", measure.together().adjusted().df1())
          .add("greenhouse_geisser_df2", measure.together().adjusted().df2())
          .add("greenhouse_geisser_p", measure.together().adjusted().p())
          .add("friedman_q", measure.together().byRanks().statistic())
          .add("friedman_p", measure.together().byRanks().p());
      return;
    }
    rows.add("anova_f", measure.together().anova().statistic())
        .add("anova_p", measure.together().anova().p())
        .add("welch_anova_f", measure.together().adjusted().statistic())
        .add("welch_anova_df2", measure.together().adjusted().df2())
        .add("welch_anova_p", measure.together().adjusted().p())
        .add("kruskal_h", measure.together().byRanks().statistic())
        .add("kruskal_p", measure.together().byRanks().p());
  }
}
