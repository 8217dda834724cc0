package org.xaistudy.stimuli.attribution;

import static org.xaistudy.stimuli.model.NativeTensors.freeing;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.Map;
import org.xaistudy.stimuli.attribution.layer.Relevance;
import org.xaistudy.stimuli.model.NativeTensors;
import org.xaistudy.stimuli.model.Network;
import org.xaistudy.stimuli.model.Tensor;

/** Relevance that somebody gives to a layer's neurons, on its way down. */
final class Descent {
  private final ForwardPass forward;
  private final String start;
  private final int rows;

  /**
   * Prepares the way.
   *
   * @param start the layer whose neurons have it
   * @param rows of relevance, for each image
   */
  Descent(ForwardPass forward, String start, int rows) {
    this.forward = forward;
    this.start = start;
    this.rows = rows;
  }

  /**
   * What arrives at the pixels.
   *
   * @param relevance (N, K, …) with the start layer's shape
   * @return (N, K, H, W), summed over the colours
   */
  Tensor heatmaps(Tensor relevance) {
    int[] input = forward.network().inputShape();
    int[] shape = {forward.images(), rows, input[1], input[2]};
    float[] values =
        arriving(relevance, Network.INPUT, pixels -> pixels.sum(new int[] {1}).toFloatArray());
    return new Tensor(values, shape);
  }

  /** What arrives at the neurons of a layer below, (N, K, …). */
  Tensor relevance(Tensor relevance, String end) {
    int[] layer = forward.network().shape(end);
    int[] shape = new int[layer.length + 2];
    shape[0] = forward.images();
    shape[1] = rows;
    System.arraycopy(layer, 0, shape, 2, layer.length);
    return new Tensor(arriving(relevance, end, NDArray::toFloatArray), shape);
  }

  private float[] arriving(
      Tensor relevance, String end, java.util.function.Function<NDArray, float[]> read) {
    int[] layer = forward.network().shape(start);
    int[] flat = new int[layer.length + 1];
    flat[0] = forward.images() * rows;
    System.arraycopy(layer, 0, flat, 1, layer.length);
    try (NDManager scope = forward.manager().newSubManager()) {
      Map<String, Relevance> pending = new LinkedHashMap<>();
      pending.put(start, Relevance.of(NativeTensors.load(scope, relevance.reshape(flat))));
      BackwardPass pass = new BackwardPass(forward, end, (at, arriving, first, count) -> arriving);
      try (NDArray arrived = pass.run(pending, rows)) {
        if (arrived == null) {
          throw new IllegalArgumentException(end + " does not lie below " + start);
        }
        return freeing(() -> read.apply(arrived));
      }
    }
  }
}
