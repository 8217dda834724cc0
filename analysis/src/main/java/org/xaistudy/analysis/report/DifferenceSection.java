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
    Apa apa = Apa.of(results.plan());
    List<Markup> html = new ArrayList<>();
    for (MeasureResult measure : results.measures()) {
      boolean planned =
          results.plan().preregistered() && measure.measure() == results.plan().primary();
      String name = Apa.capitalised(apa.text("measure." + measure.measure().id()));
      html.add(planned ? Blocks.heading(name) : Blocks.exploratory(name, apa));
      if (measure.comparisons().isEmpty()) {
        html.add(
            Blocks.figure("one", List.of(Figures.people(results, measure)), people(measure, apa)));
        html.add(Blocks.paragraph(Sentences.of(results.plan()).nothingToCompare(results, measure)));
      } else {
        html.addAll(compared(results, measure));
      }
      html.add(without(results, measure));
    }
    return Markup.all(html);
  }

  private static List<Markup> compared(Results results, MeasureResult measure) {
    Plan plan = results.plan();
    Apa apa = Apa.of(plan);
    return List.of(
        Blocks.figure(
            "pair",
            List.of(Figures.differences(measure, plan), Figures.people(results, measure)),
            apa.text(
                    measure.paired() ? "difference.caption.paired" : "difference.caption",
                    apa.level(plan.level()))
                + " "
                + people(measure, apa)),
        tests(measure, plan).html(),
        more(measure, plan).html(),
        Blocks.caption(notes(measure, plan)),
        Blocks.paragraph(Sentences.of(plan).together(measure)));
  }

  /** Which methods are not among those above. */
  private static Markup without(Results results, MeasureResult measure) {
    Apa apa = Apa.of(results.plan());
    List<String> without =
        results.arms().stream()
            .map(ArmResult::method)
            .filter(method -> !measure.scores().containsKey(method))
            .map(results.plan()::name)
            .toList();
    return without.isEmpty()
        ? Markup.NONE
        : Blocks.caption(apa.text("difference.without", String.join(", ", without)));
  }

  private static String people(MeasureResult measure, Apa apa) {
    return switch (measure.measure()) {
      case CORRECT -> apa.text("people.caption.guessing");
      case PREFERENCE -> apa.text("people.caption.noPreference");
      case CONFIDENCE, CLARITY -> apa.text("people.caption");
    };
  }

  private static HtmlTable tests(MeasureResult measure, Plan plan) {
    Apa apa = Apa.of(plan);
    HtmlTable table =
        new HtmlTable(
            apa.text(
                measure.paired() ? "difference.table.paired" : "difference.table",
                apa.text("measure." + measure.measure().id()),
                plan.name(plan.reference())),
            List.of(
                apa.text("column.difference"),
                apa.text("column.estimate"),
                apa.text("column.ci", apa.level(plan.level())),
                apa.text(measure.paired() ? "column.pairedT" : "column.welchT"),
                apa.text("column.df"),
                "p",
                "p (" + plan.correction().title() + ")",
                measure.paired() ? "dz" : "d",
                measure.paired() ? "gz" : "g",
                apa.text("column.bayes")));
    for (int i = 0; i < measure.comparisons().size(); i++) {
      Comparison one = measure.comparisons().get(i).turned();
      TTest welch = one.leading();
      table.row(
          name(one, plan),
          List.of(
              apa.number(welch.difference(), 3),
              apa.range(welch.interval(), 3),
              apa.number(welch.t(), 2),
              apa.number(welch.df(), 1),
              apa.bareP(welch.p()),
              apa.bareP(measure.corrected(plan.correction(), i)),
              apa.number(one.effect().d(), 2) + " " + apa.interval(one.effect().dInterval(), 2),
              apa.number(one.effect().g(), 2),
              apa.bayes(one.bayes().forDifference())));
    }
    return table;
  }

  private static HtmlTable more(MeasureResult measure, Plan plan) {
    Apa apa = Apa.of(plan);
    List<String> headings = new ArrayList<>(List.of(apa.text("column.difference")));
    if (!measure.paired()) {
      headings.add("Student");
    }
    headings.addAll(
        List.of(
            measure.paired() ? "Wilcoxon" : "Mann–Whitney",
            apa.text(measure.paired() ? "column.signs" : "column.permutation"),
            Correction.BONFERRONI.title(),
            Correction.BENJAMINI_HOCHBERG.title(),
            apa.text("column.equivalence", apa.shortest(plan.margins().of(measure.measure())))));
    HtmlTable table = new HtmlTable(apa.text("difference.more"), headings);
    for (int i = 0; i < measure.comparisons().size(); i++) {
      Comparison one = measure.comparisons().get(i).turned();
      List<String> cells = new ArrayList<>();
      if (!measure.paired()) {
        cells.add(apa.bareP(one.student().p()));
      }
      cells.addAll(
          List.of(
              apa.bareP(one.ranks().p()),
              apa.bareP(one.permutation().p()),
              apa.bareP(measure.corrected(Correction.BONFERRONI, i)),
              apa.bareP(measure.corrected(Correction.BENJAMINI_HOCHBERG, i)),
              equivalence(one, plan)));
      table.row(name(one, plan), cells);
    }
    return table;
  }

  private static String name(Comparison one, Plan plan) {
    return plan.name(one.method()) + " − " + plan.name(one.versus());
  }

  /** In words, because a p-value of 1.000 is read as proof of the contrary. */
  private static String equivalence(Comparison one, Plan plan) {
    Apa apa = Apa.of(plan);
    double p = one.equivalence().p();
    if (Double.isNaN(p)) {
      return "–";
    }
    boolean beyond = Math.abs(one.leading().difference()) >= one.equivalence().margin();
    return p < plan.alpha()
        ? apa.text("equivalence.shown", apa.p(p))
        : beyond ? apa.text("equivalence.beyond") : apa.text("equivalence.open", apa.p(p));
  }

  private static String notes(MeasureResult measure, Plan plan) {
    Apa apa = Apa.of(plan);
    String about = measure.paired() ? apa.text("difference.paired") + " " : "";
    String notes = about + apa.text("difference.notes", plan.correction().title());
    return plan.margins().stated().contains(measure.measure())
        ? notes
        : notes + " " + apa.text("difference.marginUnstated");
  }
}
