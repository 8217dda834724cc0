package org.xaistudy.analysis.figure;

import java.util.ArrayList;
import java.util.List;
import org.xaistudy.analysis.results.Learning;
import org.xaistudy.analysis.words.Words;

/** How often people are right, trial by trial. */
public final class LearningFigure {
  private static final double WIDTH = 172;
  private static final double HEIGHT = 150;
  private static final double LEFT = 30;

  private LearningFigure() {}

  /** The line of one method, and that of guessing. */
  public static Svg of(String label, List<Learning.Point> curve, double chance, Words words) {
    Svg svg = new Svg(WIDTH, HEIGHT, words.text("figure.learning", label));
    svg.fitted("name", LEFT, 13, "start", label, WIDTH - LEFT);
    int last = curve.isEmpty() ? 1 : curve.get(curve.size() - 1).trial();
    Axis x = new Axis(0.5, last + 0.5, LEFT, WIDTH - 4);
    Axis y = new Axis(0, 1, HEIGHT - 28, 24);
    for (double tick : new double[] {0, chance, 1}) {
      svg.line(tick == chance ? "null" : "grid", LEFT, y.at(tick), WIDTH - 4, y.at(tick));
      svg.text("axis panel", LEFT - 4, y.at(tick) + 4, "end", Decimals.of(100 * tick, 0));
    }
    svg.text("axis panel", x.at(1), HEIGHT - 13, "middle", "1");
    svg.text("axis panel", x.at(last), HEIGHT - 13, "end", String.valueOf(last));
    svg.text("axis panel", (LEFT + WIDTH) / 2, HEIGHT - 1, "middle", words.text("figure.trial"));
    List<Svg.Point> points = new ArrayList<>();
    for (Learning.Point point : curve) {
      Svg.Point at = new Svg.Point(x.at(point.trial()), y.at(point.right().value()));
      points.add(at);
      svg.dot("estimate", at.x(), at.y(), 2.2);
    }
    return points.isEmpty() ? svg : svg.path("curve", points);
  }
}
