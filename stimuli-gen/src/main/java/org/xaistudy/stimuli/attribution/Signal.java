package org.xaistudy.stimuli.attribution;

import ai.djl.ndarray.NDArray;

/**
 * Relevance on its way down, R = values ⊙ factor, the product not yet taken.
 *
 * <p>A rule's last multiplication (by the layer's input) and the next one's first (by the inverse
 * denominator) both use what the image alone determines; taken together they are one multiplication
 * instead of two for every condition.
 *
 * @param values (N·G, …): G conditional passes for each of N images, those of one image together
 * @param factor (N, …) or (1, …), or null for 1; shared, not owned
 */
record Signal(NDArray values, NDArray factor) {
  static Signal of(NDArray values) {
    return new Signal(values, null);
  }

  /** R itself. */
  NDArray relevance() {
    return factor == null ? values : times(values, factor);
  }

  /** Another handle on the same values. */
  Signal share() {
    return new Signal(values.reshape(values.getShape()), factor);
  }

  /** {@code values} ⊙ {@code factor} where each row of the factor goes with N·G / N of values. */
  static NDArray times(NDArray values, NDArray factor) {
    long rows = values.getShape().get(0);
    long images = factor.getShape().get(0);
    if (images == 1 || images == rows) {
      return values.mul(factor);
    }
    long[] each = values.getShape().getShape();
    return values.reshape(Shapes.grouped(each, images)).mul(factor.expandDims(1)).reshape(each);
  }
}
