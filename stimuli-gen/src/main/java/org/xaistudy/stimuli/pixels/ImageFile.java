package org.xaistudy.stimuli.pixels;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.xaistudy.studies.document.InvalidFileException;
import org.xaistudy.studies.document.Problem;

/** Image files as a person sees them in a viewer: upright, on white, grey as bright as it is. */
public final class ImageFile {
  private static final String READABLE = "expected PNG, JPEG, GIF or BMP in RGB, grey or a palette";

  private ImageFile() {}

  /**
   * Reads an image of any size.
   *
   * @return opaque RGB
   * @throws InvalidFileException if it cannot be read
   */
  public static BufferedImage read(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
      if (image == null) {
        throw problem(file, "not an image that can be read; " + READABLE);
      }
      return Orientation.of(exif(bytes)).upright(opaque(image));
    } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException e) {
      // Damaged files make the decoders throw any of these.
      throw problem(
          file,
          "the image is damaged or of a kind that cannot be read: "
              + e.getMessage()
              + "; "
              + READABLE);
    }
  }

  private static InvalidFileException problem(Path file, String message) {
    return new InvalidFileException(Problem.ofFile(file, message));
  }

  /** How the camera was held, 1 to 8; upright where nothing says so. */
  private static int exif(byte[] bytes) {
    try {
      ExifIFD0Directory exif =
          ImageMetadataReader.readMetadata(new ByteArrayInputStream(bytes), bytes.length)
              .getFirstDirectoryOfType(ExifIFD0Directory.class);
      return exif != null && exif.containsTag(ExifIFD0Directory.TAG_ORIENTATION)
          ? exif.getInt(ExifIFD0Directory.TAG_ORIENTATION)
          : 1;
    } catch (ImageProcessingException | MetadataException | IOException e) {
      return 1; // an image whose notes are damaged is still an image
    }
  }

  private static BufferedImage opaque(BufferedImage image) {
    ColorModel model = image.getColorModel();
    return model.getColorSpace().getType() == ColorSpace.TYPE_GRAY
            && !(model instanceof IndexColorModel)
        ? grey(image)
        : onWhite(image);
  }

  /**
   * Java takes the values of grey images for linear light and would brighten them; every viewer
   * takes them for what they are in RGB, three equal values.
   */
  private static BufferedImage grey(BufferedImage image) {
    Raster raster = image.getRaster();
    double most = (1L << image.getColorModel().getComponentSize(0)) - 1.0;
    boolean alpha = image.getColorModel().hasAlpha();
    BufferedImage result = rgb(image.getWidth(), image.getHeight());
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        double grey = raster.getSample(x, y, 0) / most;
        double cover = alpha ? raster.getSample(x, y, 1) / most : 1;
        int level = (int) Math.round(255 * (grey * cover + 1 - cover));
        result.setRGB(x, y, level << 16 | level << 8 | level);
      }
    }
    return result;
  }

  private static BufferedImage onWhite(BufferedImage image) {
    BufferedImage result = rgb(image.getWidth(), image.getHeight());
    Graphics2D g = result.createGraphics();
    g.drawImage(image, 0, 0, Color.WHITE, null);
    g.dispose();
    return result;
  }

  /** The largest centred square of an image. */
  public static BufferedImage centredSquare(BufferedImage image) {
    int side = Math.min(image.getWidth(), image.getHeight());
    return image.getSubimage(
        (image.getWidth() - side) / 2, (image.getHeight() - side) / 2, side, side);
  }

  static BufferedImage rgb(int width, int height) {
    return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
  }
}
