package org.xaistudy.stimuli.attribution.rule;

import ai.djl.ndarray.NDArray;
import org.jspecify.annotations.Nullable;

/** What a rule takes of a layer's input. */
public sealed interface InputPart {
  /** An array that multiplies like the part, null for ones; {@code x} itself where it is that. */
  @Nullable NDArray of(NDArray x);

  /** x. */
  record All() implements InputPart {
    @Override
    public NDArray of(NDArray x) {
      return x;
    }
  }

  /** x⁺ = max(x, 0). */
  record Positive() implements InputPart {
    @Override
    public NDArray of(NDArray x) {
      return x.maximum(0);
    }
  }

  /** x⁻ = min(x, 0). */
  record Negative() implements InputPart {
    @Override
    public NDArray of(NDArray x) {
      return x.minimum(0);
    }
  }

  /** 1 everywhere. */
  record One() implements InputPart {
    @Override
    public @Nullable NDArray of(NDArray x) {
      return null;
    }
  }

  /** The same value everywhere. */
  record Constant(double value) implements InputPart {
    @Override
    public NDArray of(NDArray x) {
      return x.zerosLike().addi(value);
    }
  }
}
