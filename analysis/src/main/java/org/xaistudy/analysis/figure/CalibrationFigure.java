package org.xaistudy.analysis.figure;

import org.xaistudy.analysis.distribution.Interval;
import org.xaistudy.analysis.rates.Calibration;
import org.xaistudy.analysis.responses.Answer;
import org.xaistudy.analysis.words.Words;

/** How often people are right at each level of confidence; a flat line knows nothing. */
public final class CalibrationFigure {
  private static final double WIDTH = 172;
  private static final double HEIGHT = 150;

  /** Of more levels every third is written. */
  private static final int FEW = 3;

  private CalibrationFigure() {}

  /**
   * The curve of one method; dots are as large as there are answers.
   *
   * @param surest the highest level of confidence that there is
   */
  public static Svg of(
      String label,
      Calibration calibration,
      double level,
      double chance,
      double surest,
      Words words) {
    Svg svg = new Svg(WIDTH, HEIGHT, words.text("figure.calibration", label));
    svg.fitted("name", 30, 13, "start", label, WIDTH - 30);
    Axis x = new Axis(Answer.SCALE_LOW - 0.5, surest + 0.5, 30, WIDTH - 4);
    Axis y = new Axis(0, 1, HEIGHT - 28, 24);
    for (double tick : new double[] {0, chance, 1}) {
      svg.line(tick == chance ? "null" : "grid", 30, y.at(tick), WIDTH - 4, y.at(tick));
      svg.text("axis panel", 26, y.at(tick) + 4, "end", Decimals.of(100 * tick, 0));
    }
    for (int tick = Answer.SCALE_LOW; tick <= surest; tick += surest > FEW ? FEW : 1) {
      svg.text("axis panel", x.at(tick), HEIGHT - 13, "middle", String.valueOf(tick));
    }
    svg.text("axis panel", (30 + WIDTH) / 2, HEIGHT - 1, "middle", words.text("figure.confidence"));
    int most =
        calibration.curve().stream().mapToInt(point -> point.right().trials()).max().orElse(1);
    for (Calibration.Level point : calibration.curve()) {
      Interval interval = point.right().wilson(level);
      double at = x.at(point.confidence());
      svg.line("thin", at, y.at(interval.low()), at, y.at(interval.high()));
      double radius = 1.5 + 3.5 * Math.sqrt((double) point.right().trials() / most);
      svg.dot("estimate", at, y.at(point.right().value()), radius);
    }
    return svg;
  }
}
