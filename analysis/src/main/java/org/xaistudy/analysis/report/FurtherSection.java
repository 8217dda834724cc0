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
      html.add(Blocks.heading(further.question().question().in("en"), false));
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
    if (numbers.scores().isEmpty()) {
      return Blocks.paragraph("Nobody answered.");
    }
    return Markup.all(
        Blocks.figure(
            "one",
            List.of(figure(numbers, plan)),
            "Mean answer of each participant, one dot each, or bars where there are many; the orange"
                + " line is the mean. "
                + ends(numbers)),
        means(numbers, plan).html(),
        numbers.comparisons().isEmpty()
            ? Blocks.paragraph(nothingToCompare(numbers, plan))
            : differences(numbers, plan).html(),
        numbers.comparisons().isEmpty()
            ? Markup.NONE
            : Blocks.caption(
                plan.correction().title()
                    + "’s correction is over the comparisons of this table alone."));
  }

  private static String nothingToCompare(Further.Numbers numbers, Plan plan) {
    return numbers.scores().containsKey(plan.reference())
        ? "Only those who saw the reference, %s, answered this: nothing to compare it with."
            .formatted(plan.name(plan.reference()))
        : "Nobody who saw the reference, %s, answered this: the other methods cannot be compared with it."
            .formatted(plan.name(plan.reference()));
  }

  private static Svg figure(Further.Numbers numbers, Plan plan) {
    return PeopleFigure.of(
        "Mean answer of each participant",
        numbers.scores().keySet().stream().map(plan::name).toList(),
        List.copyOf(numbers.scores().values()),
        numbers.low(),
        numbers.high(),
        OptionalDouble.empty());
  }

  private static String ends(Further.Numbers numbers) {
    return numbers.question().answer() instanceof Questionnaire.Scale scale
        ? "%d: %s; %d: %s."
            .formatted(scale.min(), scale.low().in("en"), scale.max(), scale.high().in("en"))
        : "From %d to %d.".formatted(numbers.low(), numbers.high());
  }

  private static HtmlTable means(Further.Numbers numbers, Plan plan) {
    HtmlTable table =
        new HtmlTable(
            "Participants’ mean answers",
            List.of("Method", "People", "Mean [" + Apa.level(plan.level()) + " CI]", "SD"));
    numbers
        .scores()
        .forEach(
            (method, scores) ->
                table.row(
                    plan.name(method),
                    List.of(
                        String.valueOf(scores.size()),
                        Apa.estimateOrValue(numbers.mean(method), plan.level(), 2),
                        Apa.number(scores.sd(), 2))));
    return table;
  }

  private static HtmlTable differences(Further.Numbers numbers, Plan plan) {
    HtmlTable table =
        new HtmlTable(
            "Difference of participants’ mean answers, two-sided: method − "
                + plan.name(plan.reference()),
            List.of(
                "Difference",
                "Estimate",
                Apa.level(plan.level()) + " CI",
                "Welch t",
                "df",
                "p",
                "p (" + plan.correction().title() + ")"));
    for (Further.Difference one : numbers.comparisons()) {
      TTest welch = one.welch();
      table.row(
          plan.name(one.method()) + " − " + plan.name(plan.reference()),
          List.of(
              Apa.number(welch.difference(), 2),
              Apa.range(welch.interval(), 2),
              Apa.number(welch.t(), 2),
              Apa.number(welch.df(), 1),
              Apa.bareP(welch.p()),
              Apa.bareP(one.corrected())));
    }
    return table;
  }

  private static Markup options(Further.Options options, Plan plan, Background background) {
    List<String> headings = new ArrayList<>(List.of("Method"));
    options.options().forEach(option -> headings.add(name(option, background)));
    headings.add("Answers");
    HtmlTable table =
        new HtmlTable("Answers over all trials, and in brackets their share in per cent", headings);
    options
        .shares()
        .forEach(
            (method, shares) -> {
              List<String> cells = new ArrayList<>();
              shares.forEach(rate -> cells.add(Apa.counted(rate)));
              cells.add(String.valueOf(shares.get(0).trials()));
              table.row(plan.name(method), cells);
            });
    return table.html();
  }

  /** What people read; of a class what the manifest calls it. */
  private static String name(Questionnaire.Option option, Background background) {
    String text = option.text().in("en");
    return !text.equals(option.value())
        ? text
        : background
            .manifest()
            .flatMap(manifest -> Optional.ofNullable(manifest.classNames().get(option.value())))
            .map(name -> name.in("en"))
            .orElse(text);
  }

  private static Markup words(Further.Words words, Plan plan) {
    HtmlTable table =
        new HtmlTable(
            "Trials in which something was said, and in brackets their share in per cent",
            List.of("Method", "Said something", "Trials"));
    words
        .shares()
        .forEach(
            (method, rate) ->
                table.row(
                    plan.name(method), List.of(Apa.counted(rate), String.valueOf(rate.trials()))));
    return Markup.all(
        table.html(),
        Blocks.caption("What people say in their own words is counted, never shown."));
  }
}
