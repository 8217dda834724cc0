package org.xaistudy.stimuli.render;

import java.awt.image.BufferedImage;
import org.xaistudy.stimuli.model.Tensor;
import org.xaistudy.stimuli.pixels.Resampling;

/**
 * Images of which only a part is shown. The rest is a light grey with a forward of the image:
 * light, so that nobody takes it for a black border.
 */
public final class MaskedImage {
  private static final int GREY = 222;
  private static final double TRACE = 0.1;

  private MaskedImage() {}

  /**
   * Shows an image where a margin is positive.
   *
   * @param image square
   * @param margin (1, h, w) with h = w, in any resolution; enlarged before it is cut, so that the
   *     outline is smooth
   */
  public static BufferedImage draw(BufferedImage image, Tensor margin) {
    int side = image.getWidth();
    float[] shown = Resampling.TRIANGLE.resize(margin, side, 0).values();
    BufferedImage masked = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    for (int p = 0; p < shown.length; p++) {
      int rgb = image.getRGB(p % side, p / side);
      masked.setRGB(p % side, p / side, shown[p] > 0 ? rgb : faded(rgb));
    }
    return masked;
  }

  private static int faded(int rgb) {
    return paled(rgb >> 16 & 0xff) << 16 | paled(rgb >> 8 & 0xff) << 8 | paled(rgb & 0xff);
  }

  private static int paled(int level) {
    return (int) Math.round(GREY * (1 - TRACE) + level * TRACE);
  }
}
