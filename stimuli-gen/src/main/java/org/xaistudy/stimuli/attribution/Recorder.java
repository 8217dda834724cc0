package org.xaistudy.stimuli.attribution;

import static java.util.Objects.requireNonNull;
import static org.xaistudy.stimuli.model.NativeTensors.freeing;

import ai.djl.ndarray.NDArray;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.xaistudy.stimuli.attribution.layer.Relevance;
import org.xaistudy.stimuli.model.Network;
import org.xaistudy.stimuli.model.Tensor;

/** Records relevance per pass: per channel of some layers, or every neuron of one. */
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

  Tensor recorded(String layer) {
    return requireNonNull(recorded.get(layer));
  }

  /**
   * Records a layer if that is wanted.
   *
   * @param relevance (N·E, …), of the layer; used up
   * @param rows the passes that each of the E rows of an image stands for
   * @return the same relevance
   */
  Relevance record(String layer, Relevance relevance, List<SharedRow> rows) {
    if (!recorded.containsKey(layer)) {
      return relevance;
    }
    Relevance whole = relevance.replacedBy(product -> product.reshape(product.getShape()));
    float[] values = freeing(() -> reduced(layer, whole.values()).toFloatArray());
    Tensor target = requireNonNull(recorded.get(layer));
    int size = values.length / images / rows.size();
    for (int image = 0; image < images; image++) {
      for (int row = 0; row < rows.size(); row++) {
        int from = (image * rows.size() + row) * size;
        for (int pass : rows.get(row).passes()) {
          int to = (image * passes + pass) * size;
          System.arraycopy(values, from, target.values(), to, size);
        }
      }
    }
    return whole;
  }

  private NDArray reduced(String layer, NDArray relevance) {
    return layer.equals(Network.INPUT) && !neurons
        ? relevance.sum(new int[] {1})
        : summedOverSpace(relevance);
  }

  private NDArray summedOverSpace(NDArray relevance) {
    boolean planes = relevance.getShape().dimension() > 2;
    return planes && !neurons ? relevance.sum(new int[] {2, 3}) : relevance;
  }

  /**
   * Records single channels of a layer, the others being masked, if that is wanted.
   *
   * @param relevance (N, E, …), of one channel each
   */
  void recordSingly(String layer, NDArray relevance, List<Integer> channels, List<SharedRow> rows) {
    if (!recorded.containsKey(layer)) {
      return;
    }
    float[] values = freeing(() -> summedOverSpace(relevance).toFloatArray());
    Tensor target = requireNonNull(recorded.get(layer));
    int size = values.length / images / rows.size();
    int layerSize = target.values().length / images / passes;
    for (int image = 0; image < images; image++) {
      for (int row = 0; row < rows.size(); row++) {
        int from = (image * rows.size() + row) * size;
        for (int pass : rows.get(row).passes()) {
          int to = (image * passes + pass) * layerSize + channels.get(row) * size;
          System.arraycopy(values, from, target.values(), to, size);
        }
      }
    }
  }
}
