package org.xaistudy.stimuli.attribution;

import static org.xaistudy.stimuli.model.NativeTensors.freeing;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.xaistudy.stimuli.attribution.layer.LinearPropagation;
import org.xaistudy.stimuli.model.Layer;
import org.xaistudy.stimuli.model.NativeTensors;
import org.xaistudy.stimuli.model.Network;
import org.xaistudy.stimuli.model.Node;
import org.xaistudy.stimuli.model.Tensor;

/**
 * How a layer's channels are made of a lower layer's: relevance from channel to channel.
 *
 * <p>Where the upper layer, or one right below it through activations, reads the lower one with
 * nothing in between but what keeps each channel's relevance (activations, maximum pooling,
 * flattening), the whole matrix is one weight-gradient convolution. Else each upper channel is
 * handed down by itself.
 */
final class Composition {
  private final ForwardPass forward;
  private final Network network;
  private final Node upper;
  private final Node lower;

  Composition(ForwardPass forward, Node upper, Node lower) {
    this.forward = forward;
    this.network = forward.network();
    this.upper = upper;
    this.lower = lower;
    if (upper.name().equals(lower.name()) || !network.isBelow(lower.name(), upper.name())) {
      throw new IllegalArgumentException(lower.name() + " does not lie below " + upper.name());
    }
  }

  /**
   * The matrix.
   *
   * @param relevance of the upper layer, (N, …)
   * @return (N, upper channels, lower channels)
   */
  Tensor of(Tensor relevance) {
    Node weighted = alone(upper) ? network.node(upper.inputs().get(0)) : upper;
    LinearPropagation whole = forward.separable(weighted);
    return whole != null && adjacent(weighted) ? atOnce(whole, relevance) : singly(relevance);
  }

  /** Whether relevance passes a node unchanged to the one node it reads. */
  private boolean alone(Node node) {
    boolean passes = node.layer() instanceof Layer.Elementwise && forward.passesActivations();
    return passes && !node.inputs().get(0).equals(Network.INPUT);
  }

  /** Whether all that a layer reads is the lower layer's, channel by channel, and nothing else. */
  private boolean adjacent(Node weighted) {
    String name = weighted.inputs().get(0);
    while (!name.equals(lower.name())) {
      if (name.equals(Network.INPUT)) {
        return false;
      }
      Node node = network.node(name);
      boolean keeps =
          alone(node)
              || node.layer() instanceof Layer.MaxPool
              || node.layer() instanceof Layer.Flatten;
      if (!keeps) {
        return false;
      }
      name = node.inputs().get(0);
    }
    return true;
  }

  private Tensor atOnce(LinearPropagation whole, Tensor relevance) {
    int channels = network.shape(lower.name())[0];
    try (NDManager scope = forward.manager().newSubManager()) {
      NDArray r = NativeTensors.load(scope, relevance);
      return freeing(
          () -> {
            NDArray matrix = whole.composition(r);
            long[] shape = matrix.getShape().getShape();
            long each = shape[2] / channels; // flattened planes
            return NativeTensors.copy(
                each == 1
                    ? matrix
                    : matrix.reshape(shape[0], shape[1], channels, each).sum(new int[] {3}));
          });
    }
  }

  /** Channel by channel; as many at a time as memory allows is the business of the descent. */
  private Tensor singly(Tensor relevance) {
    int images = forward.images();
    int[] shape = network.shape(upper.name());
    int plane = Tensor.size(shape) / shape[0];
    int channels = network.shape(lower.name())[0];
    Tensor matrix = Tensor.zeros(images, shape[0], channels);
    for (int c = 0; c < shape[0]; c++) {
      float[] single = new float[relevance.values().length];
      for (int image = 0; image < images; image++) {
        int from = (image * shape[0] + c) * plane;
        System.arraycopy(relevance.values(), from, single, from, plane);
      }
      if (allZero(single)) {
        continue;
      }
      int[] row = new int[shape.length + 2];
      row[0] = images;
      row[1] = 1;
      System.arraycopy(shape, 0, row, 2, shape.length);
      Tensor arrived =
          new Descent(forward, upper.name(), 1).relevance(new Tensor(single, row), lower.name());
      sum(arrived, matrix, c);
    }
    return matrix;
  }

  private static boolean allZero(float[] values) {
    for (float value : values) {
      if (value != 0) {
        return false;
      }
    }
    return true;
  }

  private static void sum(Tensor arrived, Tensor matrix, int row) {
    int[] shape = matrix.shape();
    int plane = arrived.values().length / shape[0] / shape[2];
    for (int image = 0; image < shape[0]; image++) {
      for (int c = 0; c < shape[2]; c++) {
        double sum = 0;
        int from = (image * shape[2] + c) * plane;
        for (int p = from; p < from + plane; p++) {
          sum += arrived.values()[p];
        }
        matrix.values()[(image * shape[1] + row) * shape[2] + c] = (float) sum;
      }
    }
  }
}
