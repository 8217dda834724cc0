package org.xaistudy.analysis.figure;

import java.util.List;
import java.util.stream.Collectors;
import org.xaistudy.analysis.rates.Rate;
import org.xaistudy.analysis.words.Words;

/** How often each of a few answers in order was given: one bar for each thing it was about. */
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
   * @param shares of the answers, as many as have names, from the lowest
   */
  public record Bar(String label, List<Rate> shares) {}

  /** Draws the bars of ratings from 1 to 5. */
  public static Svg of(String title, List<Bar> bars, Words words) {
    List<String> points =
        List.of(words.text("figure.lowest"), "2", "3", "4", words.text("figure.highest"));
    return of(title, bars, SHADES, points, words);
  }

  /**
   * Draws the bars of four answers.
   *
   * @param names of the answers: two in favour first, from the strongest, and two against
   */
  public static Svg of(String title, List<Bar> bars, List<String> names, Words words) {
    List<Shade> shades = List.of(SHADES.get(4), SHADES.get(3), SHADES.get(1), SHADES.get(0));
    return of(title, bars, shades, names, words);
  }

  private static Svg of(
      String title, List<Bar> bars, List<Shade> shades, List<String> names, Words words) {
    double bottom = TOP + bars.size() * ROW;
    Svg svg =
        new Svg(WIDTH, bottom + 24, words.text("figure.described", title, describe(bars, words)));
    svg.text("name", LEFT, 14, "start", title);
    for (int i = 0; i < bars.size(); i++) {
      draw(svg, bars.get(i), TOP + i * ROW, shades);
    }
    legend(svg, bottom + 14, shades, names);
    return svg;
  }

  private static void draw(Svg svg, Bar bar, double top, List<Shade> shades) {
    svg.fitted("label", LEFT, top + 12, "start", bar.label(), WIDTH - 2 * LEFT);
    Axis x = new Axis(0, 1, LEFT, WIDTH - LEFT);
    double before = 0;
    for (int i = 0; i < shades.size(); i++) {
      Shade shade = shades.get(i);
      Rate rate = bar.shares().get(i);
      double share = rate.trials() == 0 ? 0 : rate.value();
      double from = x.at(before);
      double to = x.at(before + share);
      if (share > 0) {
        svg.tint(shade.classes(), from, top + LABEL, to - from, BAR, shade.opacity());
      }
      if (share >= READABLE) {
        boolean strong = shade.opacity() > 0.6 && shade.opacity() < 1;
        String ink = strong ? "axis panel on-strong" : "axis panel on-bar";
        String text = Decimals.of(100 * share, 0);
        svg.text(ink, (from + to) / 2, top + LABEL + 14, "middle", text);
      }
      before += share;
    }
  }

  private static void legend(Svg svg, double y, List<Shade> shades, List<String> names) {
    double x = LEFT;
    for (int i = 0; i < shades.size(); i++) {
      svg.tint(shades.get(i).classes(), x, y - 9, 11, 11, shades.get(i).opacity());
      boolean points = shades.equals(SHADES);
      double room =
          !points ? (WIDTH - 2 * LEFT) / names.size() : names.get(i).length() == 1 ? 38 : 108;
      svg.fitted("axis", x + 15, y, "start", names.get(i), room - (points ? 15 : 20));
      x += room;
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
