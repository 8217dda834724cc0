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
    Page page =
        new Page("%s against %s".formatted(first, second), Report.stylesheet())
            .lead(
                Markup.all(
                    Blocks.caption(
                        "Participants’ means, first minus second; all comparisons are exploratory."),
                    Markup.all(notes.stream().map(Blocks::warning).toList())));
    for (Map.Entry<Measure, List<Comparison>> one : replication.measures().entrySet()) {
      String title = one.getKey().title();
      page.section(
          one.getKey().id(),
          Apa.capitalised(title),
          Markup.all(
              Blocks.figures("one", List.of(forest(title, one.getValue()))),
              table(one.getValue()).html()));
    }
    if (!replication.together().isEmpty()) {
      page.section("together", "Both studies together", together(replication, plan));
    }
    return page.html();
  }

  /** One line per method and measure. */
  public static List<String> lines(Replication replication, Plan plan) {
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
                                "%s, %s: difference %s; %s"
                                    .formatted(
                                        one.method(),
                                        entry.getKey().title(),
                                        Apa.typeset(Apa.number(one.welch().difference(), 3)),
                                        Sentences.welch(one)))
                        .map(Apa::plain));
    return Stream.concat(apart, together).toList();
  }

  private static String sentence(Synthesis one, Measure main, Plan plan) {
    return Apa.typeset(
        "%s − %s, both studies together: difference in %s %s, %s; the studies differ: %s"
            .formatted(
                plan.name(one.method()),
                plan.name(plan.reference()),
                main.title(),
                Apa.estimate(one.together(), plan.level(), 3),
                Apa.p(one.together().p()),
                Apa.p(one.differ())));
  }

  private static Markup together(Replication replication, Plan plan) {
    HtmlTable table =
        new HtmlTable(
            "Difference in "
                + replication.main().title()
                + ", method − "
                + plan.name(plan.reference())
                + ", with "
                + Apa.level(plan.level())
                + " intervals",
            List.of("Difference", "First", "Second", "Together", "p", "p (studies differ)"));
    List<Line> lines = new ArrayList<>();
    for (Synthesis one : replication.together()) {
      String name = plan.name(one.method()) + " − " + plan.name(plan.reference());
      lines.add(new Line(name, one.together().value(), one.together().interval(plan.level())));
      table.row(
          name,
          List.of(
              Apa.estimate(one.first(), plan.level(), 3),
              Apa.estimate(one.second(), plan.level(), 3),
              Apa.estimate(one.together(), plan.level(), 3),
              Apa.bareP(one.together().p()),
              Apa.bareP(one.differ())));
    }
    return Markup.all(
        Blocks.figure(
            "one",
            List.of(ForestFigure.of("Both studies together", lines, 0, 2)),
            "Common-effect meta-analysis by inverse variances; the dashed line is no difference."),
        table.html());
  }

  private static Svg forest(String title, List<Comparison> comparisons) {
    List<Line> lines =
        comparisons.stream()
            .map(one -> new Line(one.method(), one.welch().difference(), one.welch().interval()))
            .toList();
    return ForestFigure.of("Difference in mean " + title, lines, 0, 2);
  }

  private static HtmlTable table(List<Comparison> comparisons) {
    HtmlTable table =
        new HtmlTable(
            "Difference of participants’ means: first − second",
            List.of(
                "Method",
                "Difference",
                "95 % CI",
                "Welch p",
                "Mann–Whitney p",
                "d",
                "Equivalence p"));
    for (Comparison one : comparisons) {
      table.row(
          one.method(),
          List.of(
              Apa.number(one.welch().difference(), 3),
              Apa.range(one.welch().interval(), 3),
              Apa.bareP(one.welch().p()),
              Apa.bareP(one.ranks().p()),
              Apa.number(one.effect().d(), 2),
              Apa.bareP(one.equivalence().p())));
    }
    return table;
  }
}
