package org.xaistudy.stimuli.concept.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.xaistudy.stimuli.concept.Ablation;
import org.xaistudy.stimuli.concept.Ablation.Order;

/** Confidences while channels are set to zero one after another. */
public final class AblationFigure {
  private static final double WIDTH = 470;
  private static final double HEIGHT = 270;
  private static final double LEFT = 62;
  private static final double TOP = 100;
  private static final double BETWEEN = 280;
  private static final int CLASSES = 5;
  private static final String[] COLOURS = {
    "#d1332e", "#0072b2", "#009e73", "#e69f00", "#cc79a7", "#56b4e9"
  };

  private AblationFigure() {}

  /**
   * Draws what becomes of a decision.
   *
   * @param orders an ablation for each order; of random ones several
   * @param target the class that was explained
   * @param className what people call a class
   * @return SVG
   */
  public static String svg(
      Map<Order, List<Ablation>> orders,
      int target,
      IntFunction<String> className,
      String title,
      String subtitle) {
    Drawing drawing = new Drawing(LEFT + 2 * WIDTH + BETWEEN + 190, TOP + HEIGHT + 66, title);
    drawing.head(24, 34, title, subtitle);
    List<String> names = new ArrayList<>();
    List<double[]> curves = new ArrayList<>();
    orders.forEach(
        (order, ablations) -> {
          double area = ablations.stream().mapToDouble(a -> a.area(target)).average().orElseThrow();
          names.add(label(order) + ", area " + Drawing.number(area));
          curves.add(mean(ablations, target));
        });
    between(drawing, curves.get(0), curves.get(1));
    panel(drawing, LEFT, "Confidence in " + className.apply(target), names, curves);
    Ablation relevant = orders.get(Order.RELEVANCE).get(0);
    List<String> classes = new ArrayList<>();
    List<double[]> ofClasses = new ArrayList<>();
    for (int k : top(relevant, target)) {
      classes.add(className.apply(k));
      ofClasses.add(curve(relevant, k));
    }
    panel(
        drawing,
        LEFT + WIDTH + BETWEEN,
        "Classes, most relevant channels first",
        classes,
        ofClasses);
    return drawing.svg();
  }

  /** Shades what lies between two curves of the left panel. */
  private static void between(Drawing drawing, double[] one, double[] other) {
    StringBuilder path = new StringBuilder();
    int steps = Math.max(1, one.length - 1);
    for (int step = 0; step < one.length; step++) {
      path.append(step == 0 ? 'M' : 'L').append(point(LEFT, step, steps, one[step]));
    }
    for (int step = one.length - 1; step >= 0; step--) {
      path.append('L').append(point(LEFT, step, steps, other[step]));
    }
    drawing.path(path.append('Z').toString(), "fill", COLOURS[0], "fill-opacity", "0.1");
  }

  private static String point(double left, int step, int steps, double value) {
    return Drawing.number(left + WIDTH * step / steps)
        + ' '
        + Drawing.number(TOP + HEIGHT * (1 - value));
  }

  private static String label(Order order) {
    return switch (order) {
      case RELEVANCE -> "most relevant first";
      case ACTIVATION -> "most active first";
      case RANDOM -> "random order";
    };
  }

  private static double[] curve(Ablation ablation, int target) {
    return IntStream.range(0, ablation.confidences().length)
        .mapToDouble(step -> ablation.confidences()[step][target])
        .toArray();
  }

  private static double[] mean(List<Ablation> ablations, int target) {
    double[] sum = new double[ablations.get(0).confidences().length];
    for (Ablation ablation : ablations) {
      double[] curve = curve(ablation, target);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += curve[i] / ablations.size();
      }
    }
    return sum;
  }

  /** The target, and the classes that are ever most likely to take its place. */
  private static List<Integer> top(Ablation ablation, int target) {
    int classes = ablation.confidences()[0].length;
    double[] most = new double[classes];
    for (double[] step : ablation.confidences()) {
      for (int k = 0; k < classes; k++) {
        most[k] = Math.max(most[k], step[k]);
      }
    }
    List<Integer> top = new ArrayList<>(List.of(target));
    IntStream.range(0, classes)
        .boxed()
        .filter(k -> k != target)
        .sorted(Comparator.comparing(k -> -most[k]))
        .limit(CLASSES - 1)
        .forEach(top::add);
    return top;
  }

  private static void panel(
      Drawing drawing, double left, String title, List<String> names, List<double[]> curves) {
    drawing.text(left, TOP - 14, 14, title, "font-weight", "600");
    for (int tick = 0; tick <= 4; tick++) {
      double y = TOP + HEIGHT * (1 - tick / 4.0);
      drawing.line(left, y, left + WIDTH, y, "stroke", tick == 0 ? Drawing.QUIET : Drawing.RULE);
      drawing.text(
          left - 8, y + 4, 11.5, 25 * tick + " %", "text-anchor", "end", "fill", Drawing.QUIET);
    }
    int steps = curves.get(0).length - 1;
    for (int tick = 0; tick <= 4; tick++) {
      drawing.text(
          left + WIDTH * tick / 4,
          TOP + HEIGHT + 18,
          11.5,
          Integer.toString(steps * tick / 4),
          "text-anchor",
          "middle",
          "fill",
          Drawing.QUIET);
    }
    drawing.text(
        left + WIDTH / 2,
        TOP + HEIGHT + 38,
        12,
        "channels set to zero",
        "text-anchor",
        "middle",
        "fill",
        Drawing.QUIET);
    for (int i = 0; i < curves.size(); i++) {
      curve(drawing, left, curves.get(i), COLOURS[i]);
      double y = TOP + 10 + 22 * i;
      drawing.line(
          left + WIDTH + 14, y, left + WIDTH + 36, y, "stroke", COLOURS[i], "stroke-width", "3");
      drawing.text(left + WIDTH + 43, y + 4, 12.5, names.get(i));
    }
  }

  private static void curve(Drawing drawing, double left, double[] values, String colour) {
    StringBuilder path = new StringBuilder();
    for (int step = 0; step < values.length; step++) {
      path.append(step == 0 ? 'M' : 'L')
          .append(point(left, step, Math.max(1, values.length - 1), values[step]));
    }
    drawing.path(
        path.toString(),
        "fill",
        "none",
        "stroke",
        colour,
        "stroke-width",
        "2.2",
        "stroke-linejoin",
        "round");
  }
}
