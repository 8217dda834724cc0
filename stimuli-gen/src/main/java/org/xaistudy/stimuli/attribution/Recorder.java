package org.xaistudy.stimuli.attribution;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.xaistudy.stimuli.model.Network;
import org.xaistudy.stimuli.model.Tensor;

/** Writes down relevance per pass: per channel of some layers, or every neuron of one. */
final class Recorder {
  private final int images;
  private final int passes;
  private final boolean neurons;
  private final Map<String, Tensor> recorded = new LinkedHashMap<>(); // (N, P, C) or (N, P, …)

  /**
   * @param layers their channels are recorded, or with {@code neurons} all their neurons; of the
   *     channels of {@link Network#INPUT}, the sum at each pixel instead of that over all pixels
   */
  Recorder(Network network, List<String> layers, int images, int passes, boolean neurons) {
    this.images = images;
    this.passes = passes;
    this.neurons = neurons;
    for (String layer : layers) {
      recorded.put(layer, Tensor.zeros(shape(layer, network.shape(layer))));
    }
  }

  private int[] shape(String layer, int[] sample) {
    IntStream each =
        layer.equals(Network.INPUT) && !neurons
            ? IntStream.of(sample).skip(1)
            : IntStream.of(sample).limit(neurons ? sample.length : 1);
    return IntStream.concat(IntStream.of(images, passes), each).toArray();
  }

  boolean wants(String layer) {
    return recorded.containsKey(layer);
  }

  Tensor recorded(String layer) {
    return recorded.get(layer);
  }

  /**
   * @param relevance (N·E, …), of the layer
   * @param entries the passes that each of the E rows of an image stands for
   */
  void record(String layer, NDArray relevance, List<List<Integer>> entries) {
    float[] values = reduced(layer, relevance);
    Tensor target = recorded.get(layer);
    int size = values.length / images / entries.size();
    for (int image = 0; image < images; image++) {
      for (int entry = 0; entry < entries.size(); entry++) {
        for (int pass : entries.get(entry)) {
          System.arraycopy(
              values,
              (image * entries.size() + entry) * size,
              target.values(),
              (image * passes + pass) * size,
              size);
        }
      }
    }
  }

  private float[] reduced(String layer, NDArray relevance) {
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      if (layer.equals(Network.INPUT) && !neurons) {
        return relevance.sum(new int[] {1}).toFloatArray();
      }
      boolean planes = relevance.getShape().dimension() > 2;
      NDArray result = planes && !neurons ? relevance.sum(new int[] {2, 3}) : relevance;
      return result.toFloatArray();
    }
  }

  /**
   * Writes down single channels, the others of the layer being masked.
   *
   * @param relevance (N, E, …), of one channel each
   */
  void recordSingly(
      String layer, NDArray relevance, List<Integer> channels, List<List<Integer>> entries) {
    Tensor target = recorded.get(layer);
    float[] values;
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      boolean planes = relevance.getShape().dimension() > 2;
      values = (planes && !neurons ? relevance.sum(new int[] {2, 3}) : relevance).toFloatArray();
    }
    int size = values.length / images / entries.size();
    int layerSize = target.values().length / images / passes;
    for (int image = 0; image < images; image++) {
      for (int entry = 0; entry < entries.size(); entry++) {
        int from = (image * entries.size() + entry) * size;
        for (int pass : entries.get(entry)) {
          int to = (image * passes + pass) * layerSize + channels.get(entry) * size;
          System.arraycopy(values, from, target.values(), to, size);
        }
      }
    }
  }
}
