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
  private final Apa apa;

  private Sentences(Apa apa) {
    this.apa = apa;
  }

  static Sentences of(Plan plan) {
    return new Sentences(Apa.of(plan));
  }

  /** {@code Welch t(47.9) = 3.60, p < .001, d = 1.02}; plainly says where nothing can be tested. */
  String welch(Comparison comparison) {
    TTest welch = comparison.leading();
    if (Double.isNaN(welch.t())) {
      return apa.text("sentence.untestable");
    }
    return Apa.typeset(
        apa.text(
            comparison.paired() ? "sentence.paired" : "sentence.welch",
            apa.number(welch.df(), 1),
            apa.number(welch.t(), 2),
            apa.p(welch.p()),
            apa.number(comparison.effect().d(), 2)));
  }

  /** A comparison in full, with the corrected p-value and the interval. */
  private String comparison(MeasureResult measure, int index, Plan plan) {
    Comparison one = measure.comparisons().get(index).turned();
    TTest welch = one.leading();
    String difference = apa.number(welch.difference(), 3);
    return Apa.typeset(
        Double.isNaN(welch.t())
            ? apa.text(
                "sentence.untested",
                plan.name(one.method()),
                plan.name(one.versus()),
                difference,
                welch(one))
            : apa.text(
                "sentence.tested",
                plan.name(one.method()),
                plan.name(one.versus()),
                difference,
                apa.level(plan.level()),
                apa.interval(welch.interval(), 3),
                welch(one),
                plan.correction().title(),
                apa.p(measure.corrected(plan.correction(), index))));
  }

  /** Every comparison of a measure in full. */
  List<String> comparisons(MeasureResult measure, Plan plan) {
    return IntStream.range(0, measure.comparisons().size())
        .mapToObj(i -> comparison(measure, i, plan))
        .toList();
  }

  /** Why a measure compares nothing. */
  String nothingToCompare(Results results, MeasureResult measure) {
    if (!results.comparable()) {
      return apa.text("compare.noReference");
    }
    if (results.arms().size() == 1) {
      return apa.text("compare.oneMethod");
    }
    String reference = results.plan().name(results.plan().reference());
    return measure.scores().containsKey(results.plan().reference())
        ? apa.text("compare.onlyReference", reference)
        : apa.text(
            "compare.referenceLacks", reference, apa.text("measure." + measure.measure().id()));
  }

  /** All methods at once. */
  String together(MeasureResult measure) {
    MeasureResult.Together tests = measure.together();
    boolean paired = measure.paired();
    VarianceAnalysis ranks = tests.byRanks();
    return Apa.typeset(
        apa.text(
            "together",
            f(
                apa.text(paired ? "together.adjusted" : "together.welch"),
                tests.adjusted(),
                paired ? 2 : 0,
                1),
            f(apa.text(paired ? "together.repeated" : "together.anova"), tests.anova(), 0, 0),
            Double.isNaN(ranks.statistic())
                ? apa.text(paired ? "together.friedman.untestable" : "together.ranks.untestable")
                : apa.text(
                    paired ? "together.friedman" : "together.ranks",
                    apa.number(ranks.df1(), 0),
                    apa.number(ranks.statistic(), 2),
                    apa.p(ranks.p()))));
  }

  private String f(String name, VarianceAnalysis test, int above, int below) {
    return Double.isNaN(test.statistic())
        ? apa.text("together.untestable", name)
        : apa.text(
            "together.f",
            name,
            apa.number(test.df1(), above),
            apa.number(test.df2(), below),
            apa.number(test.statistic(), 2),
            apa.p(test.p()));
  }
}
