package org.xaistudy.stimuli.concept;

import org.xaistudy.stimuli.model.Tensor;

/**
 * Pixels of an image.
 *
 * @param mask (H, W), 1 inside and 0 outside, or weights in between
 */
public record Region(Tensor mask) {
  /** Checks the shape. */
  public Region {
    if (mask.shape().length != 2) {
      throw new IllegalArgumentException("a region is a map (height, width), not " + mask);
    }
  }

  /**
   * A rectangle.
   *
   * @param imageHeight of the image, pixels
   * @throws IllegalArgumentException if it is empty or sticks out
   */
  public static Region box(
      int left, int top, int width, int height, int imageHeight, int imageWidth) {
    boolean inside = left >= 0 && top >= 0 && width > 0 && height > 0;
    if (!inside || left + width > imageWidth || top + height > imageHeight) {
      throw new IllegalArgumentException(
          "the box (left %d, top %d, width %d, height %d) is not part of an image %d wide and %d high"
              .formatted(left, top, width, height, imageWidth, imageHeight));
    }
    Tensor mask = Tensor.zeros(imageHeight, imageWidth);
    for (int y = top; y < top + height; y++) {
      for (int x = left; x < left + width; x++) {
        mask.values()[y * imageWidth + x] = 1;
      }
    }
    return new Region(mask);
  }
}
