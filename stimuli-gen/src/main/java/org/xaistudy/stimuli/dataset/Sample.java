package org.xaistudy.stimuli.dataset;

import java.awt.image.BufferedImage;

/** One labelled image that can be had at any resolution. */
public interface Sample {
  /** Its name in the data set, such as {@code test/dotted-redcap/17}; unique. */
  String id();

  /** Index of its class. */
  int label();

  /**
   * The image, square, opaque RGB.
   *
   * @param side pixels
   * @throws org.xaistudy.studies.document.InvalidFileException if its file cannot be read
   */
  BufferedImage image(int side);
}
