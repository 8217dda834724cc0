package org.xaistudy.stimuli.concept;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * For each channel of a layer the k images with the largest values (Achtibat et al. 2023, eqs. 15
 * and 16), of equal ones the first. The result does not depend on the order in which images are
 * offered.
 */
public final class Ranking {
  private static final int NONE = -1;

  private final int channels;
  private final int top;
  final int[] images; // (C, k), NONE where there are fewer
  final float[] values;
  final int[] rows;
  final int[] columns;

  Ranking(int channels, int top) {
    this.channels = channels;
    this.top = top;
    images = new int[channels * top];
    values = new float[channels * top];
    rows = new int[channels * top];
    columns = new int[channels * top];
    Arrays.fill(images, NONE);
  }

  /** Takes an image into account. */
  void offer(int channel, int image, float value, int row, int column) {
    int last = (channel + 1) * top - 1;
    if (!precedes(value, image, last)) {
      return;
    }
    int at = last;
    while (at > channel * top && precedes(value, image, at - 1)) {
      images[at] = images[at - 1];
      values[at] = values[at - 1];
      rows[at] = rows[at - 1];
      columns[at] = columns[at - 1];
      at--;
    }
    images[at] = image;
    values[at] = value;
    rows[at] = row;
    columns[at] = column;
  }

  private boolean precedes(float value, int image, int at) {
    return images[at] == NONE || value > values[at] || (value == values[at] && image < images[at]);
  }

  /** Takes all images of another ranking into account. */
  void merge(Ranking other) {
    for (int i = 0; i < other.images.length; i++) {
      if (other.images[i] != NONE) {
        offer(i / top, other.images[i], other.values[i], other.rows[i], other.columns[i]);
      }
    }
  }

  /** The number of channels. */
  public int channels() {
    return channels;
  }

  /** The references of a channel, largest value first. */
  public List<Reference> of(int channel) {
    List<Reference> references = new ArrayList<>();
    for (int i = channel * top; i < (channel + 1) * top && images[i] != NONE; i++) {
      references.add(new Reference(images[i], values[i], rows[i], columns[i]));
    }
    return references;
  }
}
