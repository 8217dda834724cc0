package org.xaistudy.analysis.figure;

import java.util.List;
import java.util.stream.Collectors;
import org.xaistudy.analysis.rates.Rate;
import org.xaistudy.analysis.words.Words;

/** How often each point of a scale was given: one bar for each thing that was rated. */
public final class RatingFigure {
  private static final double WIDTH = 360;
  private static final double TOP = 26;
  private static final double ROW = 42;
  private static final double LABEL = 16;
  private static final double LEFT = 14;
  private static final double BAR = 20;

  /** A share below this has no room for its number. */
  private static final double READABLE = 0.07;

  /** From the lowest point to the highest: how they are coloured, and how strongly. */
  private static final List<Shade> SHADES =
      List.of(
          new Shade("against", 0.9),
          new Shade("against", 0.45),
          new Shade("neither", 1),
          new Shade("favour", 0.45),
          new Shade("favour", 0.9));

  private RatingFigure() {}

  private record Shade(String classes, double opacity) {}

  /**
   * One bar.
   *
   * @param label what was rated
   * @param shares of the points among its ratings, five, from the lowest
   */
  public record Bar(String label, List<Rate> shares) {}

  /** Draws the bars. */
  public static Svg of(String title, List<Bar> bars, Words words) {
    double bottom = TOP + bars.size() * ROW;
    Svg svg =
        new Svg(WIDTH, bottom + 24, words.text("figure.described", title, describe(bars, words)));
    svg.text("name", LEFT, 14, "start", title);
    for (int i = 0; i < bars.size(); i++) {
      draw(svg, bars.get(i), TOP + i * ROW);
    }
    legend(svg, bottom + 14, words);
    return svg;
  }

  private static void draw(Svg svg, Bar bar, double top) {
    svg.fitted("label", LEFT, top + 12, "start", bar.label(), WIDTH - 2 * LEFT);
    Axis x = new Axis(0, 1, LEFT, WIDTH - LEFT);
    double before = 0;
    for (int i = 0; i < SHADES.size(); i++) {
      Rate rate = bar.shares().get(i);
      double share = rate.trials() == 0 ? 0 : rate.value();
      double from = x.at(before);
      double to = x.at(before + share);
      if (share > 0) {
        svg.tint(SHADES.get(i).classes(), from, top + LABEL, to - from, BAR, opacity(i));
      }
      if (share >= READABLE) {
        String ink = opacity(i) > 0.6 && i != 2 ? "axis panel on-strong" : "axis panel on-bar";
        String text = Decimals.of(100 * share, 0);
        svg.text(ink, (from + to) / 2, top + LABEL + 14, "middle", text);
      }
      before += share;
    }
  }

  private static double opacity(int point) {
    return SHADES.get(point).opacity();
  }

  private static void legend(Svg svg, double y, Words words) {
    double x = LEFT;
    for (int i = 0; i < SHADES.size(); i++) {
      svg.tint(SHADES.get(i).classes(), x, y - 9, 11, 11, opacity(i));
      String text =
          i == 0
              ? words.text("figure.lowest")
              : i == 4 ? words.text("figure.highest") : String.valueOf(i + 1);
      svg.text("axis", x + 15, y, "start", text);
      x += i == 0 ? 108 : 38;
    }
  }

  private static String describe(List<Bar> bars, Words words) {
    return words.then(
        bars.stream()
            .map(
                bar ->
                    bar.label()
                        + " "
                        + bar.shares().stream()
                            .map(rate -> String.valueOf(rate.hits()))
                            .collect(Collectors.joining(", ")))
            .toList());
  }
}
