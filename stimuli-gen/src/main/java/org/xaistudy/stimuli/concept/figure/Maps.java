package org.xaistudy.stimuli.concept.figure;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import org.xaistudy.stimuli.model.Tensor;
import org.xaistudy.stimuli.render.Palette;

/** Maps of numbers on images of any proportions. */
final class Maps {
  private static final int PALE = 226;
  private static final double TRACE = 0.12;

  private Maps() {}

  /** A map (H, W) with each side {@code scale} times as long, by linear interpolation. */
  static Tensor enlarged(Tensor map, int scale) {
    int height = map.shape()[0];
    int width = map.shape()[1];
    Tensor large = Tensor.zeros(height * scale, width * scale);
    for (int y = 0; y < height * scale; y++) {
      double fromY = Math.max(0, Math.min(height - 1, (y + 0.5) / scale - 0.5));
      int top = (int) fromY;
      int bottom = Math.min(height - 1, top + 1);
      for (int x = 0; x < width * scale; x++) {
        double fromX = Math.max(0, Math.min(width - 1, (x + 0.5) / scale - 0.5));
        int left = (int) fromX;
        int right = Math.min(width - 1, left + 1);
        double up = mix(map, top, left, right, fromX - left);
        double down = mix(map, bottom, left, right, fromX - left);
        large.values()[y * width * scale + x] = (float) (up + (fromY - top) * (down - up));
      }
    }
    return large;
  }

  private static double mix(Tensor map, int y, int left, int right, double share) {
    float a = map.at(y, left);
    return a + share * (map.at(y, right) - a);
  }

  /** A map in colours, symmetric about zero. */
  static BufferedImage coloured(Tensor map, Palette palette) {
    int height = map.shape()[0];
    int width = map.shape()[1];
    float largest = 0;
    for (float value : map.values()) {
      largest = Math.max(largest, Math.abs(value));
    }
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int p = 0; p < height * width; p++) {
      float share = largest == 0 ? 0 : map.values()[p] / largest;
      image.setRGB(p % width, p / width, palette.colour(share));
    }
    return image;
  }

  /** The part of an image in a frame, pale where a margin of the same size is not positive. */
  static BufferedImage masked(BufferedImage image, Tensor margin, Frame frame, int side) {
    BufferedImage part = new BufferedImage(frame.side(), frame.side(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < frame.side(); y++) {
      for (int x = 0; x < frame.side(); x++) {
        int fromX = frame.x() + x;
        int fromY = frame.y() + y;
        boolean inside =
            fromX >= 0 && fromY >= 0 && fromX < image.getWidth() && fromY < image.getHeight();
        int rgb = inside ? image.getRGB(fromX, fromY) : 0xffffff;
        boolean shown = inside && margin.at(fromY, fromX) > 0;
        part.setRGB(x, y, shown || !inside ? rgb : faded(rgb));
      }
    }
    return resized(part, side, side);
  }

  /** An image, pale where a margin of the same size is not positive. */
  static BufferedImage masked(BufferedImage image, Tensor margin) {
    BufferedImage masked =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    for (int p = 0; p < margin.values().length; p++) {
      int x = p % image.getWidth();
      int y = p / image.getWidth();
      int rgb = image.getRGB(x, y);
      masked.setRGB(x, y, margin.values()[p] > 0 ? rgb : faded(rgb));
    }
    return masked;
  }

  /** A picture in another size. */
  static BufferedImage resized(BufferedImage image, int width, int height) {
    BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = result.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    g.drawImage(image, 0, 0, width, height, null);
    g.dispose();
    return result;
  }

  private static int faded(int rgb) {
    return paled(rgb >> 16 & 0xff) << 16 | paled(rgb >> 8 & 0xff) << 8 | paled(rgb & 0xff);
  }

  private static int paled(int level) {
    return (int) Math.round(PALE * (1 - TRACE) + level * TRACE);
  }
}
