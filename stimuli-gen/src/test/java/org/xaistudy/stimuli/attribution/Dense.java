package org.xaistudy.stimuli.attribution;

import java.util.function.DoubleUnaryOperator;
import org.xaistudy.stimuli.model.Layer;
import org.xaistudy.stimuli.model.Tensor;
import org.xaistudy.stimuli.model.Window;

/**
 * A layer as an explicit matrix in double precision: slow, and too simple to be wrong in the same
 * way as the real thing.
 *
 * @param weight [outputs][inputs]
 */
record Dense(double[][] weight, double[] bias) {

  static Dense of(Layer.Linear linear) {
    int outputs = linear.weight().shape()[0];
    int inputs = linear.weight().shape()[1];
    double[][] matrix = new double[outputs][inputs];
    for (int o = 0; o < outputs; o++) {
      for (int i = 0; i < inputs; i++) {
        matrix[o][i] = linear.weight().at(o, i);
      }
    }
    return new Dense(matrix, doubles(linear.bias()));
  }

  static Dense of(Layer.Convolution layer, int height, int width) {
    Window w = layer.window();
    int[] kernel = layer.weight().shape();
    int rows = w.outputHeight(height);
    int columns = w.outputWidth(width);
    int outputs = kernel[0];
    int perGroup = outputs / layer.groups();
    double[][] matrix =
        new double[outputs * rows * columns][kernel[1] * layer.groups() * height * width];
    double[] bias = new double[matrix.length];
    for (int o = 0; o < matrix.length; o++) {
      int channel = o / (rows * columns);
      int y = o / columns % rows;
      int x = o % columns;
      bias[o] = layer.bias()[channel];
      for (int tap = 0; tap < kernel[1] * kernel[2] * kernel[3]; tap++) {
        int c = tap / (kernel[2] * kernel[3]);
        int ky = tap / kernel[3] % kernel[2];
        int kx = tap % kernel[3];
        int iy = y * w.strideY() - w.padTop() + ky * w.dilationY();
        int ix = x * w.strideX() - w.padLeft() + kx * w.dilationX();
        int in = channel / perGroup * kernel[1] + c;
        if (iy >= 0 && iy < height && ix >= 0 && ix < width) {
          matrix[o][(in * height + iy) * width + ix] = layer.weight().at(channel, c, ky, kx);
        }
      }
    }
    return new Dense(matrix, bias);
  }

  private static double[] doubles(float[] values) {
    double[] doubles = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
  }

  /** The matrix and bias with a function of each number; {@code biases} false: without bias. */
  Dense map(DoubleUnaryOperator f, boolean biases) {
    double[][] mapped = new double[weight.length][];
    double[] mappedBias = new double[bias.length];
    for (int o = 0; o < weight.length; o++) {
      mapped[o] = java.util.Arrays.stream(weight[o]).map(f).toArray();
      mappedBias[o] = biases ? f.applyAsDouble(bias[o]) : 0;
    }
    return new Dense(mapped, mappedBias);
  }

  /** W x, without bias. */
  double[] times(double[] x) {
    double[] z = new double[weight.length];
    for (int o = 0; o < z.length; o++) {
      for (int i = 0; i < x.length; i++) {
        z[o] += weight[o][i] * x[i];
      }
    }
    return z;
  }

  /** Wᵀ s. */
  double[] transposed(double[] s) {
    double[] c = new double[weight[0].length];
    for (int o = 0; o < s.length; o++) {
      for (int i = 0; i < c.length; i++) {
        c[i] += weight[o][i] * s[o];
      }
    }
    return c;
  }

  static Tensor floats(double[] values, int... shape) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return new Tensor(floats, shape);
  }
}
