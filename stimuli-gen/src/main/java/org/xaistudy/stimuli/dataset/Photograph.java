package org.xaistudy.stimuli.dataset;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.xaistudy.stimuli.pixels.Resampling;
import org.xaistudy.studies.document.InvalidFileException;
import org.xaistudy.studies.document.Problem;

/**
 * An image file; of one that is not square, the largest centred square is taken.
 *
 * @param id its name in the data set
 * @param label index of its class
 * @param file where it lies
 */
record Photograph(String id, int label, Path file) implements Sample {
  @Override
  public BufferedImage image(int side) {
    BufferedImage square = square(read());
    return square.getWidth() < side
        ? Resampling.CUBIC.resize(square, side)
        : Resampling.TRIANGLE.resize(square, side);
  }

  private BufferedImage read() {
    try {
      BufferedImage image = ImageIO.read(file.toFile());
      if (image == null) {
        throw new InvalidFileException(
            Problem.ofFile(file, "not an image that can be read; expected PNG, JPEG, GIF or BMP"));
      }
      return image;
    } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException e) {
      // Damaged files make the decoders throw any of these.
      throw new InvalidFileException(
          Problem.ofFile(file, "the image is damaged: " + e.getMessage()));
    }
  }

  private static BufferedImage square(BufferedImage image) {
    int side = Math.min(image.getWidth(), image.getHeight());
    BufferedImage square = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = square.createGraphics();
    g.drawImage(image, (side - image.getWidth()) / 2, (side - image.getHeight()) / 2, null);
    g.dispose();
    return square;
  }
}
