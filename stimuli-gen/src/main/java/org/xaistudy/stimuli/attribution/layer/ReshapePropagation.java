package org.xaistudy.stimuli.attribution.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;

/** The same values in another shape: back in the input's. */
final class ReshapePropagation implements Propagation {
  private final NDArray x;
  private final Cache cache;

  ReshapePropagation(NDArray x, Cache cache) {
    this.x = x;
    this.cache = cache;
  }

  @Override
  public List<Relevance> propagate(Relevance upper) {
    NDArray factor =
        upper.factor() == null
            ? null
            : cache.derive(upper.factor(), this, () -> back(upper.factor()));
    return List.of(new Relevance(back(upper.values()), factor));
  }

  private NDArray back(NDArray values) {
    long[] shape = x.getShape().getShape().clone();
    shape[0] = values.getShape().get(0);
    return values.reshape(new Shape(shape));
  }
}
