package org.xaistudy.stimuli.artefact;

import java.awt.image.BufferedImage;

/** No artefact: images stay as they are. */
record UnplantedImages() implements Planting {
  @Override
  public BufferedImage plant(BufferedImage image) {
    return image;
  }

  @Override
  public boolean[] mask(int side) {
    return new boolean[side * side];
  }
}
