package org.xaistudy.stimuli.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaletteTest {
  private static final Palette SAFE = Palette.ORANGE_PURPLE;

  @Test
  void blueAndRedFadeToWhite() {
    assertThat(Palette.RED_BLUE.colour(0)).isEqualTo(0xffffff);
    assertThat(Palette.RED_BLUE.colour(1)).isEqualTo(0xff0000);
    assertThat(Palette.RED_BLUE.colour(-1)).isEqualTo(0x0000ff);
    assertThat(Palette.RED_BLUE.colour(0.6f)).isEqualTo(0xff6666);
    assertThat(Palette.RED_BLUE.colour(-0.6f)).isEqualTo(0x6666ff);
  }

  @Test
  void purpleAndOrangeFadeToWhite() {
    assertThat(SAFE.colour(0)).isEqualTo(0xffffff);
    assertThat(SAFE.colour(1)).isEqualTo(0x7f3b08);
    assertThat(SAFE.colour(-1)).isEqualTo(0x542788);
    assertThat(SAFE.colour(0.25f)).isEqualTo(0xfdb863);
    assertThat(SAFE.colour(-0.5f)).as("half-way between two stops").isEqualTo(0x998fbf);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsBeyondHasTheFullColour(Palette palette) {
    assertThat(palette.colour(1.5f)).isEqualTo(palette.colour(1));
    assertThat(palette.colour(-1.5f)).isEqualTo(palette.colour(-1));
  }

  @ParameterizedTest
  @EnumSource
  void linesFadeToAGreyThatIsSeenOnWhite(Palette palette) {
    assertThat(palette.lineColour(0)).isEqualTo(0xc8c8c8);
    assertThat(palette.lineColour(1)).isEqualTo(palette.colour(1));
    assertThat(palette.lineColour(-1.5f)).isEqualTo(palette.colour(-1));
  }

  @ParameterizedTest
  @EnumSource
  void linesForAndAgainstStayApart(ColourVision vision) {
    for (int percent = 10; percent <= 100; percent++) {
      float value = percent / 100f;
      assertThat(vision.distance(SAFE.lineColour(value), SAFE.lineColour(-value)))
          .as("±%d %%", percent)
          .isGreaterThan(percent < 25 ? 12 : 30);
    }
    for (float sign : new float[] {1, -1}) {
      for (int step = 1; step <= 100; step++) {
        assertThat(vision.lab(SAFE.lineColour(sign * step / 100))[0])
            .as("darker than less, %d %%", step)
            .isLessThan(vision.lab(SAFE.lineColour(sign * (step - 1) / 100))[0]);
      }
    }
  }

  /** A difference of about 2.3 is just noticeable (CIE 1976). */
  @ParameterizedTest
  @EnumSource
  void forAndAgainstStayApart(ColourVision vision) {
    for (int percent = 10; percent <= 100; percent++) {
      float value = percent / 100f;
      assertThat(vision.distance(SAFE.colour(value), SAFE.colour(-value)))
          .as("±%d %%", percent)
          .isGreaterThan(percent < 25 ? 12 : 30);
    }
  }

  @ParameterizedTest
  @EnumSource
  void moreIsDarker(ColourVision vision) {
    for (float sign : new float[] {1, -1}) {
      for (int step = 1; step <= 100; step++) {
        assertThat(lightness(vision, sign * step / 100))
            .isLessThan(lightness(vision, sign * (step - 1) / 100));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void equalValuesAreAboutEquallyDark(ColourVision vision) {
    for (int step = 0; step <= 100; step++) {
      assertThat(lightness(vision, step / 100f))
          .isCloseTo(lightness(vision, -step / 100f), within(9.0));
    }
  }

  @Test
  void theSimulationKeepsWhiteAndMergesWhatDichromatsConfuse() {
    for (ColourVision vision : ColourVision.values()) {
      assertThat(vision.lab(0xffffff)).containsExactly(new double[] {100, 0, 0}, within(0.1));
    }
    // Red and green of equal lightness, and blue and green.
    assertThat(ColourVision.NORMAL.distance(0xb46450, 0x6e8250)).isGreaterThan(45);
    assertThat(ColourVision.DEUTAN.distance(0xb46450, 0x6e8250)).isLessThan(15);
    assertThat(ColourVision.TRITANOPIA.distance(0x0078ff, 0x008c8c)).isLessThan(20);
  }

  private static double lightness(ColourVision vision, float value) {
    return vision.lab(SAFE.colour(value))[0];
  }
}
