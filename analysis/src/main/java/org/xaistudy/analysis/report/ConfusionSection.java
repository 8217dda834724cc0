package org.xaistudy.analysis.report;

import java.util.List;
import org.xaistudy.analysis.figure.ConfusionFigure;
import org.xaistudy.analysis.rates.Confusion;
import org.xaistudy.analysis.results.ArmResult;
import org.xaistudy.analysis.results.Results;

/** The confusion matrices, drawn and as a table. */
final class ConfusionSection {
  private ConfusionSection() {}

  static String of(Results results) {
    StringBuilder html = new StringBuilder("<div class='panels'>");
    for (ArmResult arm : results.arms()) {
      html.append(ConfusionFigure.of(arm, arm.method()).inline());
    }
    return html.append("</div>")
        .append(
            "<p class='caption'>Share of trials in per cent ± binomial standard error. Rows: whether"
                + " the model uses the artefact; columns: what people say. Blue is right, orange"
                + " is wrong.</p>")
        .append(table(results).html())
        .toString();
  }

  private static Table table(Results results) {
    Table table =
        new Table(
            "Counts over all trials",
            List.of("Method", "People", "TP", "FN", "FP", "TN", "TPR", "TNR", "Accuracy"));
    for (ArmResult arm : results.arms()) {
      Confusion counts = arm.confusion();
      table.row(
          arm.method(),
          List.of(
              String.valueOf(arm.arm().participants().size()),
              String.valueOf(counts.tp()),
              String.valueOf(counts.fn()),
              String.valueOf(counts.fp()),
              String.valueOf(counts.tn()),
              Apa.percent(counts.tpr().value()),
              Apa.percent(counts.tnr().value()),
              Apa.percent(counts.accuracy().value())));
    }
    return table;
  }
}
