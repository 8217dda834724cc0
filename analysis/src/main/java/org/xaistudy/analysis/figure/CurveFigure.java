package org.xaistudy.analysis.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xaistudy.analysis.words.Words;

/** Shares that rise with a size, one line each. */
public final class CurveFigure {
  private static final double NARROWEST = 360;
  private static final double HEIGHT = 260;
  private static final double LEFT = 34;
  private static final double RIGHT = 276;
  private static final double TOP = 26;
  private static final double BOTTOM = HEIGHT - 36;
  private static final double NAMES = RIGHT + 38;

  /** What a letter of a name takes on average, with some to spare: fonts differ. */
  private static final double LETTER = 6.8;

  private CurveFigure() {}

  /**
   * Draws the lines.
   *
   * @param sizes ascending
   * @param lines by name, one share in [0, 1] per size
   * @param wanted a share to be reached
   * @param words how the numbers are written
   */
  public static Svg of(
      String title,
      String below,
      List<Integer> sizes,
      Map<String, List<Double>> lines,
      double wanted,
      Words words) {
    Svg svg = new Svg(width(lines.keySet()), HEIGHT, title);
    svg.text("name", 6, 14, "start", title);
    Axis x = new Axis(0, sizes.get(sizes.size() - 1), LEFT, RIGHT);
    Axis y = new Axis(0, 1, BOTTOM, TOP);
    x.drawBelow(svg, TOP, BOTTOM, BOTTOM - TOP, 0, words);
    for (double tick : y.ticks()) {
      svg.text("axis", LEFT - 6, y.at(tick) + 4, "end", words.decimal(Svg.number(100 * tick)));
    }
    svg.line("null", LEFT, y.at(wanted), RIGHT, y.at(wanted));
    svg.text("axis", (LEFT + RIGHT) / 2, HEIGHT - 4, "middle", below);
    int drawn = 0;
    for (Map.Entry<String, List<Double>> line : lines.entrySet()) {
      String dash = "curve dash-" + drawn % 4;
      draw(svg, x, y, sizes, line.getValue(), dash);
      double legend = TOP + 10 + 18.0 * drawn++;
      svg.line(dash, RIGHT + 10, legend - 4, RIGHT + 34, legend - 4);
      svg.text("label", NAMES, legend, "start", line.getKey());
    }
    return svg;
  }

  /** Wide enough for the longest name beside the lines. */
  private static double width(Set<String> names) {
    int longest = names.stream().mapToInt(String::length).max().orElse(0);
    return Math.max(NARROWEST, NAMES + LETTER * longest);
  }

  private static void draw(
      Svg svg, Axis x, Axis y, List<Integer> sizes, List<Double> shares, String classes) {
    List<Svg.Point> points = new ArrayList<>();
    for (int i = 0; i < sizes.size(); i++) {
      Svg.Point point = new Svg.Point(x.at(sizes.get(i)), y.at(shares.get(i)));
      svg.dot("estimate", point.x(), point.y(), 2.5);
      points.add(point);
    }
    svg.path(classes, points);
  }
}
