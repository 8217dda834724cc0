package org.xaistudy.analysis.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.xaistudy.analysis.comparison.TTest;
import org.xaistudy.analysis.figure.Markup;
import org.xaistudy.analysis.figure.PeopleFigure;
import org.xaistudy.analysis.figure.Svg;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.results.Further;
import org.xaistudy.analysis.results.Results;
import org.xaistudy.studies.Questionnaire;

/** What people said to the further questions of each trial. */
final class FurtherSection {
  private FurtherSection() {}

  /** Nothing where nothing further was asked. */
  static Markup of(Results results, Background background) {
    if (results.further().isEmpty()) {
      return Markup.NONE;
    }
    List<Markup> html = new ArrayList<>();
    html.add(Blocks.status(results.plan()));
    for (Further further : results.further()) {
      String asked = results.plan().wording().read(further.question().question());
      html.add(Blocks.heading(asked));
      html.add(said(further, results.plan(), background));
    }
    return Markup.all(html);
  }

  /** One drawing for each question that is answered in numbers, by file name. */
  static Map<String, Svg> figures(Results results) {
    Map<String, Svg> figures = new LinkedHashMap<>();
    for (Further further : results.further()) {
      if (further instanceof Further.Numbers numbers && !numbers.scores().isEmpty()) {
        figures.put("further-" + further.question().id() + ".svg", figure(numbers, results.plan()));
      }
    }
    return figures;
  }

  private static Markup said(Further further, Plan plan, Background background) {
    if (further instanceof Further.Numbers numbers) {
      return numbers(numbers, plan);
    } else if (further instanceof Further.Options options) {
      return options(options, plan, background);
    } else if (further instanceof Further.Words words) {
      return words(words, plan);
    }
    throw new IllegalStateException("unknown kind of answers: " + further);
  }

  private static Markup numbers(Further.Numbers numbers, Plan plan) {
    Apa apa = Apa.of(plan);
    if (numbers.scores().isEmpty()) {
      return Blocks.paragraph(apa.text("further.nobody"));
    }
    return Markup.all(
        Blocks.figure(
            "one",
            List.of(figure(numbers, plan)),
            apa.text("further.figure.caption") + " " + ends(numbers, plan)),
        means(numbers, plan).html(),
        numbers.comparisons().isEmpty()
            ? Blocks.paragraph(nothingToCompare(numbers, plan))
            : differences(numbers, plan).html(),
        numbers.comparisons().isEmpty()
            ? Markup.NONE
            : Blocks.caption(apa.text("further.corrected", plan.correction().title())));
  }

  private static String nothingToCompare(Further.Numbers numbers, Plan plan) {
    return Apa.of(plan)
        .text(
            numbers.scores().containsKey(plan.reference())
                ? "further.onlyReference"
                : "further.referenceLacks",
            plan.name(plan.reference()));
  }

  private static Svg figure(Further.Numbers numbers, Plan plan) {
    return PeopleFigure.of(
        plan.words().text("further.figure"),
        numbers.scores().keySet().stream().map(plan::name).toList(),
        List.copyOf(numbers.scores().values()),
        numbers.low(),
        numbers.high(),
        OptionalDouble.empty(),
        plan.words());
  }

  private static String ends(Further.Numbers numbers, Plan plan) {
    Apa apa = Apa.of(plan);
    return numbers.question().answer() instanceof Questionnaire.Scale scale
        ? apa.text(
            "further.ends",
            scale.min(),
            plan.wording().read(scale.low()),
            scale.max(),
            plan.wording().read(scale.high()))
        : apa.text("further.range", numbers.low(), numbers.high());
  }

  private static HtmlTable means(Further.Numbers numbers, Plan plan) {
    Apa apa = Apa.of(plan);
    HtmlTable table =
        new HtmlTable(
            apa.text("further.means"),
            List.of(
                apa.text("column.method"),
                apa.text("column.people"),
                apa.withInterval(apa.text("column.mean"), plan.level()),
                apa.text("column.sd")));
    numbers
        .scores()
        .forEach(
            (method, scores) ->
                table.row(
                    plan.name(method),
                    List.of(
                        String.valueOf(scores.size()),
                        apa.estimateOrValue(numbers.mean(method), plan.level(), 2),
                        apa.number(scores.sd(), 2))));
    return table;
  }

  private static HtmlTable differences(Further.Numbers numbers, Plan plan) {
    Apa apa = Apa.of(plan);
    HtmlTable table =
        new HtmlTable(
            apa.text("further.differences", plan.name(plan.reference())),
            List.of(
                apa.text("column.difference"),
                apa.text("column.estimate"),
                apa.text("column.ci", apa.level(plan.level())),
                apa.text(numbers.paired() ? "column.pairedT" : "column.welchT"),
                apa.text("column.df"),
                "p",
                "p (" + plan.correction().title() + ")"));
    for (Further.Difference one : numbers.comparisons()) {
      TTest welch = one.test();
      table.row(
          plan.name(one.method()) + " − " + plan.name(plan.reference()),
          List.of(
              apa.number(welch.difference(), 2),
              apa.range(welch.interval(), 2),
              apa.number(welch.t(), 2),
              apa.number(welch.df(), 1),
              apa.bareP(welch.p()),
              apa.bareP(one.corrected())));
    }
    return table;
  }

  private static Markup options(Further.Options options, Plan plan, Background background) {
    Apa apa = Apa.of(plan);
    List<String> headings = new ArrayList<>(List.of(apa.text("column.method")));
    options.options().forEach(option -> headings.add(name(option, plan, background)));
    headings.add(apa.text("column.answers"));
    HtmlTable table = new HtmlTable(apa.text("further.answers"), headings);
    options
        .shares()
        .forEach(
            (method, shares) -> {
              List<String> cells = new ArrayList<>();
              shares.forEach(rate -> cells.add(apa.counted(rate)));
              cells.add(String.valueOf(shares.get(0).trials()));
              table.row(plan.name(method), cells);
            });
    return table.html();
  }

  /** What people read; of a class what the manifest calls it. */
  private static String name(Questionnaire.Option option, Plan plan, Background background) {
    String text = plan.wording().read(option.text());
    return !text.equals(option.value())
        ? text
        : background
            .manifest()
            .flatMap(manifest -> Optional.ofNullable(manifest.classNames().get(option.value())))
            .map(plan.wording()::read)
            .orElse(text);
  }

  private static Markup words(Further.Words words, Plan plan) {
    Apa apa = Apa.of(plan);
    HtmlTable table =
        new HtmlTable(
            apa.text("further.words"),
            List.of(
                apa.text("column.method"),
                apa.text("column.saidSomething"),
                apa.text("column.trials")));
    words
        .shares()
        .forEach(
            (method, rate) ->
                table.row(
                    plan.name(method), List.of(apa.counted(rate), String.valueOf(rate.trials()))));
    return Markup.all(table.html(), Blocks.caption(apa.text("further.wordsCounted")));
  }
}
