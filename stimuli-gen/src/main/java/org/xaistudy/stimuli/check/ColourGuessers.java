package org.xaistudy.stimuli.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.xaistudy.stimuli.model.Tensor;
import org.xaistudy.studies.manifest.Manifest.ColourGuesser;

/**
 * Whoever chooses one of several explanations should have to look where they are coloured. Measures
 * how far those get who choose by colour alone.
 */
public final class ColourGuessers {
  private final int height;
  private final int width;
  private final Map<String, List<Decision>> byMethod = new LinkedHashMap<>();

  /**
   * @param height of the sample, pixels; 1 of a signal
   * @param width of the sample
   */
  public ColourGuessers(int height, int width) {
    this.height = height;
    this.width = width;
  }

  /** The explanations of one image: that of what the model says, and the others. */
  private record Decision(Colouring right, List<Colouring> others) {
    /** How likely the right one is chosen: 1 if it has the most, a part if others have as much. */
    double chosen(ToDoubleFunction<Colouring> measure) {
      double own = measure.applyAsDouble(right);
      if (others.stream().anyMatch(other -> measure.applyAsDouble(other) > own)) {
        return 0;
      }
      return 1.0
          / (1 + others.stream().filter(other -> measure.applyAsDouble(other) == own).count());
    }
  }

  private record Colouring(double sign, double brightness) {}

  /**
   * Measures the explanations of one image by one method.
   *
   * @param right maps of all panels of the right explanation; none: nothing is measured
   * @param others those of the others
   */
  public void add(String method, List<Tensor> right, List<List<Tensor>> others) {
    if (!right.isEmpty() && !others.isEmpty()) {
      byMethod
          .computeIfAbsent(method, key -> new ArrayList<>())
          .add(new Decision(colouring(right), others.stream().map(this::colouring).toList()));
    }
  }

  private Colouring colouring(List<Tensor> maps) {
    SummedMap map = new SummedMap(maps, height, width);
    return new Colouring(map.sign(), map.brightness());
  }

  /** What was measured, by the methods' ids. */
  public Map<String, ColourGuesser> results() {
    Map<String, ColourGuesser> results = new LinkedHashMap<>();
    byMethod.forEach(
        (method, decisions) ->
            results.put(
                method,
                new ColourGuesser(
                    decisions.size(),
                    1 + decisions.get(0).others().size(),
                    mean(decisions, Colouring::sign),
                    mean(decisions, Colouring::brightness))));
    return results;
  }

  private static double mean(List<Decision> decisions, ToDoubleFunction<Colouring> measure) {
    return decisions.stream().mapToDouble(one -> one.chosen(measure)).average().orElseThrow();
  }
}
