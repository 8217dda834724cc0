package org.xaistudy.stimuli.attribution;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;

/** Channels by their numbers. */
final class Channels {
  private Channels() {}

  /**
   * @param values (N, C, …)
   * @param channels (K), whole numbers
   * @return (N, K, …)
   */
  static NDArray select(NDArray values, NDArray channels) {
    return values.get(new NDIndex(":,{}", channels));
  }
}
