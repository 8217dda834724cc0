package org.xaistudy.analysis.report;

import java.util.ArrayList;
import java.util.List;
import org.xaistudy.analysis.distribution.Estimate;
import org.xaistudy.analysis.distribution.Interval;
import org.xaistudy.analysis.figure.Markup;
import org.xaistudy.analysis.mixedmodel.TimeFit;
import org.xaistudy.analysis.plan.Plan;

/** How long answers take, for right and wrong ones. */
final class TimeSection {
  private TimeSection() {}

  static Markup of(TimeFit fit, Plan plan) {
    String interval = " [" + Apa.level(plan.level()) + " CI]";
    List<String> headings =
        new ArrayList<>(
            List.of(
                "Method",
                "Right answers, s" + interval,
                "Wrong answers, s" + interval,
                "Right : wrong" + interval,
                "p"));
    boolean several = fit.methods().size() > 1;
    if (several) {
      headings.addAll(List.of("Method : " + plan.name(fit.methods().get(0)) + interval, "p"));
    }
    HtmlTable table = new HtmlTable("Response times by a log-normal mixed model", headings);
    for (int arm = 0; arm < fit.methods().size(); arm++) {
      List<String> cells = new ArrayList<>();
      cells.add(exponential(fit.time(arm, true), plan, 1e-3, 1));
      cells.add(exponential(fit.time(arm, false), plan, 1e-3, 1));
      cells.add(exponential(fit.rightAgainstWrong(arm), plan, 1, 2));
      cells.add(Apa.bareP(fit.rightAgainstWrong(arm).p()));
      if (several) {
        cells.add(arm == 0 ? "–" : exponential(fit.difference(arm), plan, 1, 2));
        cells.add(arm == 0 ? "–" : Apa.bareP(fit.difference(arm).p()));
      }
      table.row(plan.name(fit.methods().get(arm)), cells);
    }
    return Markup.all(
        table.html(),
        Blocks.caption(
            Apa.typeset(
                "Geometric means and ratios of %,d answers, by restricted maximum likelihood; people%s have a pace of their own. Standard deviations of the logarithm: between people %s%s, of single answers %s. p-values are not corrected for their number."
                    .formatted(
                        fit.answers(),
                        fit.stimulusSd().isPresent() ? " and stimuli" : "",
                        Apa.number(fit.participantSd(), 2),
                        fit.stimulusSd()
                            .map(sd -> ", between stimuli " + Apa.number(sd, 2))
                            .orElse(""),
                        Apa.number(fit.residualSd(), 2)))));
  }

  private static String exponential(Estimate log, Plan plan, double unit, int decimals) {
    Interval interval = log.interval(plan.level());
    return interval.determined()
        ? "%s [%s, %s]"
            .formatted(
                Apa.number(unit * Math.exp(log.value()), decimals),
                Apa.number(unit * Math.exp(interval.low()), decimals),
                Apa.number(unit * Math.exp(interval.high()), decimals))
        : "not determined";
  }
}
