package org.xaistudy.stimuli.attribution.rule;

import ai.djl.ndarray.NDArray;

/** stab(z) = z + ε·sign(z), with sign(0) = +1, so that nothing is divided by zero. */
public final class Stabiliser {
  private Stabiliser() {}

  /** stab(z). */
  public static NDArray of(NDArray z, double epsilon) {
    return addition(z, epsilon).addi(z);
  }

  /** ε·sign(z). */
  public static NDArray addition(NDArray z, double epsilon) {
    return z.gte(0).toType(z.getDataType(), false).muli(2 * epsilon).subi(epsilon);
  }

  /** 1 / stab(z). */
  public static NDArray inverse(NDArray z, double epsilon) {
    return of(z, epsilon).powi(-1);
  }

  /** The same where z ≥ 0 is known: the sign need not be looked up. */
  public static NDArray inverseOfNonNegative(NDArray z, double epsilon) {
    return z.add(epsilon).powi(-1);
  }
}
