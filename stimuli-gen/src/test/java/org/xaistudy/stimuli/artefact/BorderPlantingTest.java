package org.xaistudy.stimuli.artefact;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BorderPlantingTest {
  private static final Planting PLANTING = new BorderPlanting(10.0 / 224);

  private static BufferedImage white(int side) {
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    image.createGraphics().fillRect(0, 0, side, side);
    return image;
  }

  private static int green(BufferedImage image, int x, int y) {
    return image.getRGB(x, y) >> 8 & 0xff;
  }

  /** 10 of 244 pixels, resized to 224: the border is 9.18 pixels wide. */
  @ParameterizedTest
  @ValueSource(ints = {32, 64, 224, 600})
  void theBorderIsAsWideAsIn2023(int side) {
    BufferedImage planted = PLANTING.plant(white(side));
    double dark = 0;
    for (int x = 0; x < side / 2; x++) {
      dark += 1 - green(planted, x, side / 2) / 255.0;
    }
    assertThat(dark / side)
        .isCloseTo(10.0 / 244, org.assertj.core.api.Assertions.within(0.3 / side));
    assertThat(green(planted, side / 2, side / 2)).isEqualTo(255);
    assertThat(planted.getWidth()).isEqualTo(side);
  }

  @ParameterizedTest
  @ValueSource(ints = {32, 64, 224})
  void theMaskIsWhereItIsDark(int side) {
    BufferedImage planted = PLANTING.plant(white(side));
    boolean[] mask = PLANTING.mask(side);
    for (int p = 0; p < mask.length; p++) {
      int green = green(planted, p % side, p / side);
      if (Math.abs(green - 127) > 40) { // an outline may fall on either side
        assertThat(mask[p]).as("pixel " + p).isEqualTo(green < 127);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 224})
  void nothingOfTheImageIsLost(int side) {
    BufferedImage image = white(side);
    image.setRGB(0, 0, 0);
    image.setRGB(0, 1, 0);
    image.setRGB(1, 0, 0);
    image.setRGB(1, 1, 0);
    int first = (int) Math.ceil(10.0 / 244 * side);
    assertThat(green(PLANTING.plant(image), first, first)).isLessThan(128);
    assertThat(green(PLANTING.plant(white(side)), first + 1, first + 1)).isGreaterThan(200);
  }
}
