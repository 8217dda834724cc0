package org.xaistudy.stimuli.commandline;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xaistudy.stimuli.attribution.Condition;
import org.xaistudy.stimuli.attribution.ForwardPass;
import org.xaistudy.stimuli.attribution.Lrp;
import org.xaistudy.stimuli.concept.ArraySource;
import org.xaistudy.stimuli.concept.Atlas;
import org.xaistudy.stimuli.concept.Criterion;
import org.xaistudy.stimuli.concept.ReferenceSearch;
import org.xaistudy.stimuli.concept.References;
import org.xaistudy.stimuli.concept.Targets;
import org.xaistudy.stimuli.model.Layer;
import org.xaistudy.stimuli.model.Network;
import org.xaistudy.stimuli.model.Node;
import org.xaistudy.stimuli.model.Tensor;
import org.xaistudy.stimuli.shapley.Segments;

/**
 * Times of what is asked about concepts, against others measured right before them, so that a
 * machine that is busy slows both; the median of the ratios counts.
 */
final class ConceptBenchmark {
  private static final int ROWS = 5;
  private static final int COLUMNS = 10;

  private final Lrp lrp;
  private final Network network;
  private final Tensor image; // (1, C, H, W)
  private final int repetitions;
  private final BenchClock clock;

  ConceptBenchmark(Lrp lrp, Tensor image, int repetitions, BenchClock clock) {
    this.lrp = lrp;
    this.network = lrp.network();
    this.image = image;
    this.repetitions = repetitions;
    this.clock = clock;
  }

  /**
   * All measures by the name they have in JSON.
   *
   * @param layer the atlas's, and the upper one of the graph
   */
  Map<String, Object> run(String layer) {
    List<String> convolutions =
        network.nodes().stream()
            .filter(node -> node.layer() instanceof Layer.Convolution)
            .map(Node::name)
            .toList();
    Map<String, Object> results = new LinkedHashMap<>();
    results.put("referencesLayers", convolutions.size());
    results.put(
        "referencesToForwardAndLrp",
        ratio(
            () -> {
              lrp.inference().logits(image);
              lrp.heatmaps(image);
            },
            () -> references(convolutions)));
    Segments grid = Segments.grid(image.shape()[2], image.shape()[3], ROWS, COLUMNS);
    results.put("atlasSuperpixels", grid.count());
    results.put(
        "atlasForwards", ratio(() -> lrp.inference().logits(image), () -> atlas(layer, grid)));
    int below = convolutions.indexOf(layer) - 1;
    if (below >= 0) {
      results.put("graphPairForwards", graph(layer, convolutions.get(below)));
    }
    return results;
  }

  private void references(List<String> layers) {
    ArraySource source = new ArraySource(image, List.of(), Optional.empty());
    ReferenceSearch search = new ReferenceSearch(lrp, source, new Targets.Predicted());
    References references =
        new References(search.question("", "", layers, List.of(Criterion.values()), 40));
    search.search(references, 0, 1, done -> {});
  }

  private void atlas(String layer, Segments segments) {
    try (ForwardPass forward = lrp.forward(image)) {
      Atlas.of(lrp, forward, layer, segments);
    }
  }

  /** The matrix alone: forward pass and relevance are there. */
  private double graph(String upper, String lower) {
    try (ForwardPass forward = lrp.forward(image)) {
      Tensor relevance = lrp.relevance(forward, List.of(Condition.target()), upper);
      int[] shape = relevance.shape();
      Tensor ofImage = relevance.reshape(Arrays.copyOfRange(shape, 1, shape.length));
      return ratio(
          () -> lrp.inference().logits(image),
          () -> lrp.composition(forward, upper, ofImage, lower));
    }
  }

  private double ratio(Runnable unit, Runnable measured) {
    double[] ratios = new double[repetitions];
    for (int i = -1; i < repetitions; i++) { // once to warm up
      double one = seconds(unit);
      double other = seconds(measured);
      if (i >= 0) {
        ratios[i] = other / one;
      }
    }
    Arrays.sort(ratios);
    double middle = (ratios[(repetitions - 1) / 2] + ratios[repetitions / 2]) / 2;
    return Math.round(middle * 1e4) / 1e4;
  }

  private double seconds(Runnable task) {
    long begin = clock.nanos();
    task.run();
    return clock.since(begin);
  }
}
