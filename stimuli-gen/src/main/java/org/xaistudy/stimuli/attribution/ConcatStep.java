package org.xaistudy.stimuli.attribution;

import ai.djl.ndarray.NDArray;
import java.util.List;

/** Channels put side by side: each input gets back its own. */
final class ConcatStep implements Step {
  private final int[] channels;

  ConcatStep(int... channels) {
    this.channels = channels;
  }

  @Override
  public List<Signal> lower(Signal upper) {
    long[] ends = new long[channels.length - 1];
    long end = 0;
    for (int i = 0; i < ends.length; i++) {
      end += channels[i];
      ends[i] = end;
    }
    NDArray relevance = upper.relevance();
    return relevance.split(ends, 1).stream().map(part -> Signal.of(part.duplicate())).toList();
  }
}
