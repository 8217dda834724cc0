package org.xaistudy.stimuli.pixels;

import java.awt.image.BufferedImage;
import org.xaistudy.stimuli.model.Tensor;

/** Pictures as tensors of shape (3, H, W), red first. */
public final class Pixels {
  private Pixels() {}

  /** Colours from 0 to 1. */
  public static Tensor of(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] rgb = image.getRGB(0, 0, width, height, null, 0, width);
    float[] values = new float[3 * rgb.length];
    for (int p = 0; p < rgb.length; p++) {
      values[p] = (rgb[p] >> 16 & 0xff) / 255f;
      values[rgb.length + p] = (rgb[p] >> 8 & 0xff) / 255f;
      values[2 * rgb.length + p] = (rgb[p] & 0xff) / 255f;
    }
    return new Tensor(values, 3, height, width);
  }

  /** A picture of colours from 0 to 1; what lies outside is cut off. */
  public static BufferedImage image(Tensor colours) {
    int height = colours.shape()[1];
    int width = colours.shape()[2];
    int plane = height * width;
    int[] rgb = new int[plane];
    for (int p = 0; p < plane; p++) {
      rgb[p] =
          level(colours.values()[p]) << 16
              | level(colours.values()[plane + p]) << 8
              | level(colours.values()[2 * plane + p]);
    }
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, width, height, rgb, 0, width);
    return image;
  }

  private static int level(float value) {
    return Math.round(Math.max(0, Math.min(1, value)) * 255);
  }
}
