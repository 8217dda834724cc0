package org.xaistudy.stimuli.dataset;

import java.awt.image.BufferedImage;

/** A labelled image that can be had at any resolution. */
public interface ImageSample extends Sample {
  /**
   * The image, square, opaque RGB.
   *
   * @param side pixels
   * @throws org.xaistudy.studies.document.InvalidFileException if its file cannot be read
   */
  BufferedImage image(int side);
}
