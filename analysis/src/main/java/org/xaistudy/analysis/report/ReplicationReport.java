package org.xaistudy.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.xaistudy.analysis.figure.ForestFigure;
import org.xaistudy.analysis.figure.ForestFigure.Line;
import org.xaistudy.analysis.figure.Markup;
import org.xaistudy.analysis.figure.Svg;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.responses.Measure;
import org.xaistudy.analysis.results.Comparison;
import org.xaistudy.analysis.results.Replication;
import org.xaistudy.analysis.results.Synthesis;

/** Two studies compared, as a page and as lines for a terminal. */
public final class ReplicationReport {
  private ReplicationReport() {}

  /** The page; the names are those of the two files, the notes what is to be known about them. */
  public static String html(
      Replication replication, Plan plan, String first, String second, List<String> notes) {
    Apa apa = Apa.of(plan);
    Page page =
        new Page(apa.text("replication.title", first, second), Report.stylesheet(), apa)
            .lead(
                Markup.all(
                    Blocks.caption(apa.text("replication.lead")),
                    Markup.all(notes.stream().map(Blocks::warning).toList())));
    for (Map.Entry<Measure, List<Comparison>> one : replication.measures().entrySet()) {
      String title = apa.text("measure." + one.getKey().id());
      page.section(
          one.getKey().id(),
          Apa.capitalised(title),
          Markup.all(
              Blocks.figures("one", List.of(forest(one.getKey(), one.getValue(), plan))),
              table(one.getValue(), apa).html()));
    }
    if (!replication.together().isEmpty()) {
      page.section("together", apa.text("replication.together"), together(replication, plan));
    }
    return page.html();
  }

  /** One line per method and measure. */
  public static List<String> lines(Replication replication, Plan plan) {
    Apa apa = Apa.of(plan);
    Stream<String> together =
        replication.together().stream()
            .map(one -> sentence(one, replication.main(), plan))
            .map(Apa::plain);
    Stream<String> apart =
        replication.measures().entrySet().stream()
            .flatMap(
                entry ->
                    entry.getValue().stream()
                        .map(
                            one ->
                                apa.text(
                                    "replication.line",
                                    one.method(),
                                    apa.text("measure." + entry.getKey().id()),
                                    Apa.typeset(apa.number(one.leading().difference(), 3)),
                                    Sentences.of(plan).welch(one)))
                        .map(Apa::plain));
    return Stream.concat(apart, together).toList();
  }

  private static String sentence(Synthesis one, Measure main, Plan plan) {
    Apa apa = Apa.of(plan);
    return Apa.typeset(
        apa.text(
            "replication.sentence",
            plan.name(one.method()),
            plan.name(plan.reference()),
            apa.text("measure." + main.id()),
            apa.estimate(one.together(), plan.level(), 3),
            apa.p(one.together().p()),
            apa.p(one.differ())));
  }

  private static Markup together(Replication replication, Plan plan) {
    Apa apa = Apa.of(plan);
    HtmlTable table =
        new HtmlTable(
            apa.text(
                "replication.together.table",
                apa.text("measure." + replication.main().id()),
                plan.name(plan.reference()),
                apa.level(plan.level())),
            List.of(
                apa.text("column.difference"),
                apa.text("column.first"),
                apa.text("column.second"),
                apa.text("column.together"),
                "p",
                apa.text("column.studiesDiffer")));
    List<Line> lines = new ArrayList<>();
    for (Synthesis one : replication.together()) {
      String name = plan.name(one.method()) + " − " + plan.name(plan.reference());
      lines.add(new Line(name, one.together().value(), one.together().interval(plan.level())));
      table.row(
          name,
          List.of(
              apa.estimate(one.first(), plan.level(), 3),
              apa.estimate(one.second(), plan.level(), 3),
              apa.estimate(one.together(), plan.level(), 3),
              apa.bareP(one.together().p()),
              apa.bareP(one.differ())));
    }
    return Markup.all(
        Blocks.figure(
            "one",
            List.of(ForestFigure.of(apa.text("replication.together"), lines, 0, 2, plan.words())),
            apa.text("replication.together.caption")),
        table.html());
  }

  private static Svg forest(Measure measure, List<Comparison> comparisons, Plan plan) {
    List<Line> lines =
        comparisons.stream()
            .map(
                one -> new Line(one.method(), one.leading().difference(), one.leading().interval()))
            .toList();
    return ForestFigure.of(Figures.differenceOf(measure, plan.words()), lines, 0, 2, plan.words());
  }

  private static HtmlTable table(List<Comparison> comparisons, Apa apa) {
    HtmlTable table =
        new HtmlTable(
            apa.text("replication.table"),
            List.of(
                apa.text("column.method"),
                apa.text("column.difference"),
                apa.text("column.ci", apa.level(0.95)),
                apa.text("column.welchP"),
                apa.text("column.mannWhitneyP"),
                "d",
                apa.text("column.equivalenceP")));
    for (Comparison one : comparisons) {
      table.row(
          one.method(),
          List.of(
              apa.number(one.leading().difference(), 3),
              apa.range(one.leading().interval(), 3),
              apa.bareP(one.leading().p()),
              apa.bareP(one.ranks().p()),
              apa.number(one.effect().d(), 2),
              apa.bareP(one.equivalence().p())));
    }
    return table;
  }
}
