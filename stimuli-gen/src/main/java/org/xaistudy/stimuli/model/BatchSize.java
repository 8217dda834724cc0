package org.xaistudy.stimuli.model;

/**
 * How much goes through the network at a time. Larger arrays than this neither fit the processor's
 * cache nor the allocator's pool, and are slower per value, not only larger.
 */
public final class BatchSize {
  /** Values per array: 16 MiB of floats. */
  private static final int VALUES = 1 << 22;

  private BatchSize() {}

  /** The number of images whose largest layer fits; at least 1. */
  public static int images(Network network) {
    int largest = Tensor.size(network.inputShape());
    for (String layer : network.layers()) {
      largest = Math.max(largest, Tensor.size(network.shape(layer)));
    }
    return Math.max(1, VALUES / largest);
  }

  /** The number of rows for each of {@code images} whose arrays at a layer fit; at least 1. */
  public static int rows(Network network, String layer, int images) {
    return Math.max(1, VALUES / (images * Tensor.size(network.shape(layer))));
  }
}
