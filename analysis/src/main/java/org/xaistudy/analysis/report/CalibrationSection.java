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
    Apa apa = Apa.of(results.plan());
    List<Svg> figures = Figures.calibration(results);
    if (figures.isEmpty()) {
      return Markup.NONE;
    }
    return Markup.all(
        Blocks.status(results.plan()),
        Blocks.figure("panels", figures, apa.text("calibration.caption")),
        table(results).html(),
        Blocks.caption(apa.text("calibration.within")));
  }

  private static HtmlTable table(Results results) {
    Plan plan = results.plan();
    Apa apa = Apa.of(plan);
    boolean clear = results.has(Measure.CLARITY);
    List<String> headings =
        new ArrayList<>(List.of(apa.text("column.method"), apa.text("column.meanConfidence")));
    if (clear) {
      headings.add(apa.text("column.meanClarity"));
    }
    headings.addAll(
        List.of(
            apa.text("column.people"),
            apa.withInterval("AUROC2", plan.level()),
            apa.withInterval("Spearman ρ", plan.level()),
            apa.text("column.pooledAuroc2"),
            apa.text("column.pooledRho")));
    HtmlTable table = new HtmlTable(apa.text("calibration.table"), headings);
    for (ArmResult arm : results.arms()) {
      arm.awareness()
          .ifPresent(one -> table.row(plan.name(arm.method()), cells(arm, one, clear, plan)));
    }
    return table;
  }

  private static List<String> cells(ArmResult arm, Awareness awareness, boolean clear, Plan plan) {
    Apa apa = Apa.of(plan);
    PersonalCalibration personal = awareness.personal();
    List<String> cells = new ArrayList<>();
    cells.add(mean(arm, Measure.CONFIDENCE, apa));
    if (clear) {
      cells.add(mean(arm, Measure.CLARITY, apa));
    }
    cells.add(String.valueOf(personal.people()));
    cells.add(apa.quotedShare(personal.area(plan.level())));
    cells.add(apa.estimate(personal.spearman(), plan.level(), 2));
    cells.add(apa.share(awareness.pooled().auroc2(), 2));
    cells.add(apa.share(awareness.pooled().spearman(), 2));
    return cells;
  }

  private static String mean(ArmResult arm, Measure measure, Apa apa) {
    return apa.number(arm.trialMean(measure).orElse(Double.NaN), 2);
  }
}
