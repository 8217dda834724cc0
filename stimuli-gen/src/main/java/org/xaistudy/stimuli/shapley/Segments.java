package org.xaistudy.stimuli.shapley;

import java.util.Map;
import java.util.TreeMap;
import org.xaistudy.stimuli.model.Tensor;

/**
 * A division of an image's pixels.
 *
 * @param labels the segment of each pixel, row by row, from 0 to {@code count} − 1
 */
public record Segments(int[] labels, int height, int width, int count) {
  public Segments {
    if (labels.length != height * width) {
      throw new IllegalArgumentException(
          labels.length + " labels do not cover " + height + " × " + width + " pixels");
    }
    for (int label : labels) {
      if (label < 0 || label >= count) {
        throw new IllegalArgumentException(
            "segment " + label + " is not one of 0 to " + (count - 1));
      }
    }
  }

  /** Rectangles in {@code rows} and {@code columns}, numbered row by row. */
  public static Segments grid(int height, int width, int rows, int columns) {
    int[] labels = new int[height * width];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = i / width * rows / height * columns + i % width * columns / width;
    }
    return new Segments(labels, height, width, rows * columns);
  }

  /** A signal cut into {@code count} stretches, as long as each other; at most one a value. */
  public static Segments stretches(int length, int count) {
    return grid(1, length, 1, Math.min(length, count));
  }

  /** From a map (H, W) of whole numbers; segments are numbered in the order of those numbers. */
  public static Segments of(Tensor map) {
    if (map.shape().length != 2) {
      throw new IllegalArgumentException("segments are a map (height, width), not " + map);
    }
    TreeMap<Integer, Integer> numbers = new TreeMap<>();
    for (float value : map.values()) {
      numbers.put(Math.round(value), 0);
    }
    int next = 0;
    for (Map.Entry<Integer, Integer> entry : numbers.entrySet()) {
      entry.setValue(next++);
    }
    int[] labels = new int[map.values().length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = numbers.getOrDefault(Math.round(map.values()[i]), 0);
    }
    return new Segments(labels, map.shape()[0], map.shape()[1], next);
  }

  /** The number of pixels of each segment. */
  public int[] sizes() {
    int[] sizes = new int[count];
    for (int label : labels) {
      sizes[label]++;
    }
    return sizes;
  }
}
