package org.xaistudy.stimuli.pixels;

import java.awt.image.BufferedImage;

/**
 * How a picture was stored, as EXIF's orientation says it.
 *
 * @param swapped whether rows were stored as columns
 * @param fromRight whether the stored columns count from the right
 * @param fromBottom whether the stored rows count from the bottom
 */
record Orientation(boolean swapped, boolean fromRight, boolean fromBottom) {
  /** The orientation of an EXIF value; anything but 2 to 8 means upright. */
  static Orientation of(int exif) {
    return switch (exif) {
      case 2 -> new Orientation(false, true, false);
      case 3 -> new Orientation(false, true, true);
      case 4 -> new Orientation(false, false, true);
      case 5 -> new Orientation(true, false, false);
      case 6 -> new Orientation(true, false, true);
      case 7 -> new Orientation(true, true, true);
      case 8 -> new Orientation(true, true, false);
      default -> new Orientation(false, false, false);
    };
  }

  /** The picture as it was taken. */
  BufferedImage upright(BufferedImage stored) {
    int width = swapped ? stored.getHeight() : stored.getWidth();
    int height = swapped ? stored.getWidth() : stored.getHeight();
    BufferedImage result = ImageFile.rgb(width, height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int column = swapped ? y : x;
        int row = swapped ? x : y;
        result.setRGB(
            x,
            y,
            stored.getRGB(
                fromRight ? stored.getWidth() - 1 - column : column,
                fromBottom ? stored.getHeight() - 1 - row : row));
      }
    }
    return result;
  }
}
