package org.xaistudy.stimuli.check;

import java.util.List;
import org.xaistudy.stimuli.model.Tensor;
import org.xaistudy.stimuli.pixels.Resampling;

/** The sum of the maps of one explanation, as people see it. */
final class SummedMap {
  private final float[] values;
  private double sum;
  private double absolute;
  private double largest;

  /**
   * @param maps of all panels, (h, w) each; linearly enlarged to the sample's size and added
   * @param height of the sample, pixels
   * @param width of the sample, pixels
   */
  SummedMap(List<Tensor> maps, int height, int width) {
    values = new float[height * width];
    for (Tensor map : maps) {
      int[] shape = map.shape();
      float[] enlarged =
          Resampling.TRIANGLE.stretch(map.reshape(1, shape[0], shape[1]), height, width).values();
      for (int p = 0; p < values.length; p++) {
        values[p] += enlarged[p];
      }
    }
    for (float value : values) {
      double size = Math.abs(value);
      sum += value;
      absolute += size;
      largest = Math.max(largest, size);
    }
  }

  /** Whether nothing is coloured. */
  boolean isBlank() {
    return absolute == 0;
  }

  /** The share of absolute values inside a mask, 0 to 1, of a map that is not blank. */
  double mass(boolean[] mask) {
    double inside = 0;
    for (int p = 0; p < values.length; p++) {
      inside += mask[p] ? Math.abs(values[p]) : 0;
    }
    return inside / absolute;
  }

  /** The balance of for and against: the sum over the sum of absolute values, −1 to 1. */
  double sign() {
    return isBlank() ? 0 : sum / absolute;
  }

  /** How much is coloured: the mean absolute value over the largest, 0 to 1. */
  double brightness() {
    return isBlank() ? 0 : absolute / values.length / largest;
  }
}
