package org.xaistudy.stimuli.attribution.rule;

import ai.djl.ndarray.NDArray;
import org.jspecify.annotations.Nullable;

/** What a rule takes of a weight or a bias. */
public sealed interface WeightPart {
  /** A new array, or {@code values} itself if all of it is taken. */
  @Nullable NDArray of(NDArray values);

  /** W. */
  record All() implements WeightPart {
    @Override
    public NDArray of(NDArray values) {
      return values;
    }
  }

  /** W⁺ = max(W, 0). */
  record Positive() implements WeightPart {
    @Override
    public NDArray of(NDArray values) {
      return values.maximum(0);
    }
  }

  /** W⁻ = min(W, 0). */
  record Negative() implements WeightPart {
    @Override
    public NDArray of(NDArray values) {
      return values.minimum(0);
    }
  }

  /** W + γW⁺. */
  record MorePositive(double gamma) implements WeightPart {
    @Override
    public NDArray of(NDArray values) {
      return values.add(values.maximum(0).mul(gamma));
    }
  }

  /** W + γW⁻. */
  record MoreNegative(double gamma) implements WeightPart {
    @Override
    public NDArray of(NDArray values) {
      return values.add(values.minimum(0).mul(gamma));
    }
  }

  /** W². */
  record Squared() implements WeightPart {
    @Override
    public NDArray of(NDArray values) {
      return values.square();
    }
  }

  /** 1 everywhere. */
  record Ones() implements WeightPart {
    @Override
    public NDArray of(NDArray values) {
      return values.onesLike();
    }
  }

  /** Nothing: a bias that takes no part. */
  record None() implements WeightPart {
    @Override
    public @Nullable NDArray of(NDArray values) {
      return null;
    }
  }
}
