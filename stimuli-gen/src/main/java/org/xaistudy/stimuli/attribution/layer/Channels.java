package org.xaistudy.stimuli.attribution.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;

/** Channels by their numbers. */
public final class Channels {
  private Channels() {}

  /**
   * The values of some channels.
   *
   * @param values (N, C, …)
   * @param channels (K), whole numbers
   * @return (N, K, …)
   */
  public static NDArray select(NDArray values, NDArray channels) {
    return values.get(new NDIndex(":,{}", channels));
  }
}
