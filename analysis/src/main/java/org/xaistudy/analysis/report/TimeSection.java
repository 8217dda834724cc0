package org.xaistudy.analysis.report;

import java.util.List;
import org.xaistudy.analysis.figure.Markup;
import org.xaistudy.analysis.mixedmodel.TimeFit;
import org.xaistudy.analysis.plan.Plan;

/** How long answers take, for right and wrong ones. */
final class TimeSection {
  private TimeSection() {}

  static Markup of(TimeFit fit, Plan plan) {
    Apa apa = Apa.of(plan);
    return Markup.all(
        answers(fit, plan).html(),
        fit.methods().size() > 1 ? differences(fit, plan).html() : Markup.NONE,
        Blocks.caption(
            Apa.typeset(
                fit.stimulusSd()
                    .map(
                        stimuli ->
                            apa.text(
                                "times.caption.stimuli",
                                fit.answers(),
                                apa.number(fit.participantSd(), 2),
                                apa.number(stimuli, 2),
                                apa.number(fit.residualSd(), 2)))
                    .orElseGet(
                        () ->
                            apa.text(
                                "times.caption",
                                fit.answers(),
                                apa.number(fit.participantSd(), 2),
                                apa.number(fit.residualSd(), 2))))));
  }

  private static HtmlTable answers(TimeFit fit, Plan plan) {
    Apa apa = Apa.of(plan);
    HtmlTable table =
        new HtmlTable(
            apa.text("times.table"),
            List.of(
                apa.text("column.method"),
                apa.withInterval(apa.text("column.rightAnswers.seconds"), plan.level()),
                apa.withInterval(apa.text("column.wrongAnswers.seconds"), plan.level()),
                apa.withInterval(apa.text("column.rightToWrong"), plan.level()),
                "p"));
    for (int arm = 0; arm < fit.methods().size(); arm++) {
      table.row(
          plan.name(fit.methods().get(arm)),
          List.of(
              apa.quoted(fit.seconds(arm, true, plan.level()), 1),
              apa.quoted(fit.seconds(arm, false, plan.level()), 1),
              apa.quoted(fit.rightAgainstWrong(arm).exponential(plan.level(), 1), 2),
              apa.bareP(fit.rightAgainstWrong(arm).p())));
    }
    return table;
  }

  private static HtmlTable differences(TimeFit fit, Plan plan) {
    Apa apa = Apa.of(plan);
    String reference = plan.name(fit.methods().get(0));
    HtmlTable table =
        new HtmlTable(
            apa.text("times.differences", reference),
            List.of(
                apa.text("column.ratio"),
                apa.withInterval(apa.text("column.estimate"), plan.level()),
                "p"));
    for (int arm = 1; arm < fit.methods().size(); arm++) {
      table.row(
          apa.text("times.ratio", plan.name(fit.methods().get(arm)), reference),
          List.of(
              apa.quoted(fit.difference(arm).exponential(plan.level(), 1), 2),
              apa.bareP(fit.difference(arm).p())));
    }
    return table;
  }
}
