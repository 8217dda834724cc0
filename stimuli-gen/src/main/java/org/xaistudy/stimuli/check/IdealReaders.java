package org.xaistudy.stimuli.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.xaistudy.stimuli.model.Tensor;
import org.xaistudy.studies.manifest.Manifest.IdealReader;
import org.xaistudy.studies.manifest.Manifest.Model;

/**
 * Measures, for each method, what could be told from its maps: how much relevance lies on the
 * artefact, and how well that, or the mere colour of the map, tells the two models apart.
 */
public final class IdealReaders {
  private final boolean[] mask;
  private final int height;
  private final int width;
  private final double area;
  private final Map<String, Map<Model, List<Measures>>> byMethod = new LinkedHashMap<>();

  /**
   * @param mask where the artefact is, row by row
   * @param height of the sample, pixels; 1 of a signal
   * @param width of the sample
   */
  public IdealReaders(boolean[] mask, int height, int width) {
    this.mask = mask.clone();
    this.height = height;
    this.width = width;
    int inside = 0;
    for (boolean in : mask) {
      inside += in ? 1 : 0;
    }
    area = inside / (double) mask.length;
  }

  /** What is measured in one map. */
  private record Measures(double mass, double sign, double brightness) {}

  /**
   * Measures the explanation of one decision.
   *
   * @param maps of all its panels, (h, w) each, which are added; none: nothing is measured
   */
  public void add(String method, Model model, List<Tensor> maps) {
    if (!maps.isEmpty()) {
      byMethod
          .computeIfAbsent(method, key -> new LinkedHashMap<>())
          .computeIfAbsent(model, key -> new ArrayList<>())
          .add(measures(maps));
    }
  }

  /** What was measured of the methods that have maps of both models, by their ids. */
  public Map<String, IdealReader> results() {
    Map<String, IdealReader> results = new LinkedHashMap<>();
    byMethod.forEach(
        (method, models) -> {
          List<Measures> artefact = models.getOrDefault(Model.ARTEFACT, List.of());
          List<Measures> clean = models.getOrDefault(Model.CLEAN, List.of());
          if (!artefact.isEmpty() && !clean.isEmpty()) {
            results.put(method, reader(artefact, clean));
          }
        });
    return results;
  }

  private IdealReader reader(List<Measures> artefact, List<Measures> clean) {
    double artefactMass = artefact.stream().mapToDouble(Measures::mass).average().orElseThrow();
    double cleanMass = clean.stream().mapToDouble(Measures::mass).average().orElseThrow();
    return new IdealReader(
        artefact.size() + clean.size(),
        area,
        artefactMass,
        area == 0 ? 0 : artefactMass / area,
        cleanMass,
        area == 0 ? 0 : cleanMass / area,
        auc(artefact, clean, Measures::mass),
        auc(artefact, clean, Measures::sign),
        auc(artefact, clean, Measures::brightness));
  }

  /** The probability that one of the first has more than one of the second; ties count half. */
  private static double auc(
      List<Measures> first, List<Measures> second, ToDoubleFunction<Measures> measure) {
    double more = 0;
    for (Measures one : first) {
      for (Measures other : second) {
        int order = Double.compare(measure.applyAsDouble(one), measure.applyAsDouble(other));
        more += order > 0 ? 1 : order == 0 ? 0.5 : 0;
      }
    }
    return more / ((double) first.size() * second.size());
  }

  /** Of a blank map the mass is as if it were spread evenly. */
  private Measures measures(List<Tensor> maps) {
    SummedMap map = new SummedMap(maps, height, width);
    return new Measures(map.isBlank() ? area : map.mass(mask), map.sign(), map.brightness());
  }
}
