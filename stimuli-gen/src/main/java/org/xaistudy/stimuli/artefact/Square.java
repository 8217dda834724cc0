package org.xaistudy.stimuli.artefact;

import java.awt.geom.Rectangle2D;
import org.xaistudy.studies.Artefact.Place;

/** Squares inside an image whose side is 1. */
final class Square {
  /** How far from the edges of the image. */
  private static final double MARGIN = 0.04;

  private Square() {}

  /** A square of this side at a place. */
  static Rectangle2D at(Place place, double size) {
    double near = Math.min(MARGIN, 1 - size);
    double far = Math.max(0, 1 - MARGIN - size);
    double middle = (1 - size) / 2;
    return switch (place) {
      case TOP_LEFT -> new Rectangle2D.Double(near, near, size, size);
      case TOP_RIGHT -> new Rectangle2D.Double(far, near, size, size);
      case BOTTOM_LEFT -> new Rectangle2D.Double(near, far, size, size);
      case BOTTOM_RIGHT -> new Rectangle2D.Double(far, far, size, size);
      case CENTRE -> new Rectangle2D.Double(middle, middle, size, size);
    };
  }
}
