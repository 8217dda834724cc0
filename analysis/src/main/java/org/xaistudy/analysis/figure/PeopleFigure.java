package org.xaistudy.analysis.figure;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.xaistudy.analysis.comparison.Scores;
import org.xaistudy.analysis.words.Words;

/**
 * Every participant as a dot, method by method, with the mean; as bars where there are too many.
 */
public final class PeopleFigure {
  private static final double WIDTH = 360;
  private static final double ROW = 62;
  private static final double LABEL = 16;
  private static final double TOP = 26;
  private static final double LEFT = 14;
  private static final int BINS = 45;
  private static final int MANY = 10;
  private static final double RADIUS = 2.9;

  private PeopleFigure() {}

  /**
   * Draws the strips.
   *
   * @param labels one per sample
   * @param low the lowest possible value
   * @param high the highest possible value
   * @param chance where guessing lies
   * @param words the language
   */
  public static Svg of(
      String title,
      List<String> labels,
      List<Scores> samples,
      double low,
      double high,
      OptionalDouble chance,
      Words words) {
    double bottom = TOP + samples.size() * ROW;
    Svg svg = new Svg(WIDTH, bottom + 24, words.text("figure.people", title));
    svg.text("name", LEFT, 14, "start", title);
    Axis axis = new Axis(low, high, LEFT, WIDTH - LEFT);
    axis.drawBelow(svg, TOP, bottom, ROW, LABEL, words);
    chance.ifPresent(at -> axis.drawLine(svg, "null", at, TOP, bottom, ROW, LABEL));
    for (int i = 0; i < samples.size(); i++) {
      strip(svg, axis, labels.get(i), samples.get(i), TOP + i * ROW, low, high);
    }
    return svg;
  }

  private static void strip(
      Svg svg, Axis axis, String label, Scores sample, double top, double low, double high) {
    double floor = top + ROW - 6;
    svg.text("label", LEFT, top + 12, "start", label);
    int[] counts = counts(sample, low, high);
    int highest = Arrays.stream(counts).max().orElse(1);
    for (int bin = 0; bin < BINS; bin++) {
      double x = axis.at(low + bin * (high - low) / (BINS - 1));
      if (highest > MANY) {
        double height = (ROW - 22) * counts[bin] / highest;
        svg.rect("people", x - 3, floor - height, 6, height);
        continue;
      }
      for (int person = 0; person < counts[bin]; person++) {
        svg.dot(
            "people",
            x,
            floor - RADIUS - person * Math.min(2 * RADIUS, (ROW - 22.0) / highest),
            RADIUS);
      }
    }
    svg.line("mean", axis.at(sample.mean()), top + 16, axis.at(sample.mean()), floor + 2);
  }

  private static int[] counts(Scores sample, double low, double high) {
    int[] counts = new int[BINS];
    for (double value : sample.values()) {
      counts[(int) Math.round((value - low) / (high - low) * (BINS - 1))]++;
    }
    return counts;
  }
}
