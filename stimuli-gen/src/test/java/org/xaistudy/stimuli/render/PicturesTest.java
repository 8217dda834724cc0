package org.xaistudy.stimuli.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xaistudy.stimuli.model.Tensor;

class PicturesTest {
  @ParameterizedTest
  @EnumSource
  void theLargestAbsoluteValueHasTheFullColour(Palette palette) {
    HeatMap map = new HeatMap(new Tensor(new float[] {-4, 2, 0, 1}, 2, 2), 2);
    BufferedImage image = map.in(palette);
    assertThat(image.getRGB(0, 0) & 0xffffff).isEqualTo(palette.colour(-1));
    assertThat(image.getRGB(1, 0) & 0xffffff).isEqualTo(palette.colour(0.5f));
    assertThat(image.getRGB(0, 1) & 0xffffff).isEqualTo(0xffffff);
  }

  @ParameterizedTest
  @EnumSource
  void aMapOfNothingIsWhite(Palette palette) {
    BufferedImage image = new HeatMap(Tensor.zeros(3, 3), 6).in(palette);
    assertThat(image.getRGB(3, 3) & 0xffffff).isEqualTo(0xffffff);
  }

  @Test
  void masksHideWithALightGrey() {
    BufferedImage black = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
    BufferedImage masked = MaskedImage.draw(black, new Tensor(new float[] {1, -1, 1, -1}, 1, 2, 2));
    assertThat(masked.getRGB(0, 0) & 0xffffff).isZero();
    assertThat(masked.getRGB(3, 0) & 0xff).as("nobody takes it for black").isGreaterThan(180);
  }

  @Test
  void tilesStandInRowsWithGapsOfNothing() {
    BufferedImage tile = new BufferedImage(10, 10, BufferedImage.TYPE_INT_RGB);
    BufferedImage sheet = Tiles.layOut(List.of(tile, tile, tile), 2);
    assertThat(sheet.getWidth()).isEqualTo(20 + Tiles.GAP);
    assertThat(sheet.getHeight()).isEqualTo(20 + Tiles.GAP);
    assertThat(sheet.getRGB(12, 5) >>> 24).as("transparent gap").isZero();
    assertThat(sheet.getRGB(5, 20) >>> 24).as("second row").isEqualTo(255);
    assertThat(sheet.getRGB(20, 20) >>> 24).as("no fourth tile").isZero();
  }

  @Test
  void paddingKeepsThePicture() throws IOException {
    BufferedImage image = new BufferedImage(5, 3, BufferedImage.TYPE_INT_RGB);
    image.setRGB(4, 2, 0x123456);
    byte[] png = PngFile.encode(image);
    byte[] padded = PngFile.padded(png, PngFile.paddedLength(png.length) + 100);
    assertThat(padded).hasSize(png.length + 112);
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(padded));
    assertThat(read.getRGB(4, 2) & 0xffffff).isEqualTo(0x123456);
    assertThatThrownBy(() -> PngFile.padded(png, png.length + 5))
        .hasMessageContaining("cannot be padded");
  }

  @Test
  void filesHoldNothingButThePicture() {
    byte[] png = PngFile.encode(new BufferedImage(5, 3, BufferedImage.TYPE_INT_RGB));
    String text = new String(png, java.nio.charset.StandardCharsets.ISO_8859_1);
    assertThat(text).contains("IHDR", "IDAT", "IEND").doesNotContain("tEXt", "tIME", "iTXt");
  }
}
