package org.xaistudy.stimuli.model;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.norm.BatchNorm;

/**
 * Batch normalisation of a layer in training: one value a channel each, the running ones updated at
 * every step.
 */
record BatchNormalisation(NDArray scale, NDArray shift, NDArray mean, NDArray variance) {
  /** What is added to a variance before its root, as in PyTorch. */
  private static final float EPSILON = 1e-5f;

  /** The share of the batch's statistics that goes into the running ones. */
  private static final float MOMENTUM = 0.1f;

  NDArray apply(NDArray x) {
    return BatchNorm.batchNorm(x, mean, variance, scale, shift, 1, MOMENTUM, EPSILON, true)
        .singletonOrThrow();
  }

  Statistics statistics() {
    return new Statistics(
        scale.toFloatArray(),
        shift.toFloatArray(),
        mean.toFloatArray(),
        variance.toFloatArray(),
        EPSILON);
  }

  /** The same on the heap, as evaluation uses it: y = scale·(x − mean)/√(variance + ε) + shift. */
  record Statistics(float[] scale, float[] shift, float[] mean, float[] variance, double epsilon) {

    /** The convolution that does both, W' = W·f and b' = (b − mean)·f + shift. */
    Layer.Convolution fold(Layer.Convolution convolution) {
      return (Layer.Convolution) requireNonNull(alone().after(convolution));
    }

    /** The layer that normalises by itself. */
    Layer.Affine alone() {
      float[] factors = new float[scale.length];
      float[] shifts = new float[scale.length];
      for (int c = 0; c < scale.length; c++) {
        factors[c] = (float) factor(c);
        shifts[c] = (float) (shift[c] - mean[c] * factor(c));
      }
      return new Layer.Affine(
          new Tensor(factors, factors.length), new Tensor(shifts, shifts.length));
    }

    private double factor(int channel) {
      return scale[channel] / Math.sqrt(variance[channel] + epsilon);
    }
  }
}
