package org.xaistudy.analysis.report;

import java.util.ArrayList;
import java.util.List;
import org.xaistudy.analysis.comparison.Correction;
import org.xaistudy.analysis.comparison.TTest;
import org.xaistudy.analysis.figure.Markup;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.results.ArmResult;
import org.xaistudy.analysis.results.Comparison;
import org.xaistudy.analysis.results.MeasureResult;
import org.xaistudy.analysis.results.Results;

/** Each other method less the reference, measure by measure. */
final class DifferenceSection {
  private DifferenceSection() {}

  static Markup of(Results results) {
    List<Markup> html = new ArrayList<>();
    for (MeasureResult measure : results.measures()) {
      boolean planned =
          results.plan().preregistered() && measure.measure() == results.plan().primary();
      String name = measure.measure().title();
      html.add(Blocks.heading(Apa.capitalised(name), !planned));
      if (measure.comparisons().isEmpty()) {
        html.add(Blocks.figure("one", List.of(Figures.people(results, measure)), people(measure)));
        html.add(Blocks.paragraph(Sentences.nothingToCompare(results, measure)));
      } else {
        html.addAll(compared(results, measure));
      }
      html.add(without(results, measure));
    }
    return Markup.all(html);
  }

  private static List<Markup> compared(Results results, MeasureResult measure) {
    Plan plan = results.plan();
    return List.of(
        Blocks.figure(
            "pair",
            List.of(Figures.differences(measure, plan), Figures.people(results, measure)),
            "Left: difference of means with "
                + Apa.level(plan.level())
                + " intervals (Welch); the dashed line is no difference. Right: "
                + people(measure)),
        tests(measure, plan).html(),
        more(measure, plan).html(),
        Blocks.caption(notes(measure, plan)),
        Blocks.paragraph(Sentences.together(measure)));
  }

  /** Which methods are not among those above. */
  private static Markup without(Results results, MeasureResult measure) {
    List<String> without =
        results.arms().stream()
            .map(ArmResult::method)
            .filter(method -> !measure.scores().containsKey(method))
            .map(results.plan()::name)
            .toList();
    return without.isEmpty()
        ? Markup.NONE
        : Blocks.caption(
            "Not among these: %s, where nobody has a value of this measure."
                .formatted(String.join(", ", without)));
  }

  private static String people(MeasureResult measure) {
    return "one dot for each participant, or bars where there are many; the orange line is the mean"
        + switch (measure.measure()) {
          case CORRECT -> ", the dashed line guessing.";
          case PREFERENCE -> ", the dashed line no preference.";
          case CONFIDENCE, CLARITY -> ".";
        };
  }

  private static HtmlTable tests(MeasureResult measure, Plan plan) {
    HtmlTable table =
        new HtmlTable(
            "Difference of participants’ mean "
                + measure.measure().title()
                + ", two-sided: method − "
                + plan.name(plan.reference()),
            List.of(
                "Difference",
                "Estimate",
                Apa.level(plan.level()) + " CI",
                "Welch t",
                "df",
                "p",
                "p (" + plan.correction().title() + ")",
                "d",
                "g",
                "Bayes factor"));
    for (int i = 0; i < measure.comparisons().size(); i++) {
      Comparison one = measure.comparisons().get(i).turned();
      TTest welch = one.welch();
      table.row(
          name(one, plan),
          List.of(
              Apa.number(welch.difference(), 3),
              Apa.range(welch.interval(), 3),
              Apa.number(welch.t(), 2),
              Apa.number(welch.df(), 1),
              Apa.bareP(welch.p()),
              Apa.bareP(measure.corrected(plan.correction(), i)),
              Apa.number(one.effect().d(), 2) + " [" + Apa.range(one.effect().dInterval(), 2) + "]",
              Apa.number(one.effect().g(), 2),
              Apa.bayes(one.bayes().forDifference())));
    }
    return table;
  }

  private static HtmlTable more(MeasureResult measure, Plan plan) {
    HtmlTable table =
        new HtmlTable(
            "Other tests of the same differences (p-values), exploratory",
            List.of(
                "Difference",
                "Student",
                "Mann–Whitney",
                "Permutation",
                "Bonferroni",
                "Benjamini–Hochberg",
                "Equivalence ± " + Apa.shortest(plan.margins().of(measure.measure()))));
    for (int i = 0; i < measure.comparisons().size(); i++) {
      Comparison one = measure.comparisons().get(i).turned();
      table.row(
          name(one, plan),
          List.of(
              Apa.bareP(one.student().p()),
              Apa.bareP(one.ranks().p()),
              Apa.bareP(one.permutation().p()),
              Apa.bareP(measure.corrected(Correction.BONFERRONI, i)),
              Apa.bareP(measure.corrected(Correction.BENJAMINI_HOCHBERG, i)),
              equivalence(one, plan)));
    }
    return table;
  }

  private static String name(Comparison one, Plan plan) {
    return plan.name(one.method()) + " − " + plan.name(one.versus());
  }

  /** In words, because a p-value of 1.000 is read as proof of the contrary. */
  private static String equivalence(Comparison one, Plan plan) {
    double p = one.equivalence().p();
    if (Double.isNaN(p)) {
      return "–";
    }
    boolean beyond = Math.abs(one.welch().difference()) >= one.equivalence().margin();
    return p < plan.alpha()
        ? "equivalent, p " + (p < 0.001 ? "< .001" : "= " + Apa.share(p, 3))
        : beyond ? "not shown: the difference exceeds it" : "not shown, p = " + Apa.share(p, 3);
  }

  private static String notes(MeasureResult measure, Plan plan) {
    String margin =
        plan.margins().stated().contains(measure.measure())
            ? ""
            : " Nobody stated the margin of equivalence: it is this program’s default, and the test"
                + " exploratory.";
    return plan.correction().title()
        + "’s correction is over the comparisons of this table alone; other measures and the tests of"
        + " the next table are not corrected for. The Bayes factor says how many times likelier the"
        + " data are with a difference than without (“for”), or the reverse (“against”), by the"
        + " JZS prior with scale √2/2."
        + margin;
  }
}
