package org.xaistudy.analysis.report;

import java.util.List;
import org.xaistudy.analysis.figure.Markup;
import org.xaistudy.analysis.mixedmodel.TimeFit;
import org.xaistudy.analysis.plan.Plan;

/** How long answers take, for right and wrong ones. */
final class TimeSection {
  private TimeSection() {}

  static Markup of(TimeFit fit, Plan plan) {
    return Markup.all(
        answers(fit, plan).html(),
        fit.methods().size() > 1 ? differences(fit, plan).html() : Markup.NONE,
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

  private static HtmlTable answers(TimeFit fit, Plan plan) {
    String interval = " [" + Apa.level(plan.level()) + " CI]";
    HtmlTable table =
        new HtmlTable(
            "Response times of right and wrong answers, by a log-normal mixed model",
            List.of(
                "Method",
                "Right answers, s" + interval,
                "Wrong answers, s" + interval,
                "Right : wrong" + interval,
                "p"));
    for (int arm = 0; arm < fit.methods().size(); arm++) {
      table.row(
          plan.name(fit.methods().get(arm)),
          List.of(
              Apa.quoted(fit.seconds(arm, true, plan.level()), 1),
              Apa.quoted(fit.seconds(arm, false, plan.level()), 1),
              Apa.quoted(fit.rightAgainstWrong(arm).exponential(plan.level(), 1), 2),
              Apa.bareP(fit.rightAgainstWrong(arm).p())));
    }
    return table;
  }

  private static HtmlTable differences(TimeFit fit, Plan plan) {
    String reference = plan.name(fit.methods().get(0));
    HtmlTable table =
        new HtmlTable(
            "Response times of methods, right and wrong answers counting alike: method : "
                + reference,
            List.of("Ratio", "Estimate [" + Apa.level(plan.level()) + " CI]", "p"));
    for (int arm = 1; arm < fit.methods().size(); arm++) {
      table.row(
          plan.name(fit.methods().get(arm)) + " : " + reference,
          List.of(
              Apa.quoted(fit.difference(arm).exponential(plan.level(), 1), 2),
              Apa.bareP(fit.difference(arm).p())));
    }
    return table;
  }
}
