package org.xaistudy.stimuli.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.xaistudy.stimuli.model.Tensor;

class CurveTest {
  private static final int WIDTH = 300;
  private static final int HEIGHT = 100;

  /** A line from the bottom left to the top right. */
  private static Curve slope() {
    float[] values = new float[10];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    return new Curve(new Tensor(values, 1, 1, values.length));
  }

  /** The darkest or most colourful pixel of a column, 0xRRGGBB. */
  private static int line(BufferedImage image, int x) {
    int found = 0xffffff;
    for (int y = 0; y < image.getHeight(); y++) {
      int rgb = image.getRGB(x, y) & 0xffffff;
      found = distance(rgb) > distance(found) ? rgb : found;
    }
    return found;
  }

  private static int distance(int rgb) {
    return 3 * 255 - (rgb >> 16 & 0xff) - (rgb >> 8 & 0xff) - (rgb & 0xff);
  }

  private static int row(BufferedImage image, int x) {
    int found = -1;
    int most = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      int distance = distance(image.getRGB(x, y) & 0xffffff);
      if (distance > most) {
        most = distance;
        found = y;
      }
    }
    return found;
  }

  @Test
  void risesWhereTheSignalDoes() {
    BufferedImage image = slope().plain(WIDTH, HEIGHT);
    assertThat(row(image, 20)).isGreaterThan(row(image, 150));
    assertThat(row(image, 150)).isGreaterThan(row(image, 280));
    assertThat(row(image, 20)).isLessThan(HEIGHT - 5);
    assertThat(row(image, 280)).isGreaterThan(5);
  }

  @Test
  void isRedForBlueAgainstAndGreyForNothing() {
    Tensor map = new Tensor(new float[] {1, 1, 1, 0, 0, 0, 0, -1, -1, -1}, 1, 10);
    BufferedImage image = slope().coloured(map, WIDTH, HEIGHT).apply(Palette.RED_BLUE);
    assertThat(line(image, 45)).isEqualTo(0xff0000);
    assertThat(line(image, 150)).isEqualTo(0xc8c8c8);
    assertThat(line(image, 255)).isEqualTo(0x0000ff);
    BufferedImage other = slope().coloured(map, WIDTH, HEIGHT).apply(Palette.ORANGE_PURPLE);
    assertThat(line(other, 45)).isEqualTo(Palette.ORANGE_PURPLE.colour(1));
    assertThat(line(other, 255)).isEqualTo(Palette.ORANGE_PURPLE.colour(-1));
  }

  /** A map of fewer values than the signal, as Grad-CAM's: half of it for, half against. */
  @Test
  void spreadsCoarseMapsOverTheSignal() {
    Tensor map = new Tensor(new float[] {1, -1}, 1, 2);
    BufferedImage image = slope().coloured(map, WIDTH, HEIGHT).apply(Palette.RED_BLUE);
    assertThat(line(image, 30)).isEqualTo(0xff0000);
    assertThat(line(image, 270)).isEqualTo(0x0000ff);
    assertThat(line(image, 120) >> 16 & 0xff).isGreaterThan(line(image, 120) & 0xff);
    assertThat(line(image, 180) & 0xff).isGreaterThan(line(image, 180) >> 16 & 0xff);
  }

  @Test
  void isGreyAllOverWhereNothingIsRelevant() {
    BufferedImage image =
        slope().coloured(Tensor.zeros(1, 10), WIDTH, HEIGHT).apply(Palette.RED_BLUE);
    Set<Integer> colours = new HashSet<>();
    for (int x = 20; x < WIDTH - 20; x++) {
      colours.add(line(image, x));
    }
    assertThat(colours).containsExactly(0xc8c8c8);
  }

  @Test
  void isPaleOutsideItsMask() {
    Tensor margin = new Tensor(new float[] {-1, -1, -1, -1, -1, 1, 1, 1, 1, 1}, 1, 1, 10);
    Curve curve = slope();
    BufferedImage image = curve.masked(margin, curve.whole(), WIDTH, HEIGHT);
    assertThat(line(image, 60)).isEqualTo(0xd3d9df);
    assertThat(line(image, 240)).isEqualTo(0x1c2733);
    BufferedImage part = curve.masked(margin, new Curve.Frame(5, 10), WIDTH, HEIGHT);
    assertThat(line(part, 60)).as("the second half alone").isEqualTo(0x1c2733);
    assertThat(row(part, 280)).isEqualTo(row(image, 290));
  }

  @Test
  void hasALaneForEachChannel() {
    Tensor signal = Tensor.zeros(3, 1, 10);
    BufferedImage image = new Curve(signal).plain(WIDTH, 90);
    for (int lane = 0; lane < 3; lane++) {
      assertThat(distance(image.getRGB(150, 30 * lane + 15) & 0xffffff)).isPositive();
      assertThat(image.getRGB(150, 30 * lane + 5) & 0xffffff).isEqualTo(0xffffff);
    }
  }

  @Test
  void isOfASignal() {
    assertThatThrownBy(() -> new Curve(Tensor.zeros(1, 2, 10)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("(C, 1, L)");
  }
}
