package org.xaistudy.analysis.report;

import java.util.ArrayList;
import java.util.List;
import org.xaistudy.analysis.figure.Markup;
import org.xaistudy.analysis.figure.Svg;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.responses.Measure;
import org.xaistudy.analysis.results.ArmResult;
import org.xaistudy.analysis.results.Awareness;
import org.xaistudy.analysis.results.PersonalCalibration;
import org.xaistudy.analysis.results.Results;

/** How confidence goes with being right. */
final class CalibrationSection {
  private CalibrationSection() {}

  /** Nothing where nobody was asked how sure they are. */
  static Markup of(Results results) {
    List<Svg> figures = Figures.calibration(results);
    if (figures.isEmpty()) {
      return Markup.NONE;
    }
    return Markup.all(
        Blocks.status(results.plan()),
        Blocks.figure(
            "panels",
            figures,
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
    boolean clear = results.has(Measure.CLARITY);
    List<String> headings = new ArrayList<>(List.of("Method", "Mean confidence"));
    if (clear) {
      headings.add("Mean clarity");
    }
    headings.addAll(
        List.of(
            "People", "AUROC2" + interval, "Spearman ρ" + interval, "Pooled AUROC2", "Pooled ρ"));
    HtmlTable table =
        new HtmlTable(
            "Confidence and correctness: within people, and over pooled trials", headings);
    for (ArmResult arm : results.arms()) {
      arm.awareness()
          .ifPresent(one -> table.row(plan.name(arm.method()), cells(arm, one, clear, plan)));
    }
    return table;
  }

  private static List<String> cells(ArmResult arm, Awareness awareness, boolean clear, Plan plan) {
    PersonalCalibration personal = awareness.personal();
    List<String> cells = new ArrayList<>();
    cells.add(mean(arm, Measure.CONFIDENCE));
    if (clear) {
      cells.add(mean(arm, Measure.CLARITY));
    }
    cells.add(String.valueOf(personal.people()));
    cells.add(Apa.quotedShare(personal.area(plan.level())));
    cells.add(Apa.estimate(personal.spearman(), plan.level(), 2));
    cells.add(Apa.share(awareness.pooled().auroc2(), 2));
    cells.add(Apa.share(awareness.pooled().spearman(), 2));
    return cells;
  }

  private static String mean(ArmResult arm, Measure measure) {
    return Apa.number(arm.trialMean(measure).orElse(Double.NaN), 2);
  }
}
