package org.xaistudy.stimuli.render;

import java.awt.image.BufferedImage;
import org.xaistudy.stimuli.model.Tensor;
import org.xaistudy.stimuli.pixels.Resampling;

/**
 * An attribution map as a picture, in any palette. It is symmetric about zero: the largest absolute
 * value of a map has the full colour.
 */
public final class HeatMap {
  private final int side;
  private final float[] values;
  private final float largest;

  /**
   * Enlarges a map by linear interpolation of its values, not of its colours.
   *
   * @param map (H, W) with H = W
   * @param side of the picture, pixels
   */
  public HeatMap(Tensor map, int side) {
    int[] shape = map.shape();
    this.side = side;
    values = Resampling.TRIANGLE.resize(map.reshape(1, shape[0], shape[1]), side, 0).values();
    float most = 0;
    for (float value : values) {
      most = Math.max(most, Math.abs(value));
    }
    largest = most;
  }

  /** The picture. */
  public BufferedImage in(Palette palette) {
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    for (int p = 0; p < values.length; p++) {
      image.setRGB(p % side, p / side, palette.colour(largest == 0 ? 0 : values[p] / largest));
    }
    return image;
  }
}
