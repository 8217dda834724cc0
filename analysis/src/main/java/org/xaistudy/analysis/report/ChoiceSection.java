package org.xaistudy.analysis.report;

import java.util.ArrayList;
import java.util.List;
import org.xaistudy.analysis.bootstrap.ResampledStatistic;
import org.xaistudy.analysis.figure.Markup;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.rates.Choices;
import org.xaistudy.analysis.rates.Rate;
import org.xaistudy.analysis.results.ArmResult;
import org.xaistudy.analysis.results.Results;
import org.xaistudy.studies.Task;

/** What people said where one of several classes was right, or one of several explanations. */
final class ChoiceSection {
  private ChoiceSection() {}

  static Markup of(Results results, Background background) {
    List<Markup> html = new ArrayList<>();
    html.add(Blocks.status(results.plan()));
    html.add(accuracy(results).html());
    html.add(Blocks.caption(AccuracyTables.INTERVALS));
    html.add(Warnings.few(results));
    html.add(AccuracyTables.chance(results).html());
    html.add(
        results.plan().task().key() == Task.Key.CANDIDATE
            ? Markup.all(OutcomeSection.of(results, background), PlaceSection.of(results))
            : classes(results, background));
    html.add(MedianTimes.of(results));
    return Markup.all(html);
  }

  private static Markup classes(Results results, Background background) {
    List<Markup> html = new ArrayList<>();
    for (ArmResult arm : results.arms()) {
      if (arm.right().tally() instanceof Choices choices) {
        html.add(said(choices, results.plan().name(arm.method()), background).html());
      }
    }
    html.add(
        Blocks.caption(
            "Trials, and in brackets their share of the row in per cent. Rows: what the model says;"
                + " columns: what people say. Right answers lie on the diagonal."));
    return Markup.all(html);
  }

  private static HtmlTable accuracy(Results results) {
    Plan plan = results.plan();
    HtmlTable table =
        new HtmlTable(
            "Right answers, with " + Apa.level(plan.level()) + " intervals in per cent",
            List.of(
                "Method",
                "Right",
                "Answers",
                "Accuracy",
                "Over people",
                "Wilson",
                "Intraclass correlation",
                "Design effect"));
    for (ArmResult arm : results.arms()) {
      Rate rate = arm.right().tally().accuracy();
      table.row(
          plan.name(arm.method()),
          List.of(
              String.valueOf(rate.hits()),
              String.valueOf(rate.trials()),
              Apa.percent(rate.value()),
              AccuracyTables.quoted(arm, ResampledStatistic.ACCURACY),
              Apa.percents(arm.rate(ResampledStatistic.ACCURACY).wilson()),
              Apa.share(arm.right().clustering().intraclass(), 2),
              Apa.number(arm.right().clustering().designEffect(), 2)));
    }
    return table;
  }

  private static HtmlTable said(Choices choices, String name, Background background) {
    List<String> headings = new ArrayList<>(List.of("The model says"));
    choices.options().forEach(option -> headings.add(name(option, background)));
    HtmlTable table = new HtmlTable("What was said where what was right: " + name, headings);
    for (int right = 0; right < choices.options().size(); right++) {
      List<String> cells = new ArrayList<>();
      for (int said = 0; said < choices.options().size(); said++) {
        cells.add(Apa.counted(choices.rate(right, said)));
      }
      table.row(name(choices.options().get(right), background), cells);
    }
    return table;
  }

  /** What people read for a class; its id where nothing tells. */
  private static String name(String option, Background background) {
    return background
        .manifest()
        .map(manifest -> manifest.classNames().get(option))
        .map(text -> text.in("en"))
        .orElse(option);
  }
}
