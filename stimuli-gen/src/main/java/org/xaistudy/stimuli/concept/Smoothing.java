package org.xaistudy.stimuli.concept;

import org.xaistudy.stimuli.model.Tensor;

/** Gaussian smoothing and thresholding of heat maps. */
public final class Smoothing {
  private Smoothing() {}

  /**
   * The map convolved with a Gaussian, mirrored at the edges.
   *
   * @param map (H, W)
   * @param sigma standard deviation, pixels
   */
  public static Tensor gaussian(Tensor map, double sigma) {
    int height = map.shape()[0];
    int width = map.shape()[1];
    int reach = (int) Math.ceil(4 * sigma);
    double[] kernel = new double[2 * reach + 1];
    double sum = 0;
    for (int k = -reach; k <= reach; k++) {
      kernel[k + reach] = Math.exp(-k * k / (2 * sigma * sigma));
      sum += kernel[k + reach];
    }
    for (int k = 0; k < kernel.length; k++) {
      kernel[k] /= sum;
    }
    float[] rows = along(map.values(), height, width, 1, kernel, reach);
    return new Tensor(along(rows, width, height, width, kernel, reach), height, width);
  }

  /** Along rows with {@code stride} 1, along columns with {@code stride} of the row length. */
  private static float[] along(
      float[] values, int lines, int length, int stride, double[] kernel, int reach) {
    float[] result = new float[values.length];
    int next = stride == 1 ? length : 1;
    for (int line = 0; line < lines; line++) {
      for (int i = 0; i < length; i++) {
        double sum = 0;
        for (int k = -reach; k <= reach; k++) {
          sum += kernel[k + reach] * values[line * next + mirrored(i + k, length) * stride];
        }
        result[line * next + i * stride] = (float) sum;
      }
    }
    return result;
  }

  private static int mirrored(int i, int length) {
    int period = 2 * length;
    int inside = Math.floorMod(i, period);
    return inside < length ? inside : period - 1 - inside;
  }
}
