package org.xaistudy.analysis.report;

import java.util.List;
import java.util.stream.IntStream;
import org.xaistudy.analysis.comparison.TTest;
import org.xaistudy.analysis.comparison.VarianceAnalysis;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.results.Comparison;
import org.xaistudy.analysis.results.MeasureResult;
import org.xaistudy.analysis.results.Results;

/** Tests as sentences in the style of the American Psychological Association. */
final class Sentences {
  private Sentences() {}

  /** {@code Welch t(47.9) = 3.60, p < .001, d = 1.02}; plainly says where nothing can be tested. */
  static String welch(Comparison comparison) {
    TTest welch = comparison.welch();
    if (Double.isNaN(welch.t())) {
      return "not testable: too few participants, or no spread between them";
    }
    return Apa.typeset(
        "Welch t(%s) = %s, %s, d = %s"
            .formatted(
                Apa.number(welch.df(), 1),
                Apa.number(welch.t(), 2),
                Apa.p(welch.p()),
                Apa.number(comparison.effect().d(), 2)));
  }

  /** A comparison in full, with the corrected p-value and the interval. */
  private static String comparison(MeasureResult measure, int index, Plan plan) {
    Comparison one = measure.comparisons().get(index).turned();
    TTest welch = one.welch();
    String corrected = Apa.p(measure.corrected(plan.correction(), index));
    String difference =
        "%s − %s: mean difference %s"
            .formatted(
                plan.name(one.method()),
                plan.name(one.versus()),
                Apa.number(welch.difference(), 3));
    String interval =
        Double.isNaN(welch.t())
            ? ""
            : ", %s CI [%s, %s]"
                .formatted(
                    Apa.level(plan.level()),
                    Apa.number(welch.interval().low(), 3),
                    Apa.number(welch.interval().high(), 3));
    String after =
        Double.isNaN(welch.t()) ? "" : "; " + plan.correction().title() + " " + corrected;
    return Apa.typeset(difference + interval + "; " + welch(one) + after + ".");
  }

  /** Every comparison of a measure in full. */
  static List<String> comparisons(MeasureResult measure, Plan plan) {
    return IntStream.range(0, measure.comparisons().size())
        .mapToObj(i -> comparison(measure, i, plan))
        .toList();
  }

  /** Why a measure compares nothing. */
  static String nothingToCompare(Results results, MeasureResult measure) {
    if (!results.comparable()) {
      return "Nobody is left who saw the reference: nothing to compare with.";
    }
    if (results.arms().size() == 1) {
      return "There is only one method: nothing to compare it with.";
    }
    String reference = results.plan().name(results.plan().reference());
    return measure.scores().containsKey(results.plan().reference())
        ? "Only those who saw %s have a value of this measure: nothing to compare it with."
            .formatted(reference)
        : "The reference, %s, has no %s: the other methods cannot be compared with it by that, and no other comparison was planned."
            .formatted(reference, measure.measure().title());
  }

  /** All methods at once. */
  static String together(MeasureResult measure) {
    VarianceAnalysis welch = measure.together().welch();
    VarianceAnalysis anova = measure.together().anova();
    VarianceAnalysis ranks = measure.together().kruskalWallis();
    return Apa.typeset(
        "All methods at once: %s; %s; %s."
            .formatted(
                f("Welch’s analysis of variance", welch, 1),
                f("analysis of variance", anova, 0),
                Double.isNaN(ranks.statistic())
                    ? "Kruskal–Wallis not testable (all values equal)"
                    : "Kruskal–Wallis H(%s) = %s, %s"
                        .formatted(
                            Apa.number(ranks.df1(), 0),
                            Apa.number(ranks.statistic(), 2),
                            Apa.p(ranks.p()))));
  }

  private static String f(String name, VarianceAnalysis test, int decimals) {
    return Double.isNaN(test.statistic())
        ? name + " not testable (an arm has no spread)"
        : "%s F(%s,\u00A0%s) = %s, %s"
            .formatted(
                name,
                Apa.number(test.df1(), 0),
                Apa.number(test.df2(), decimals),
                Apa.number(test.statistic(), 2),
                Apa.p(test.p()));
  }
}
