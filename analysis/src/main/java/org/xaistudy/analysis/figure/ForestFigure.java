package org.xaistudy.analysis.figure;

import java.util.List;
import org.xaistudy.analysis.distribution.Interval;
import org.xaistudy.analysis.words.Words;

/** Estimates with their intervals, one line each, against a line of reference. */
public final class ForestFigure {
  private static final double WIDTH = 360;
  private static final double ROW = 38;
  private static final double LABEL = 20;
  private static final double TOP = 26;
  private static final double LEFT = 14;
  private static final double VALUE_LETTER = 6.2;
  private static final double RIGHT = WIDTH - 14;

  private ForestFigure() {}

  /**
   * One estimate.
   *
   * @param label what it is about
   * @param estimate may be {@code NaN}
   * @param interval may be undetermined
   */
  public record Line(String label, double estimate, Interval interval) {}

  /**
   * Draws the lines.
   *
   * @param reference where no difference is
   * @param decimals of the numbers beside the lines
   * @param words the language
   */
  public static Svg of(
      String title, List<Line> lines, double reference, int decimals, Words words) {
    double bottom = TOP + lines.size() * ROW;
    Svg svg =
        new Svg(
            WIDTH,
            bottom + 24,
            words.text("figure.described", title, describe(lines, decimals, words)));
    svg.text("name", LEFT, 14, "start", title);
    Axis axis = axis(lines, reference, Math.pow(10, -decimals));
    axis.drawBelow(svg, TOP, bottom, ROW, LABEL, words);
    axis.drawLine(svg, "null", reference, TOP, bottom, ROW, LABEL);
    for (int i = 0; i < lines.size(); i++) {
      draw(svg, lines.get(i), axis, TOP + i * ROW, numbers(lines.get(i), decimals, words));
    }
    return svg;
  }

  private static void draw(Svg svg, Line line, Axis axis, double top, String numbers) {
    double y = top + 27;
    svg.text("value", RIGHT, top + 16, "end", numbers);
    double room = RIGHT - LEFT - VALUE_LETTER * numbers.length();
    svg.fitted("label", LEFT, top + 16, "start", line.label(), room);
    if (Double.isFinite(line.interval().low())) {
      svg.line("interval", axis.at(line.interval().low()), y, axis.at(line.interval().high()), y);
    }
    if (Double.isFinite(line.estimate())) {
      svg.dot("estimate", axis.at(line.estimate()), y, 4);
    }
  }

  /** Lines that differ by less than can be read beside them are not drawn as if they did. */
  private static Axis axis(List<Line> lines, double reference, double readable) {
    double low = reference;
    double high = reference;
    for (Line line : lines) {
      for (double value :
          new double[] {line.estimate(), line.interval().low(), line.interval().high()}) {
        low = Double.isFinite(value) ? Math.min(low, value) : low;
        high = Double.isFinite(value) ? Math.max(high, value) : high;
      }
    }
    double margin = high - low >= readable ? 0.06 * (high - low) : 1;
    return new Axis(low - margin, high + margin, LEFT, RIGHT);
  }

  private static String numbers(Line line, int decimals, Words words) {
    if (!Double.isFinite(line.estimate())) {
      return words.text("undetermined");
    }
    String estimate = number(line.estimate(), decimals, words);
    if (!Double.isFinite(line.interval().low())) {
      return estimate;
    }
    return "%s [%s]"
        .formatted(
            estimate,
            words.text(
                "number.limits",
                number(line.interval().low(), decimals, words),
                number(line.interval().high(), decimals, words)));
  }

  private static String number(double value, int decimals, Words words) {
    return words.decimal(Decimals.of(value, decimals)).replace('-', '−');
  }

  private static String describe(List<Line> lines, int decimals, Words words) {
    return words.then(
        lines.stream().map(line -> line.label() + " " + numbers(line, decimals, words)).toList());
  }
}
