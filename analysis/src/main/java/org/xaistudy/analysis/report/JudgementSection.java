package org.xaistudy.analysis.report;

import java.util.ArrayList;
import java.util.List;
import org.xaistudy.analysis.bootstrap.ResampledStatistic;
import org.xaistudy.analysis.figure.Markup;
import org.xaistudy.analysis.rates.Confusion;
import org.xaistudy.analysis.rates.Rate;
import org.xaistudy.analysis.results.ArmResult;
import org.xaistudy.analysis.results.Results;

/** Confusion matrices, rates, and how long it took. */
final class JudgementSection {
  /** The published answers of the 2023 study, as this project's reference file has them. */
  private static final String PUBLISHED =
      "77e14ec0dda8d2a0180e24e5aa0fd4f7afe607cbb9db20828307fa6dc36dafc7";

  private JudgementSection() {}

  static Markup of(Results results) {
    Apa apa = Apa.of(results.plan());
    List<Markup> html = new ArrayList<>();
    html.add(Blocks.status(results.plan()));
    html.add(
        Blocks.figure(
            "panels",
            Figures.confusion(results),
            Speech.of(results.plan())
                .fitting("judgements.caption.models", "judgements.caption.predictions")));
    html.add(counts(results).html());
    html.add(rates(results).html());
    html.add(Blocks.caption(apa.text("accuracy.intervals")));
    html.add(Warnings.few(results));
    html.add(AccuracyTables.chance(results).html());
    html.add(pooled(results).html());
    html.add(Blocks.caption(apa.text("judgements.pooled.caption")));
    html.add(MedianTimes.of(results));
    return Markup.all(html);
  }

  private static HtmlTable counts(Results results) {
    Apa apa = Apa.of(results.plan());
    boolean published = results.flow().kept().sha256().equals(PUBLISHED);
    List<String> headings =
        new ArrayList<>(
            List.of(
                apa.text("column.method"),
                apa.text("column.tp"),
                apa.text("column.fn"),
                apa.text("column.fp"),
                apa.text("column.tn"),
                apa.text("column.tpr.percent"),
                apa.text("column.tnr.percent")));
    if (published) {
      headings.addAll(List.of(apa.text("column.tpr.published"), apa.text("column.tnr.published")));
    }
    headings.add(apa.text("column.accuracy"));
    HtmlTable table =
        new HtmlTable(
            apa.text(published ? "judgements.counts.published" : "judgements.counts"), headings);
    for (ArmResult arm : results.arms()) {
      Confusion counts = arm.confusion();
      List<String> cells = new ArrayList<>();
      for (int count : new int[] {counts.tp(), counts.fn(), counts.fp(), counts.tn()}) {
        cells.add(String.valueOf(count));
      }
      cells.add(apa.bare(counts.tpr().value()));
      cells.add(apa.bare(counts.tnr().value()));
      if (published) {
        cells.add(withError(counts.tpr(), apa));
        cells.add(withError(counts.tnr(), apa));
      }
      cells.add(apa.percent(counts.accuracy().value()));
      table.row(results.plan().name(arm.method()), cells);
    }
    return table;
  }

  private static HtmlTable rates(Results results) {
    Apa apa = Apa.of(results.plan());
    HtmlTable table =
        new HtmlTable(
            apa.text("judgements.rates", apa.level(results.plan().level())),
            List.of(
                apa.text("column.method"),
                apa.text("column.tpr"),
                apa.text("column.tnr"),
                apa.text("column.accuracy"),
                apa.text("column.accuracy.wilson"),
                apa.text("column.intraclass"),
                apa.text("column.designEffect")));
    for (ArmResult arm : results.arms()) {
      table.row(
          results.plan().name(arm.method()),
          List.of(
              AccuracyTables.quoted(arm, ResampledStatistic.TPR, apa),
              AccuracyTables.quoted(arm, ResampledStatistic.TNR, apa),
              AccuracyTables.quoted(arm, ResampledStatistic.ACCURACY, apa),
              apa.percents(arm.rate(ResampledStatistic.ACCURACY).wilson()),
              apa.share(arm.right().clustering().intraclass(), 2),
              apa.number(arm.right().clustering().designEffect(), 2)));
    }
    return table;
  }

  private static HtmlTable pooled(Results results) {
    Apa apa = Apa.of(results.plan());
    String level = apa.level(results.plan().level());
    HtmlTable table =
        new HtmlTable(
            apa.text("judgements.pooled"),
            List.of(
                apa.text("column.method"),
                apa.text("column.pooledDPrime", level),
                apa.text("column.pooledCriterion", level)));
    for (ArmResult arm : results.arms()) {
      table.row(
          results.plan().name(arm.method()),
          List.of(
              pooled(arm, ResampledStatistic.D_PRIME, arm.pooled().dPrime(), apa),
              pooled(arm, ResampledStatistic.CRITERION, arm.pooled().criterion(), apa)));
    }
    return table;
  }

  private static String pooled(ArmResult arm, ResampledStatistic statistic, double value, Apa apa) {
    return apa.number(value, 2) + " " + apa.interval(arm.resampled(statistic).interval(), 2);
  }

  private static String withError(Rate rate, Apa apa) {
    return rate.trials() == 0
        ? "–"
        : apa.bare(rate.value()) + " ± " + apa.bare(rate.standardError());
  }
}
