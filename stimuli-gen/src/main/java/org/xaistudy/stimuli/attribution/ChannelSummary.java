package org.xaistudy.stimuli.attribution;

import static org.xaistudy.stimuli.model.NativeTensors.freeing;

import ai.djl.ndarray.NDArray;
import java.nio.FloatBuffer;

/**
 * What a layer's planes come to, channel by channel: relevance or activations of N images.
 *
 * @param channels C; for a linear layer its outputs, each a plane of one pixel
 * @param width of the planes
 * @param sum over each plane, (N·C), image by image
 * @param max the largest value of each plane
 * @param strongest where it is, row · width + column; of equal ones the first
 */
public record ChannelSummary(int channels, int width, float[] sum, float[] max, int[] strongest) {
  /** The summary of an array (N, C, H, W) or (N, C). */
  static ChannelSummary of(NDArray array) {
    // The engine's memory as it is, or a copy in the order of the axes, freed afterwards.
    return freeing(() -> of(array.getShape().getShape(), array.toByteBuffer(true).asFloatBuffer()));
  }

  private static ChannelSummary of(long[] shape, FloatBuffer values) {
    int channels = (int) shape[1];
    int width = shape.length > 2 ? (int) shape[3] : 1;
    int plane = shape.length > 2 ? (int) (shape[2] * shape[3]) : 1;
    int rows = (int) shape[0] * channels;
    ChannelSummary summary =
        new ChannelSummary(channels, width, new float[rows], new float[rows], new int[rows]);
    for (int row = 0; row < rows; row++) {
      summary.fill(row, values, row * plane, plane);
    }
    return summary;
  }

  private void fill(int row, FloatBuffer values, int from, int plane) {
    double total = 0;
    float largest = Float.NEGATIVE_INFINITY;
    int at = 0;
    for (int p = 0; p < plane; p++) {
      float value = values.get(from + p);
      total += value;
      if (value > largest) {
        largest = value;
        at = p;
      }
    }
    sum[row] = (float) total;
    max[row] = largest + 0f; // a zero has no sign
    strongest[row] = at;
  }
}
