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
    List<Markup> html = new ArrayList<>();
    html.add(Blocks.status(results.plan()));
    html.add(
        Blocks.figure(
            "panels",
            Figures.confusion(results),
            "Share of trials in per cent ± standard error from bootstrap samples of whole"
                + " participants. Rows: whether "
                + results.plan().task().yes()
                + "; columns: what people say. Blue is right, orange is wrong."));
    html.add(counts(results).html());
    html.add(rates(results).html());
    html.add(Blocks.caption(AccuracyTables.INTERVALS));
    html.add(Warnings.few(results));
    html.add(AccuracyTables.chance(results).html());
    html.add(pooled(results).html());
    html.add(
        Blocks.caption(
            "From pooled trials, as if one person had given all answers (equal variances, log-linear"
                + " correction): the more people differ, the more this d′ falls short of a"
                + " person’s. For comparison with publications that report it."));
    html.add(MedianTimes.of(results));
    return Markup.all(html);
  }

  private static HtmlTable counts(Results results) {
    boolean published = results.flow().kept().sha256().equals(PUBLISHED);
    List<String> headings =
        new ArrayList<>(List.of("Method", "TP", "FN", "FP", "TN", "TPR, %", "TNR, %"));
    if (published) {
      headings.addAll(List.of("TPR ± as published", "TNR ± as published"));
    }
    headings.add("Accuracy");
    HtmlTable table =
        new HtmlTable(
            published
                ? "Counts over all trials; the published ± is binomial, as in Fig. 6d of the 2023 study"
                : "Counts over all trials",
            headings);
    for (ArmResult arm : results.arms()) {
      Confusion counts = arm.confusion();
      List<String> cells = new ArrayList<>();
      for (int count : new int[] {counts.tp(), counts.fn(), counts.fp(), counts.tn()}) {
        cells.add(String.valueOf(count));
      }
      cells.add(Apa.bare(counts.tpr().value()));
      cells.add(Apa.bare(counts.tnr().value()));
      if (published) {
        cells.add(withError(counts.tpr()));
        cells.add(withError(counts.tnr()));
      }
      cells.add(Apa.percent(counts.accuracy().value()));
      table.row(results.plan().name(arm.method()), cells);
    }
    return table;
  }

  private static HtmlTable rates(Results results) {
    HtmlTable table =
        new HtmlTable(
            Apa.level(results.plan().level()) + " intervals in per cent, over people",
            List.of(
                "Method",
                "TPR",
                "TNR",
                "Accuracy",
                "Accuracy (Wilson)",
                "Intraclass correlation",
                "Design effect"));
    for (ArmResult arm : results.arms()) {
      table.row(
          results.plan().name(arm.method()),
          List.of(
              AccuracyTables.quoted(arm, ResampledStatistic.TPR),
              AccuracyTables.quoted(arm, ResampledStatistic.TNR),
              AccuracyTables.quoted(arm, ResampledStatistic.ACCURACY),
              Apa.percents(arm.rate(ResampledStatistic.ACCURACY).wilson()),
              Apa.share(arm.right().clustering().intraclass(), 2),
              Apa.number(arm.right().clustering().designEffect(), 2)));
    }
    return table;
  }

  private static HtmlTable pooled(Results results) {
    String interval = " [" + Apa.level(results.plan().level()) + " bootstrap CI]";
    HtmlTable table =
        new HtmlTable(
            "Signal detection on pooled trials",
            List.of("Method", "Pooled d′" + interval, "Pooled c" + interval));
    for (ArmResult arm : results.arms()) {
      table.row(
          results.plan().name(arm.method()),
          List.of(
              pooled(arm, ResampledStatistic.D_PRIME, arm.pooled().dPrime()),
              pooled(arm, ResampledStatistic.CRITERION, arm.pooled().criterion())));
    }
    return table;
  }

  private static String pooled(ArmResult arm, ResampledStatistic statistic, double value) {
    return Apa.number(value, 2) + " [" + Apa.range(arm.resampled(statistic).interval(), 2) + "]";
  }

  private static String withError(Rate rate) {
    return rate.trials() == 0
        ? "–"
        : Apa.bare(rate.value()) + " ± " + Apa.bare(rate.standardError());
  }
}
