package org.xaistudy.stimuli.attribution;

import org.xaistudy.stimuli.model.Network;
import org.xaistudy.stimuli.model.Tensor;

/**
 * How much goes through the network at a time. Larger arrays than this neither fit the processor's
 * cache nor the allocator's pool, and are slower per value, not only larger.
 */
final class Memory {
  /** Values per array: 16 MiB of floats. */
  static final int VALUES = 1 << 22;

  private Memory() {}

  /** The number of images whose largest layer fits; at least 1. */
  static int imagesAtOnce(Network network) {
    int largest = Tensor.size(network.inputShape());
    for (String layer : network.layers()) {
      largest = Math.max(largest, Tensor.size(network.shape(layer)));
    }
    return Math.max(1, VALUES / largest);
  }

  /** The number of conditional passes over {@code images} whose arrays at a layer fit. */
  static int passesAtOnce(Network network, String layer, int images) {
    return Math.max(1, VALUES / (images * Tensor.size(network.shape(layer))));
  }
}
