package org.xaistudy.analysis.report;

import java.util.List;
import org.xaistudy.analysis.figure.Markup;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.responses.Measure;
import org.xaistudy.analysis.results.ArmResult;
import org.xaistudy.analysis.results.PersonalCalibration;
import org.xaistudy.analysis.results.Results;

/** How confidence goes with being right. */
final class CalibrationSection {
  private CalibrationSection() {}

  static Markup of(Results results) {
    return Markup.all(
        Blocks.status(results.plan()),
        Blocks.figure(
            "panels",
            Figures.calibration(results),
            "Share of right answers in per cent at each level of confidence, with Wilson intervals;"
                + " dots are as large as there are answers, the dashed line is guessing. A rising"
                + " curve means that people know when they are right."),
        table(results).html(),
        Blocks.caption(
            "Within people: each person’s own value, averaged over those who were right and wrong at"
                + " least once and not always as confident. AUROC2: the chance that a right answer"
                + " was given with more confidence than a wrong one; .5 means that confidence knows"
                + " nothing. Over pooled trials both are mixed with who is confident at all."));
  }

  private static HtmlTable table(Results results) {
    Plan plan = results.plan();
    String interval = " [" + Apa.level(plan.level()) + " CI]";
    HtmlTable table =
        new HtmlTable(
            "Confidence and correctness: within people, and over pooled trials",
            List.of(
                "Method",
                "Mean confidence",
                "Mean clarity",
                "People",
                "AUROC2" + interval,
                "Spearman ρ" + interval,
                "Pooled AUROC2",
                "Pooled ρ"));
    for (ArmResult arm : results.arms()) {
      PersonalCalibration personal = arm.personal();
      table.row(
          plan.name(arm.method()),
          List.of(
              Apa.number(arm.trialMean(Measure.CONFIDENCE), 2),
              Apa.number(arm.trialMean(Measure.CLARITY), 2),
              String.valueOf(personal.people()),
              Apa.quotedShare(personal.area(plan.level())),
              Apa.estimate(personal.spearman(), plan.level(), 2),
              Apa.share(arm.calibration().auroc2(), 2),
              Apa.share(arm.calibration().spearman(), 2)));
    }
    return table;
  }
}
