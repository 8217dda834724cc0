package org.xaistudy.stimuli.model;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.norm.BatchNorm;
import java.util.Arrays;

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
      Tensor weight = scaled(convolution.weight());
      return new Layer.Convolution(
          weight, shifted(convolution.bias()), convolution.window(), convolution.groups());
    }

    /** The linear layer that does both. */
    Layer.Linear fold(Layer.Linear linear) {
      return new Layer.Linear(scaled(linear.weight()), shifted(linear.bias()));
    }

    /** The 1 × 1 convolution, a group a channel, that normalises by itself. */
    Layer.Convolution alone() {
      float[] ones = new float[scale.length];
      Arrays.fill(ones, 1);
      Tensor unit = new Tensor(ones, scale.length, 1, 1, 1);
      return fold(
          new Layer.Convolution(
              unit, new float[scale.length], Window.square(1, 1, 0), scale.length));
    }

    private double factor(int channel) {
      return scale[channel] / Math.sqrt(variance[channel] + epsilon);
    }

    private Tensor scaled(Tensor weight) {
      float[] values = weight.values().clone();
      int each = values.length / scale.length;
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (values[i] * factor(i / each));
      }
      return new Tensor(values, weight.shape());
    }

    private float[] shifted(float[] bias) {
      float[] values = new float[bias.length];
      for (int c = 0; c < values.length; c++) {
        values[c] = (float) ((bias[c] - mean[c]) * factor(c) + shift[c]);
      }
      return values;
    }
  }
}
