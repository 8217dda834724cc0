package org.xaistudy.stimuli.attribution.layer;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.xaistudy.stimuli.model.Layer;
import org.xaistudy.stimuli.model.Operators;

/**
 * A function of each value by itself: relevance passes, through a batch normalisation that no layer
 * precedes as well (as zennit's composites have it, so that nothing is lost to its constants); as a
 * derivative it is multiplied by the slope.
 */
final class ActivationPropagation implements Propagation {
  private final Layer.Elementwise layer;
  private final NDArray x;
  private final boolean gradient;
  private final Cache cache;

  ActivationPropagation(Layer.Elementwise layer, NDArray x, boolean gradient, Cache cache) {
    this.layer = layer;
    this.x = x;
    this.gradient = gradient;
    this.cache = cache;
  }

  @Override
  public List<Relevance> propagate(Relevance upper) {
    if (!gradient) {
      return List.of(upper.share());
    }
    NDArray slope = cache.get(this, this::slope);
    NDArray above = upper.factor();
    NDArray factor = above == null ? slope : cache.derive(above, this, () -> above.mul(slope));
    return List.of(new Relevance(upper.values(), factor).share());
  }

  @Override
  public NDArray gather(List<NDArray> shares) {
    return gradient
        ? Relevance.times(shares.get(0), cache.get(this, this::slope))
        : shares.get(0).duplicate();
  }

  /** As PyTorch has it: at a kink the slope towards zero, inside a clip's bounds 1. */
  private NDArray slope() {
    if (layer instanceof Layer.Clip clip) {
      return x.gte(clip.low()).logicalAnd(x.lte(clip.high())).toType(x.getDataType(), false);
    }
    if (layer instanceof Layer.Affine affine) {
      return x.zerosLike().add(Operators.aligned(x, affine.scale()));
    } else if (layer instanceof Layer.Gate gate) {
      return gateSlope(gate.function());
    } else if (layer instanceof Layer.Swish swish) {
      NDArray gate = Operators.squash(swish.function(), x);
      return gate.add(x.mul(gateSlope(swish.function())));
    }
    NDArray positive = x.gt(0).toType(x.getDataType(), false);
    if (layer instanceof Layer.LeakyReLU leaky) {
      return positive.mul(1 - leaky.slope()).add(leaky.slope());
    } else if (layer instanceof Layer.ReLU) {
      return positive;
    }
    throw new AssertionError("nobody said what the slope is of " + layer);
  }

  private NDArray gateSlope(Layer.Squashing function) {
    NDArray gate = Operators.squash(function, x);
    return switch (function) {
      case SIGMOID -> gate.mul(gate.mul(-1).add(1));
      case HARD_SIGMOID -> gate.gt(0).logicalAnd(gate.lt(1)).toType(x.getDataType(), false).div(6);
    };
  }
}
