package org.xaistudy.stimuli.attribution.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import java.util.List;

/** Channels put side by side: each input gets back its own. */
final class ConcatPropagation implements Propagation {
  private final int[] channels;

  ConcatPropagation(int... channels) {
    this.channels = channels;
  }

  @Override
  public List<Relevance> propagate(Relevance upper) {
    long[] ends = new long[channels.length - 1];
    long end = 0;
    for (int i = 0; i < ends.length; i++) {
      end += channels[i];
      ends[i] = end;
    }
    NDArray relevance = upper.product();
    return relevance.split(ends, 1).stream().map(part -> Relevance.of(part.duplicate())).toList();
  }

  @Override
  public NDArray gather(List<NDArray> shares) {
    return NDArrays.concat(new NDList(shares), 1);
  }
}
