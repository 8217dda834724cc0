package org.xaistudy.analysis.report;

import java.util.List;
import org.xaistudy.analysis.bootstrap.ResampledStatistic;
import org.xaistudy.analysis.distribution.Interval;
import org.xaistudy.analysis.figure.Markup;
import org.xaistudy.analysis.rates.Confusion;
import org.xaistudy.analysis.rates.Rate;
import org.xaistudy.analysis.results.ArmResult;
import org.xaistudy.analysis.results.Results;

/** Confusion matrices, rates and signal detection. */
final class JudgementSection {
  private JudgementSection() {}

  static Markup of(Results results) {
    return Markup.all(
        Blocks.figures("panels", Figures.confusion(results)),
        Blocks.caption(
            "Share of trials in per cent ± binomial standard error, as in Fig. 6d of the 2023 study."
                + " Rows: whether the model uses the artefact; columns: what people say. Blue is"
                + " right, orange is wrong."),
        counts(results).html(),
        rates(results).html(),
        Blocks.caption(
            "Wilson’s interval takes every trial for independent; the bootstrap draws whole"
                + " participants, whose trials go together, and is the one to quote."),
        Blocks.heading("Sensitivity and bias", results.plan().preregistered()),
        Blocks.figures(
            "pair",
            List.of(
                Figures.signal(results, ResampledStatistic.D_PRIME),
                Figures.signal(results, ResampledStatistic.CRITERION))),
        Blocks.caption(
            "Equal-variance signal detection on pooled trials, log-linear correction; BCa bootstrap"
                + " intervals over participants."),
        times(results));
  }

  private static HtmlTable counts(Results results) {
    HtmlTable table =
        new HtmlTable(
            "Counts over all trials",
            List.of("Method", "TP", "FN", "FP", "TN", "TPR ± SE", "TNR ± SE", "Accuracy"));
    for (ArmResult arm : results.arms()) {
      Confusion counts = arm.confusion();
      table.row(
          results.plan().name(arm.method()),
          List.of(
              String.valueOf(counts.tp()),
              String.valueOf(counts.fn()),
              String.valueOf(counts.fp()),
              String.valueOf(counts.tn()),
              withError(counts.tpr()),
              withError(counts.tnr()),
              Apa.percent(counts.accuracy().value())));
    }
    return table;
  }

  private static HtmlTable rates(Results results) {
    double level = results.plan().level();
    HtmlTable table =
        new HtmlTable(
            Apa.level(level) + " intervals in per cent",
            List.of(
                "Method",
                "TPR Wilson",
                "TPR bootstrap",
                "TNR Wilson",
                "TNR bootstrap",
                "Accuracy bootstrap"));
    for (ArmResult arm : results.arms()) {
      table.row(
          results.plan().name(arm.method()),
          List.of(
              interval(arm.rate(ResampledStatistic.TPR).wilson()),
              interval(arm.rate(ResampledStatistic.TPR).quoted()),
              interval(arm.rate(ResampledStatistic.TNR).wilson()),
              interval(arm.rate(ResampledStatistic.TNR).quoted()),
              interval(arm.rate(ResampledStatistic.ACCURACY).quoted())));
    }
    return table;
  }

  private static Markup times(Results results) {
    if (results.arms().stream().noneMatch(arm -> arm.times().recorded())) {
      return Markup.NONE;
    }
    HtmlTable table =
        new HtmlTable(
            "Median response time in seconds",
            List.of("Method", "All answers", "Right answers", "Wrong answers"));
    for (ArmResult arm : results.arms()) {
      table.row(
          results.plan().name(arm.method()),
          List.of(
              Apa.number(arm.times().median() / 1000, 1),
              Apa.number(arm.times().medianRight() / 1000, 1),
              Apa.number(arm.times().medianWrong() / 1000, 1)));
    }
    return table.html();
  }

  private static String withError(Rate rate) {
    return rate.trials() == 0
        ? "–"
        : Apa.number(100 * rate.value(), 1) + " ± " + Apa.number(100 * rate.standardError(), 1);
  }

  private static String interval(Interval interval) {
    return Apa.number(100 * interval.low(), 1) + " to " + Apa.number(100 * interval.high(), 1);
  }
}
