package org.xaistudy.stimuli.commandline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.xaistudy.stimuli.attribution.Composite;
import org.xaistudy.stimuli.attribution.Condition;
import org.xaistudy.stimuli.attribution.ForwardPass;
import org.xaistudy.stimuli.attribution.Lrp;
import org.xaistudy.stimuli.gradient.IntegratedGradients;
import org.xaistudy.stimuli.model.Inference;
import org.xaistudy.stimuli.model.Network;
import org.xaistudy.stimuli.model.Tensor;
import org.xaistudy.stimuli.shapley.Segments;
import org.xaistudy.stimuli.shapley.Shapley;

/**
 * Times of the methods on one image, as multiples of that of a forward pass.
 *
 * <p>A forward pass is measured before each of them, so that a machine that is busy with something
 * else slows both; the median of the ratios counts. One run beforehand warms caches, the Java
 * compiler and what a model needs once (its positive and flipped weights).
 */
final class Benchmark {
  private static final int IG_STEPS = 10;
  private static final int SHAP_SEGMENTS = 8;

  private final Network network;
  private final Tensor image; // (1, C, H, W)
  private final int repetitions;
  private final BenchClock clock;

  Benchmark(Network network, RandomGenerator random, int repetitions, BenchClock clock) {
    if (repetitions < 1) {
      throw new IllegalArgumentException("at least 1 repetition is needed");
    }
    this.network = network;
    this.repetitions = repetitions;
    this.clock = clock;
    int[] shape = network.inputShape();
    image = Tensor.zeros(1, shape[0], shape[1], shape[2]);
    for (int i = 0; i < image.values().length; i++) {
      image.values()[i] = (float) random.nextGaussian();
    }
  }

  /** All measures by the name they have in JSON; objects within objects are maps. */
  Map<String, Object> run(String layer, int conditions) {
    Map<String, Object> results = new LinkedHashMap<>();
    try (Lrp lrp = new Lrp(network, Composite.EPSILON_PLUS_FLAT)) {
      relevance(lrp, conditions(layer, conditions), results);
      results.put("concepts", new ConceptBenchmark(lrp, image, repetitions, clock).run(layer));
      results.put("shap", Map.of("forwardsPerEvaluation", shapley(lrp.inference())));
    }
    try (IntegratedGradients gradients = new IntegratedGradients(network, IG_STEPS)) {
      results.put("ig", Map.of("forwardsPerStep", integratedGradients(gradients)));
    }
    results.put("peakMemoryMiB", peakMemory());
    return results;
  }

  private List<Condition> conditions(String layer, int count) {
    int channels = network.shape(network.node(layer).name())[0];
    if (count < 1 || count > channels) {
      throw new IllegalArgumentException(
          "layer " + layer + " has " + channels + " channels, so conditions are 1 to " + channels);
    }
    List<Condition> conditions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      conditions.add(Condition.target().through(layer, i * channels / count));
    }
    return conditions;
  }

  private void relevance(Lrp lrp, List<Condition> conditions, Map<String, Object> results) {
    double[] forwards = new double[repetitions];
    double[] setUp = new double[repetitions];
    double[] each = new double[repetitions];
    double[] whole = new double[repetitions];
    for (int i = -1; i < repetitions; i++) {
      double pass = forward(lrp.inference());
      long begin = clock.nanos();
      try (ForwardPass forward = lrp.forward(image)) {
        lrp.attribute(forward, conditions, List.of());
        double first = clock.since(begin);
        begin = clock.nanos();
        lrp.attribute(forward, conditions, List.of());
        double again = clock.since(begin);
        if (i >= 0) {
          forwards[i] = pass;
          setUp[i] = (first - again) / pass;
          each[i] = again / conditions.size() / pass;
        }
      }
      double lrpPass = forward(lrp.inference());
      begin = clock.nanos();
      lrp.heatmaps(image);
      if (i >= 0) {
        whole[i] = clock.since(begin) / lrpPass;
      }
    }
    results.put("forwardSeconds", median(forwards));
    Map<String, Object> crp = new LinkedHashMap<>();
    crp.put("conditions", conditions.size());
    crp.put("setupForwards", median(setUp));
    crp.put("perConditionForwards", median(each));
    results.put("crp", crp);
    results.put("lrp", Map.of("forwards", median(whole)));
  }

  private double forward(Inference inference) {
    long begin = clock.nanos();
    inference.logits(image);
    return clock.since(begin);
  }

  private double integratedGradients(IntegratedGradients gradients) {
    double[] ratios = new double[repetitions];
    Tensor single = image.slice(0);
    for (int i = -1; i < repetitions; i++) {
      double pass = forward(gradients.inference());
      long begin = clock.nanos();
      gradients.attribute(single, Tensor.zeros(single.shape()), 0);
      if (i >= 0) {
        ratios[i] = clock.since(begin) / IG_STEPS / pass;
      }
    }
    return median(ratios);
  }

  private double shapley(Inference inference) {
    double[] ratios = new double[repetitions];
    Tensor single = image.slice(0);
    int[] shape = single.shape();
    Segments grid = Segments.grid(shape[1], shape[2], 1, SHAP_SEGMENTS);
    Shapley shapley = new Shapley(inference, single, Tensor.zeros(shape), grid, 0);
    int evaluations = 2 + 2 * (SHAP_SEGMENTS - 1); // the two ends, and an order with its reverse
    for (int i = -1; i < repetitions; i++) {
      double pass = forward(inference);
      long begin = clock.nanos();
      shapley.sample(new Shapley.Sampling(2, 0), new SplittableRandom(i));
      if (i >= 0) {
        ratios[i] = clock.since(begin) / evaluations / pass;
      }
    }
    return median(ratios);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double middle = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    return Math.round(middle * 1e4) / 1e4;
  }

  /** The largest resident memory of this process so far, where Linux tells it; else null. */
  private static @Nullable Long peakMemory() {
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(null);
    } catch (IOException notLinux) {
      return null;
    }
  }
}
