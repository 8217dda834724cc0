package org.xaistudy.analysis.figure;

import java.util.List;
import java.util.Map;

/** Shares that rise with a size, one line each. */
public final class CurveFigure {
  private static final double WIDTH = 360;
  private static final double HEIGHT = 260;
  private static final double LEFT = 34;
  private static final double RIGHT = 276;
  private static final double TOP = 26;
  private static final double BOTTOM = HEIGHT - 36;

  private CurveFigure() {}

  /**
   * Draws the lines.
   *
   * @param sizes ascending
   * @param lines by name, one share in [0, 1] per size
   * @param wanted a share to be reached
   */
  public static Svg of(
      String title,
      String below,
      List<Integer> sizes,
      Map<String, List<Double>> lines,
      double wanted) {
    Svg svg = new Svg(WIDTH, HEIGHT, title);
    svg.text("name", 6, 14, "start", title);
    Axis x = new Axis(0, sizes.get(sizes.size() - 1), LEFT, RIGHT);
    Axis y = new Axis(0, 1, BOTTOM, TOP);
    x.drawBelow(svg, TOP, BOTTOM);
    for (double tick : y.ticks()) {
      svg.text("axis", LEFT - 6, y.at(tick) + 4, "end", Svg.number(100 * tick));
    }
    svg.line("null", LEFT, y.at(wanted), RIGHT, y.at(wanted));
    svg.text("axis", (LEFT + RIGHT) / 2, HEIGHT - 4, "middle", below);
    double lowest = BOTTOM + 20;
    for (Map.Entry<String, List<Double>> line :
        lines.entrySet().stream().sorted((a, b) -> Double.compare(last(a), last(b))).toList()) {
      draw(svg, x, y, sizes, line.getValue());
      // Names of lines that end together are set one above the other.
      lowest = Math.min(lowest - 14, y.at(last(line)) + 4);
      svg.text("label", RIGHT + 8, lowest, "start", line.getKey());
    }
    return svg;
  }

  private static void draw(Svg svg, Axis x, Axis y, List<Integer> sizes, List<Double> shares) {
    StringBuilder outline = new StringBuilder();
    for (int i = 0; i < sizes.size(); i++) {
      double at = x.at(sizes.get(i));
      outline.append(i == 0 ? "M" : "L").append(Svg.number(at)).append(' ');
      outline.append(Svg.number(y.at(shares.get(i))));
      svg.dot("estimate", at, y.at(shares.get(i)), 2.5);
    }
    svg.path("curve", outline.toString());
  }

  private static double last(Map.Entry<String, List<Double>> line) {
    return line.getValue().get(line.getValue().size() - 1);
  }
}
