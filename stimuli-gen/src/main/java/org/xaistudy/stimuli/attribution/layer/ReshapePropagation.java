package org.xaistudy.stimuli.attribution.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;

/** The same values in another shape: back in the input's. */
final class ReshapePropagation implements Propagation {
  private final NDArray x;
  private final NDArray output;
  private final Cache cache;

  ReshapePropagation(NDArray x, NDArray output, Cache cache) {
    this.x = x;
    this.output = output;
    this.cache = cache;
  }

  @Override
  public List<Relevance> propagate(Relevance upper) {
    NDArray above = upper.factor();
    NDArray factor = above == null ? null : cache.derive(above, this, () -> back(above));
    return List.of(new Relevance(back(upper.values()), factor));
  }

  @Override
  public NDArray gather(List<NDArray> shares) {
    long[] shape = output.getShape().getShape().clone();
    shape[0] = shares.get(0).getShape().get(0);
    return shares.get(0).reshape(new Shape(shape)).duplicate();
  }

  private NDArray back(NDArray values) {
    long[] shape = x.getShape().getShape().clone();
    shape[0] = values.getShape().get(0);
    return values.reshape(new Shape(shape));
  }
}
