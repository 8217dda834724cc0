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
    Apa apa = Apa.of(results.plan());
    List<Markup> html = new ArrayList<>();
    html.add(Blocks.status(results.plan()));
    html.add(accuracy(results).html());
    html.add(Blocks.caption(apa.text("accuracy.intervals")));
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
    Apa apa = Apa.of(results.plan());
    List<Markup> html = new ArrayList<>();
    for (ArmResult arm : results.arms()) {
      if (arm.right().tally() instanceof Choices choices) {
        html.add(said(choices, arm.method(), results.plan(), background).html());
      }
    }
    html.add(Blocks.caption(apa.text("choices.caption")));
    return Markup.all(html);
  }

  private static HtmlTable accuracy(Results results) {
    Plan plan = results.plan();
    Apa apa = Apa.of(plan);
    HtmlTable table =
        new HtmlTable(
            apa.text("choices.accuracy", apa.level(plan.level())),
            List.of(
                apa.text("column.method"),
                apa.text("column.right"),
                apa.text("column.answers"),
                apa.text("column.accuracy"),
                apa.text("column.overPeople"),
                "Wilson",
                apa.text("column.intraclass"),
                apa.text("column.designEffect")));
    for (ArmResult arm : results.arms()) {
      Rate rate = arm.right().tally().accuracy();
      table.row(
          plan.name(arm.method()),
          List.of(
              String.valueOf(rate.hits()),
              String.valueOf(rate.trials()),
              apa.percent(rate.value()),
              AccuracyTables.quoted(arm, ResampledStatistic.ACCURACY, apa),
              apa.percents(arm.rate(ResampledStatistic.ACCURACY).wilson()),
              apa.share(arm.right().clustering().intraclass(), 2),
              apa.number(arm.right().clustering().designEffect(), 2)));
    }
    return table;
  }

  private static HtmlTable said(Choices choices, String method, Plan plan, Background background) {
    Apa apa = Apa.of(plan);
    List<String> headings = new ArrayList<>(List.of(apa.text("column.modelSays")));
    choices.options().forEach(option -> headings.add(name(option, plan, background)));
    HtmlTable table = new HtmlTable(apa.text("choices.said", plan.name(method)), headings);
    for (int right = 0; right < choices.options().size(); right++) {
      List<String> cells = new ArrayList<>();
      for (int said = 0; said < choices.options().size(); said++) {
        cells.add(apa.counted(choices.rate(right, said)));
      }
      table.row(name(choices.options().get(right), plan, background), cells);
    }
    return table;
  }

  /** What people read for a class; its id where nothing tells. */
  private static String name(String option, Plan plan, Background background) {
    return background
        .manifest()
        .map(manifest -> manifest.classNames().get(option))
        .map(text -> plan.wording().read(text))
        .orElse(option);
  }
}
