package org.xaistudy.stimuli.attribution.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.xaistudy.stimuli.attribution.rule.Rule;
import org.xaistudy.stimuli.attribution.rule.Stabiliser;
import org.xaistudy.stimuli.model.Layer;
import org.xaistudy.stimuli.model.NativeTensors;
import org.xaistudy.stimuli.model.Operators;
import org.xaistudy.stimuli.model.Tensor;
import org.xaistudy.stimuli.model.Window;

/** A mean over windows: x ⊙ Mᵀ(R / stab(Mx)), M being the mean as a matrix; as a derivative MᵀR. */
final class AveragePoolPropagation implements Propagation {
  private final NDArray x;
  private final NDArray mean;
  private final Window window;
  private final Tensor share;
  private final boolean gradient;
  private final Cache cache;

  AveragePoolPropagation(
      Layer.AveragePool pool, NDArray x, NDArray mean, boolean gradient, Cache cache) {
    this.x = x;
    this.mean = mean;
    this.gradient = gradient;
    this.cache = cache;
    int height = (int) x.getShape().get(2);
    int width = (int) x.getShape().get(3);
    window = pool.window().resolved(height, width);
    share = Operators.averaging(pool, height, width);
  }

  @Override
  public List<Relevance> propagate(Relevance upper) {
    NDArray s = Relevance.times(upper.product(), cache.get(this, this::scale));
    Shape shape = x.getShape();
    int height = (int) shape.get(2);
    int width = (int) shape.get(3);
    Shape small = s.getShape();
    NDArray planes = s.reshape(small.get(0) * small.get(1), 1, small.get(2), small.get(3));
    NDArray box = s.getManager().ones(new Shape(1, 1, window.height(), window.width()));
    try (Transposition mean = new Transposition(box, window, 1)) {
      NDArray spread = mean.apply(planes, height, width);
      NDArray values = spread.reshape(small.get(0), small.get(1), height, width);
      return List.of(new Relevance(values, gradient ? null : x));
    }
  }

  @Override
  public NDArray gather(List<NDArray> shares) {
    NDArray u = gradient ? shares.get(0) : Relevance.times(shares.get(0), x);
    Shape shape = u.getShape();
    NDArray planes = u.reshape(shape.get(0) * shape.get(1), 1, shape.get(2), shape.get(3));
    NDArray box = u.getManager().ones(new Shape(1, 1, window.height(), window.width()));
    NDArray sums = Operators.convolve(planes, box, null, window, 1);
    Shape small = sums.getShape();
    NDArray pooled = sums.reshape(shape.get(0), shape.get(1), small.get(2), small.get(3));
    return Relevance.times(pooled, cache.get(this, this::scale));
  }

  /** One over the number of values in the mean, and over stab(mean) unless it is a derivative. */
  private NDArray scale() {
    NDManager manager = x.getManager();
    float area = window.height() * window.width();
    NDArray each = NativeTensors.load(manager, share).div(area);
    return gradient ? each : Stabiliser.inverse(mean, Rule.EPSILON).mul(each);
  }
}
