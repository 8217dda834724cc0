package org.xaistudy.analysis.figure;

import org.xaistudy.analysis.bootstrap.ResampledStatistic;
import org.xaistudy.analysis.rates.Confusion;
import org.xaistudy.analysis.rates.Rate;
import org.xaistudy.analysis.results.ArmResult;
import org.xaistudy.analysis.words.Words;
import org.xaistudy.studies.Task;

/**
 * One method's confusion matrix as in Fig. 6d of the 2023 paper, with standard errors over people.
 */
public final class ConfusionFigure {
  private static final double CELL = 62;
  private static final double LEFT = 34;
  private static final double TOP = 44;
  private static final double GAP = 3;
  private static final double WIDTH = LEFT + 2 * CELL + GAP + 2;
  private static final double HEIGHT = TOP + 2 * CELL + GAP + 4;

  private ConfusionFigure() {}

  /** The matrix of one method. */
  public static Svg of(ArmResult arm, String label, Task task, Words words) {
    Confusion counts = arm.confusion();
    Svg svg = new Svg(WIDTH, HEIGHT, describe(counts, label, words));
    // Above the cells if it fits there, else over the whole width.
    double middle = Math.min(LEFT + CELL + GAP / 2, WIDTH - Svg.length(label) / 2);
    svg.fitted("name", Math.max(WIDTH / 2, middle), 13, "middle", label, WIDTH);
    svg.text("axis panel", LEFT + CELL / 2, TOP - 8, "middle", words.text("figure.saysYes"));
    svg.text("axis panel", LEFT + CELL * 1.5 + GAP, TOP - 8, "middle", words.text("figure.saysNo"));
    double positive = arm.rate(ResampledStatistic.TPR).resampled().error();
    double negative = arm.rate(ResampledStatistic.TNR).resampled().error();
    Cells cells = new Cells(svg, words);
    cells.row(0, mark(task, true, words), "right", counts.tpr(), "wrong", counts.fnr(), positive);
    cells.row(1, mark(task, false, words), "wrong", counts.fpr(), "right", counts.tnr(), negative);
    return svg;
  }

  /** What is true of a row's stimuli, in a word or two. */
  private static String mark(Task task, boolean truth, Words words) {
    return task.comparesModels()
        ? words.text(truth ? "mark.model.true" : "mark.model.false")
        : words.text(truth ? "mark.prediction.true" : "mark.prediction.false");
  }

  private static String describe(Confusion counts, String label, Words words) {
    return words.text(
        "figure.confusion", label, counts.tp(), counts.fn(), counts.fp(), counts.tn());
  }

  /** The four cells in the making. */
  private record Cells(Svg svg, Words words) {
    void row(
        int row, String truth, String yes, Rate saysYes, String no, Rate saysNo, double error) {
      double y = TOP + row * (CELL + GAP);
      svg.sideways("axis panel", LEFT - 8, y + CELL / 2, truth);
      cell(LEFT, y, yes, saysYes, error);
      cell(LEFT + CELL + GAP, y, no, saysNo, error);
    }

    private void cell(double x, double y, String kind, Rate rate, double error) {
      double share = rate.trials() == 0 ? 0 : rate.value();
      svg.tint("cell " + kind, x, y, CELL, CELL, 0.12 + 0.78 * share);
      // The page decides which shades call for the other ink: it knows whether it is light or dark.
      String shade = share > 0.85 ? " on-strong" : share > 0.62 ? " on-mid" : "";
      if (rate.trials() == 0) {
        svg.text("rate", x + CELL / 2, y + CELL / 2 + 5, "middle", "–");
        return;
      }
      svg.text("rate" + shade, x + CELL / 2, y + 31, "middle", percent(rate.value()));
      if (!Double.isNaN(error)) {
        svg.text("error" + shade, x + CELL / 2, y + 46, "middle", "± " + percent(error));
      }
    }

    private String percent(double share) {
      return words.decimal(Decimals.of(100 * share, 1));
    }
  }
}
