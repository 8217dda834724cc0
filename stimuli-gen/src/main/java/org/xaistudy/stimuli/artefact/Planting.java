package org.xaistudy.stimuli.artefact;

import java.awt.image.BufferedImage;
import org.xaistudy.studies.Artefact;

/** An artefact that can be put into images. */
public sealed interface Planting permits BorderPlanting {
  /** The planting that a study asks for. */
  static Planting of(Artefact artefact) {
    if (artefact instanceof Artefact.Border border) {
      return new BorderPlanting(border.width());
    }
    throw new AssertionError("nobody said how to plant " + artefact);
  }

  /** The image with the artefact, in the same size. */
  BufferedImage plant(BufferedImage image);

  /**
   * Where the artefact is.
   *
   * @param side of the images, pixels
   * @return row by row
   */
  boolean[] mask(int side);
}
