package org.xaistudy.stimuli.pixels;

import java.awt.image.BufferedImage;
import java.util.function.DoubleUnaryOperator;
import org.xaistudy.stimuli.model.Tensor;

/**
 * Resizing with a kernel that widens when an image shrinks, so that nothing is skipped: each output
 * value is the normalised weighted mean of the input values under the kernel, first along rows,
 * then along columns. The triangle is what torchvision's {@code Resize} does to a picture.
 */
public enum Resampling {
  /** Linear interpolation when enlarging. */
  TRIANGLE(1, x -> 1 - x),
  /** Catmull–Rom cubic: smoother and sharper when enlarging; may overshoot. */
  CUBIC(2, x -> x < 1 ? (1.5 * x - 2.5) * x * x + 1 : ((-0.5 * x + 2.5) * x - 4) * x + 2);

  private final double radius;
  private final DoubleUnaryOperator kernel;

  Resampling(double radius, DoubleUnaryOperator kernel) {
    this.radius = radius;
    this.kernel = kernel;
  }

  /** A square picture of another size. */
  public BufferedImage resize(BufferedImage image, int side) {
    return Pixels.image(resize(Pixels.of(image), side, 0));
  }

  /**
   * Pads planes with zeros and resizes the result.
   *
   * @param planes (C, H, W) with H = W
   * @param side of the result, pixels
   * @param pad zeros around the image, in its pixels; need not be whole
   * @return (C, side, side)
   */
  public Tensor resize(Tensor planes, int side, double pad) {
    return resize(planes, side, side, pad);
  }

  /**
   * Planes of any proportions in another size.
   *
   * @param planes (C, H, W)
   * @return (C, height, width)
   */
  public Tensor stretch(Tensor planes, int height, int width) {
    return resize(planes, height, width, 0);
  }

  private Tensor resize(Tensor planes, int height, int width, double pad) {
    int[] shape = planes.shape();
    int rows = shape[1];
    Weights across = new Weights(width, shape[2], pad);
    Weights down = new Weights(height, rows, pad);
    float[] wide = along(planes.values(), shape[0] * rows, shape[2], across);
    Tensor result = Tensor.zeros(shape[0], height, width);
    for (int c = 0; c < shape[0]; c++) {
      float[] turned = transposed(wide, c * rows * width, rows, width);
      float[] columns = along(turned, width, rows, down);
      float[] upright = transposed(columns, 0, width, height);
      System.arraycopy(upright, 0, result.values(), c * height * width, height * width);
    }
    return result;
  }

  /** What each output value takes of which input values. */
  private final class Weights {
    private final float[][] shares;
    private final int[] starts;

    Weights(int side, int from, double pad) {
      shares = new float[side][];
      starts = new int[side];
      for (int i = 0; i < side; i++) {
        starts[i] = weigh(i, side, from, pad, shares);
      }
    }
  }

  /** Fills the weights of output {@code i}; returns the first input they apply to. */
  private int weigh(int i, int side, int from, double pad, float[][] weights) {
    double scale = (from + 2 * pad) / side;
    double stretch = Math.max(1, scale);
    double centre = (i + 0.5) * scale - pad;
    int first = (int) Math.ceil(Math.max(centre - radius * stretch, -pad) - 0.5);
    int last = (int) Math.floor(Math.min(centre + radius * stretch, from + pad) - 0.5);
    double sum = 0;
    int start = Math.max(0, first);
    float[] inside = new float[Math.max(0, Math.min(from - 1, last) - start + 1)];
    for (int j = first; j <= last; j++) {
      double distance = Math.abs(j + 0.5 - centre) / stretch;
      double weight = distance < radius ? kernel.applyAsDouble(distance) : 0;
      sum += weight;
      if (j >= 0 && j < from) {
        inside[j - start] = (float) weight;
      }
    }
    for (int j = 0; j < inside.length; j++) {
      inside[j] /= (float) sum;
    }
    weights[i] = inside;
    return start;
  }

  private static float[] along(float[] values, int rows, int from, Weights given) {
    float[][] weights = given.shares;
    int[] starts = given.starts;
    int side = weights.length;
    float[] result = new float[rows * side];
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < side; i++) {
        float sum = 0;
        for (int j = 0; j < weights[i].length; j++) {
          sum += weights[i][j] * values[row * from + starts[i] + j];
        }
        result[row * side + i] = sum;
      }
    }
    return result;
  }

  private static float[] transposed(float[] values, int offset, int rows, int columns) {
    float[] result = new float[rows * columns];
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        result[x * rows + y] = values[offset + y * columns + x];
      }
    }
    return result;
  }
}
