package org.xaistudy.stimuli.attribution.layer;

import ai.djl.ndarray.NDArray;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.xaistudy.stimuli.model.NativeTensors;

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
public record Relevance(NDArray values, @Nullable NDArray factor) implements AutoCloseable {
  /** Relevance without a factor. */
  public static Relevance of(NDArray values) {
    return new Relevance(values, null);
  }

  /** R itself; a new array unless there is no factor. */
  public NDArray product() {
    return factor == null ? values : times(values, factor);
  }

  /** Another handle on the same values. */
  public Relevance share() {
    return new Relevance(values.reshape(values.getShape()), factor);
  }

  /** What is made of R, which must be a new array; this one is freed. */
  public Relevance replacedBy(UnaryOperator<NDArray> change) {
    try {
      return of(NativeTensors.keeping(() -> change.apply(product())));
    } finally {
      close();
    }
  }

  /** Frees the values. */
  @Override
  public void close() {
    values.close();
  }

  /** {@code values} / {@code divisor}, rows as in {@link #times}. */
  static NDArray over(NDArray values, NDArray divisor) {
    long rows = values.getShape().get(0);
    long images = divisor.getShape().get(0);
    if (images == 1 || images == rows) {
      return values.div(divisor);
    }
    long[] each = values.getShape().getShape();
    return values.reshape(Shapes.grouped(each, images)).div(divisor.expandDims(1)).reshape(each);
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
