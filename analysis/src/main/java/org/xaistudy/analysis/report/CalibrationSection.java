package org.xaistudy.analysis.report;

import java.util.List;
import org.xaistudy.analysis.figure.Markup;
import org.xaistudy.analysis.responses.Measure;
import org.xaistudy.analysis.results.ArmResult;
import org.xaistudy.analysis.results.Results;

/** How confidence goes with being right. */
final class CalibrationSection {
  private CalibrationSection() {}

  static Markup of(Results results) {
    HtmlTable table =
        new HtmlTable(
            "Confidence and correctness over trials",
            List.of("Method", "Mean confidence", "Mean clarity", "Spearman ρ", "AUROC2"));
    for (ArmResult arm : results.arms()) {
      table.row(
          results.plan().name(arm.method()),
          List.of(
              Apa.number(arm.trialMean(Measure.CONFIDENCE), 2),
              Apa.number(arm.trialMean(Measure.CLARITY), 2),
              Apa.share(arm.calibration().spearman(), 3),
              Apa.share(arm.calibration().auroc2(), 3)));
    }
    return Markup.all(
        results.plan().preregistered()
            ? Markup.of("<p class='status'>%s</p>", Blocks.EXPLORATORY)
            : Markup.NONE,
        Blocks.figures("panels", Figures.calibration(results)),
        Blocks.caption(
            "Share of right answers in per cent at each level of confidence, with Wilson intervals;"
                + " dots are as large as there are answers. A rising curve means that people know"
                + " when they are right."),
        table.html(),
        Blocks.caption(
            "AUROC2: the chance that a right answer was given with more confidence than a wrong"
                + " one; .5 means that confidence knows nothing."));
  }
}
