package org.xaistudy.analysis.figure;

import java.util.ArrayList;
import java.util.List;
import org.xaistudy.analysis.words.Words;

/** Numbers from low to high along a stretch of a drawing. */
final class Axis {
  private final double low;
  private final double high;
  private final double start;
  private final double end;

  /** An axis from {@code low} at {@code start} to {@code high} at {@code end}, in units. */
  Axis(double low, double high, double start, double end) {
    this.low = low;
    this.high = high > low ? high : low + 1;
    this.start = start;
    this.end = end;
  }

  /** Where a number lies; those beyond the ends lie at the ends. */
  double at(double value) {
    double share = (Math.max(low, Math.min(high, value)) - low) / (high - low);
    return start + share * (end - start);
  }

  /** Four to eight round numbers. */
  List<Double> ticks() {
    double step = ofThrees(low, high) ? 3 : step((high - low) / 4);
    List<Double> ticks = new ArrayList<>();
    // Slack in steps, not in units: on an axis of nothing but rounding errors a unit is no end.
    for (double tick = Math.ceil(low / step - 1e-9); tick <= high / step + 1e-9; tick++) {
      ticks.add(tick * step);
    }
    return ticks;
  }

  /**
   * Vertical lines with numbers below them, through the lower part of each row alone: the upper one
   * has its label, which no line is to cross.
   *
   * @param label how much of a row is its label's; a row is as high as {@code row}
   * @param words how the numbers are written
   */
  void drawBelow(Svg svg, double top, double bottom, double row, double label, Words words) {
    for (double tick : ticks()) {
      drawLine(svg, "grid", tick, top, bottom, row, label);
      svg.text("axis", at(tick), bottom + 14, "middle", words.decimal(label(tick)));
    }
  }

  /** One such line. */
  void drawLine(
      Svg svg, String classes, double value, double top, double bottom, double row, double label) {
    for (double y = top; y < bottom - 1; y += row) {
      svg.line(classes, at(value), y + label, at(value), y + row);
    }
  }

  /** The step whose ticks end where the axis does, if one of four to eight does: a scale of 0–9. */
  private static boolean ofThrees(double low, double high) {
    return low == 0 && high == 9;
  }

  /** The largest of 1, 2, 5 times a power of ten that is not above {@code rough}. */
  private static double step(double rough) {
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double mantissa = rough / power;
    return power * (mantissa >= 5 ? 5 : mantissa >= 2 ? 2 : 1);
  }

  private static String label(double tick) {
    return Decimals.shortest(tick, 4).replace('-', '−');
  }
}
