package org.xaistudy.stimuli.attribution;

import ai.djl.ndarray.NDArray;
import java.util.List;

/** A sum: each addend a_k gets R·a_k / stab(Σa); as a derivative R. */
final class AddStep implements Step {
  private final List<NDArray> addends;
  private final NDArray sum;
  private final boolean gradient;
  private final Cache cache;

  AddStep(List<NDArray> addends, NDArray sum, boolean gradient, Cache cache) {
    this.addends = addends;
    this.sum = sum;
    this.gradient = gradient;
    this.cache = cache;
  }

  @Override
  public List<Signal> lower(Signal upper) {
    if (gradient) {
      Signal shared = Signal.of(upper.relevance());
      return addends.stream().map(addend -> shared.share()).toList();
    }
    NDArray scale = cache.get(this, () -> Stabiliser.inverse(sum, Rule.EPSILON));
    NDArray factor =
        upper.factor() == null
            ? scale
            : cache.derive(upper.factor(), this, () -> upper.factor().mul(scale));
    NDArray s = Signal.times(upper.values(), factor);
    return addends.stream().map(addend -> new Signal(s, addend).share()).toList();
  }
}
