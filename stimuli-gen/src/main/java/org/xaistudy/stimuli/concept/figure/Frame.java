package org.xaistudy.stimuli.concept.figure;

import org.xaistudy.stimuli.model.ReceptiveField;

/** A square part of an image; it may stick out of an image that is not square. */
record Frame(int x, int y, int side) {
  /** The smallest square that holds an area, moved into the image as far as it fits. */
  static Frame around(ReceptiveField.Area area, int height, int width) {
    int side = Math.min(Math.max(area.width(), area.height()), Math.max(height, width));
    return new Frame(
        inside(area.x() + (area.width() - side) / 2, side, width),
        inside(area.y() + (area.height() - side) / 2, side, height),
        side);
  }

  private static int inside(int from, int side, int size) {
    return side >= size ? (size - side) / 2 : Math.max(0, Math.min(size - side, from));
  }

  Frame times(int scale) {
    return new Frame(x * scale, y * scale, side * scale);
  }
}
