package org.xaistudy.stimuli.attribution;

import static java.util.Objects.requireNonNull;
import static org.xaistudy.stimuli.model.NativeTensors.keeping;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xaistudy.stimuli.model.BatchSize;
import org.xaistudy.stimuli.model.NativeTensors;
import org.xaistudy.stimuli.model.Network;
import org.xaistudy.stimuli.model.Node;
import org.xaistudy.stimuli.model.Tensor;

/**
 * The adjoint of all backward passes that begin at a layer: how much of what each of its neurons
 * has arrives in a region of the image.
 *
 * <p>With denominators fixed, a backward pass is a matrix A; the relevance in a region with mask u
 * is uᵀAR. So Aᵀu, computed by one pass upward a region, answers for all channels, and for any
 * relevance R of the layer, at once.
 */
final class Ascent {
  private final ForwardPass forward;
  private final String top;

  Ascent(ForwardPass forward, String top) {
    this.forward = forward;
    this.top = top;
  }

  /**
   * The relevance that each channel hands down into each region.
   *
   * @param relevance of the layer's neurons, (N, …)
   * @param regions (K, H, W), 1 inside and 0 outside, or any weights
   * @return (N, K, C)
   */
  Tensor inside(Tensor relevance, Tensor regions) {
    int images = forward.images();
    int count = regions.shape()[0];
    int channels = forward.network().shape(top)[0];
    float[] sums = new float[images * count * channels];
    int together = together(count);
    for (int from = 0; from < count; from += together) {
      int to = Math.min(count, from + together);
      Tensor shares = shares(regions.range(from, to));
      add(sums, relevance, shares, from, count);
    }
    return new Tensor(sums, images, count, channels);
  }

  private int together(int count) {
    int fit = count;
    for (Node node : forward.network().nodes()) {
      if (forward.network().isBelow(node.name(), top)) {
        fit = Math.min(fit, BatchSize.rows(forward.network(), node.name(), forward.images()));
      }
    }
    return fit;
  }

  /** Aᵀu of the layer's neurons, (N, K, …). */
  private Tensor shares(Tensor regions) {
    try (NDManager scope = forward.manager().newSubManager()) {
      Map<String, NDArray> shares = new HashMap<>();
      shares.put(Network.INPUT, pixels(scope, regions));
      Network network = forward.network();
      for (Node node : network.nodes()) {
        if (!network.isBelow(node.name(), top)) {
          continue;
        }
        List<NDArray> inputs = node.inputs().stream().map(shares::get).toList();
        shares.put(node.name(), keeping(() -> forward.propagation(node).gather(inputs)));
        if (node.name().equals(top)) {
          break;
        }
      }
      return NativeTensors.copy(requireNonNull(shares.get(top)));
    }
  }

  /** The regions for each colour of each image, (N·K, C, H, W). */
  private NDArray pixels(NDManager scope, Tensor regions) {
    int[] input = forward.network().inputShape();
    int[] shape = regions.shape();
    if (shape.length != 3 || shape[1] != input[1] || shape[2] != input[2]) {
      throw new IllegalArgumentException(
          "regions are (K, " + input[1] + ", " + input[2] + "), these are " + regions);
    }
    NDArray planes = NativeTensors.load(scope, regions);
    long[] all = {forward.images(), shape[0], input[0], shape[1], shape[2]};
    NDArray each = planes.reshape(1, shape[0], 1, shape[1], shape[2]).broadcast(new Shape(all));
    return each.reshape(all[0] * all[1], all[2], all[3], all[4]).duplicate();
  }

  private void add(float[] sums, Tensor relevance, Tensor shares, int first, int count) {
    int images = forward.images();
    int channels = forward.network().shape(top)[0];
    int plane = relevance.values().length / images / channels;
    int rows = shares.shape()[0] / images;
    float[] r = relevance.values();
    float[] u = shares.values();
    for (int image = 0; image < images; image++) {
      for (int row = 0; row < rows; row++) {
        for (int c = 0; c < channels; c++) {
          int at = (image * channels + c) * plane;
          int share = ((image * rows + row) * channels + c) * plane;
          double sum = 0;
          for (int p = 0; p < plane; p++) {
            sum += (double) r[at + p] * u[share + p];
          }
          sums[(image * count + first + row) * channels + c] = (float) sum;
        }
      }
    }
  }
}
