package org.xaistudy.stimuli.render;

import java.awt.image.BufferedImage;
import org.xaistudy.stimuli.model.Tensor;
import org.xaistudy.stimuli.pixels.Resampling;

/**
 * Attribution maps in blue (against), white (nothing) and red (for), symmetric about zero: the
 * largest absolute value of a map has the full colour.
 */
public final class HeatMap {
  private HeatMap() {}

  /**
   * Draws a map, enlarged by linear interpolation of its values, not of its colours.
   *
   * @param map (H, W) with H = W
   * @param side of the picture, pixels
   */
  public static BufferedImage draw(Tensor map, int side) {
    int[] shape = map.shape();
    Tensor large = Resampling.TRIANGLE.resize(map.reshape(1, shape[0], shape[1]), side, 0);
    float largest = 0;
    for (float value : large.values()) {
      largest = Math.max(largest, Math.abs(value));
    }
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    for (int p = 0; p < side * side; p++) {
      image.setRGB(p % side, p / side, colour(largest == 0 ? 0 : large.values()[p] / largest));
    }
    return image;
  }

  /** The colour of a value from −1 to 1, as 0xRRGGBB. */
  public static int colour(float value) {
    int fade = Math.round(255 * (1 - Math.min(1, Math.abs(value))));
    return value >= 0 ? 0xff0000 | fade << 8 | fade : fade << 16 | fade << 8 | 0xff;
  }
}
