package org.xaistudy.stimuli.dataset;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import org.xaistudy.stimuli.pixels.ImageFile;
import org.xaistudy.stimuli.pixels.Resampling;

/**
 * An image file; of one that is not square, the largest centred square is taken.
 *
 * @param id its name in the data set
 * @param label index of its class
 * @param file where it lies
 */
record Photograph(String id, int label, Path file) implements ImageSample {
  @Override
  public BufferedImage image(int side) {
    BufferedImage square = ImageFile.centredSquare(ImageFile.read(file));
    return square.getWidth() < side
        ? Resampling.CUBIC.resize(square, side)
        : Resampling.TRIANGLE.resize(square, side);
  }
}
