package org.xaistudy.stimuli.pixels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of the kinds that cameras and tools write. */
class ImageFileTest {
  @TempDir Path folder;

  private BufferedImage written(BufferedImage image, String format) throws IOException {
    Path file = folder.resolve("image." + format);
    ImageIO.write(image, format, file.toFile());
    return ImageFile.read(file);
  }

  /** Corners by brightness: top left dark, top right darker grey, bottom left light, else white. */
  private static byte[] corners(int orientation) throws IOException {
    BufferedImage image = new BufferedImage(32, 16, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 16; y++) {
      for (int x = 0; x < 32; x++) {
        image.setRGB(x, y, 0x010101 * ((x < 16 ? 0 : 80) + (y < 8 ? 0 : 160)));
      }
    }
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    ImageIO.write(image, "jpg", jpeg);
    return withExif(jpeg.toByteArray(), orientation);
  }

  /** Puts an APP1 segment with one tag, the orientation, after the start of the image. */
  private static byte[] withExif(byte[] jpeg, int orientation) {
    ByteBuffer segment = ByteBuffer.allocate(36);
    segment.putShort((short) 0xffe1).putShort((short) 34);
    segment.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
    segment.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
    segment.putShort((short) 1);
    segment.putShort((short) 0x0112).putShort((short) 3).putInt(1);
    segment.putShort((short) orientation).putShort((short) 0).putInt(0);
    return ByteBuffer.allocate(jpeg.length + 36)
        .put(jpeg, 0, 2)
        .put(segment.array())
        .put(jpeg, 2, jpeg.length - 2)
        .array();
  }

  /** Where the stored corners come to lie: top left, top right, bottom left, bottom right. */
  @ParameterizedTest
  @CsvSource({
    "1, 0, 80, 160, 240", "2, 80, 0, 240, 160", "3, 240, 160, 80, 0", "4, 160, 240, 0, 80",
    "5, 0, 160, 80, 240", "6, 160, 0, 240, 80", "7, 240, 80, 160, 0", "8, 80, 240, 0, 160",
  })
  void turnsPhotographsUpright(int orientation, int nw, int ne, int sw, int se) throws IOException {
    Path file = folder.resolve("turned.jpg");
    Files.write(file, corners(orientation));
    BufferedImage image = ImageFile.read(file);
    assertThat(image.getWidth()).isEqualTo(orientation < 5 ? 32 : 16);
    int right = image.getWidth() - 3;
    int bottom = image.getHeight() - 3;
    assertThat(image.getRGB(2, 2) & 0xff).isCloseTo(nw, within(6));
    assertThat(image.getRGB(right, 2) & 0xff).isCloseTo(ne, within(6));
    assertThat(image.getRGB(2, bottom) & 0xff).isCloseTo(sw, within(6));
    assertThat(image.getRGB(right, bottom) & 0xff).isCloseTo(se, within(6));
  }

  @Test
  void putsTransparentImagesOnWhite() throws IOException {
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, 0x00000000);
    image.setRGB(1, 0, 0x80ff0000);
    BufferedImage seen = written(image, "png");
    assertThat(seen.getRGB(0, 0) & 0xffffff).isEqualTo(0xffffff);
    assertThat(seen.getRGB(1, 0) >> 16 & 0xff).isEqualTo(0xff);
    assertThat(seen.getRGB(1, 0) & 0xff).isCloseTo(0x7f, within(1));
  }

  @ParameterizedTest
  @CsvSource({"10, png", "11, png", "10, jpg"}) // TYPE_BYTE_GRAY, TYPE_USHORT_GRAY
  void leavesGreyAsBrightAsItIs(int type, String format) throws IOException {
    BufferedImage image = new BufferedImage(16, 16, type);
    int most = type == BufferedImage.TYPE_BYTE_GRAY ? 255 : 65535;
    for (int i = 0; i < 256; i++) {
      image.getRaster().setSample(i % 16, i / 16, 0, most / 5);
    }
    assertThat(written(image, format).getRGB(8, 8) & 0xffffff).isEqualTo(0x333333);
  }

  @Test
  void readsPalettesWithATransparentColour() throws IOException {
    byte[] red = {(byte) 200, 0};
    byte[] green = {10, 0};
    byte[] blue = {20, 0};
    IndexColorModel palette = new IndexColorModel(8, 2, red, green, blue, 1);
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_INDEXED, palette);
    image.getRaster().setSample(1, 0, 0, 1);
    BufferedImage seen = written(image, "png");
    assertThat(seen.getRGB(0, 0) & 0xffffff).isEqualTo(0xc80a14);
    assertThat(seen.getRGB(1, 0) & 0xffffff).isEqualTo(0xffffff);
  }
}
