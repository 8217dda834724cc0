package org.xaistudy.analysis.figure;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** A small picture inside a page, so that the page needs no other file. */
public final class Thumbnail {
  private Thumbnail() {}

  /**
   * The picture at most so large, in its proportions.
   *
   * @param bytes an image in any form that Java reads
   * @param size of the longer side in pixels
   * @param description for those who do not see it
   * @return nothing where the bytes are no image
   */
  public static Markup of(byte[] bytes, int size, String description) {
    try {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
      return image == null ? Markup.NONE : of(image, size, description);
    } catch (IOException e) {
      return Markup.NONE;
    }
  }

  private static Markup of(BufferedImage image, int size, String description) {
    double scale = Math.min(1, (double) size / Math.max(image.getWidth(), image.getHeight()));
    int width = Math.max(1, (int) Math.round(scale * image.getWidth()));
    int height = Math.max(1, (int) Math.round(scale * image.getHeight()));
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = small.createGraphics();
    graphics.drawImage(
        image.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), 0, 0, null);
    graphics.dispose();
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    try {
      ImageIO.write(small, "jpg", jpeg);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
    return Markup.of(
        "<img src='data:image/jpeg;base64,%s' width='%s' height='%s' alt='%s'>",
        Base64.getEncoder().encodeToString(jpeg.toByteArray()), width, height, description);
  }
}
