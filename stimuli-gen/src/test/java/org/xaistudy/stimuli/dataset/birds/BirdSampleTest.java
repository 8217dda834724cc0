package org.xaistudy.stimuli.dataset.birds;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xaistudy.stimuli.dataset.birds.BirdClass.Mark;
import org.xaistudy.stimuli.pixels.Resampling;

class BirdSampleTest {
  @Test
  void namesOfClassesComeInOneOrder() {
    for (BirdClass kind : BirdClass.values()) {
      assertThat(kind.text().byLanguage().keySet()).containsExactly("en", "de", "fr");
      assertThat(BirdClass.named(kind.id())).isEqualTo(kind);
    }
  }

  private static final int SIDE = 64;

  private static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  private static BirdSample bird(BirdClass kind, int number) {
    return new BirdSample(kind, "test", number, 5);
  }

  @ParameterizedTest
  @EnumSource
  void theSameSampleIsTheSamePicture(BirdClass kind) {
    assertThat(pixels(bird(kind, 3).image(SIDE))).isEqualTo(pixels(bird(kind, 3).image(SIDE)));
    assertThat(pixels(bird(kind, 3).image(SIDE))).isNotEqualTo(pixels(bird(kind, 4).image(SIDE)));
  }

  @Test
  void seedAndSplitMakeOtherPictures() {
    BirdClass kind = BirdClass.DOTTED_REDCAP;
    int[] picture = pixels(new BirdSample(kind, "test", 0, 5).image(SIDE));
    assertThat(pixels(new BirdSample(kind, "train", 0, 5).image(SIDE))).isNotEqualTo(picture);
    assertThat(pixels(new BirdSample(kind, "test", 0, 6).image(SIDE))).isNotEqualTo(picture);
  }

  @ParameterizedTest
  @EnumSource
  void anyResolutionShowsTheSameScene(BirdClass kind) {
    int[] small = pixels(bird(kind, 1).image(SIDE));
    int[] shrunk = pixels(Resampling.TRIANGLE.resize(bird(kind, 1).image(8 * SIDE), SIDE));
    double difference = 0;
    for (int p = 0; p < small.length; p++) {
      difference += Math.abs((small[p] >> 8 & 0xff) - (shrunk[p] >> 8 & 0xff));
    }
    assertThat(difference / small.length).as("mean difference in green, of 255").isLessThan(8);
  }

  @ParameterizedTest
  @EnumSource
  void masksShowWherePartsAre(BirdClass kind) {
    int[] rgb = pixels(bird(kind, 2).image(300));
    boolean[] cap = bird(kind, 2).mask(BirdPart.CAP, 300);
    assertThat(count(cap) > 0).isEqualTo(kind.mark() == Mark.REDCAP);
    for (int p = 0; p < cap.length; p++) {
      if (cap[p]) {
        int red = rgb[p] >> 16 & 0xff;
        assertThat(red).as("red in the cap").isGreaterThan(2 * (rgb[p] >> 8 & 0xff) - 80);
      }
    }
    for (BirdPart part : BirdPart.values()) {
      if (part != BirdPart.CAP) {
        assertThat(count(bird(kind, 2).mask(part, 300))).as(part.name()).isPositive();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void partsDoNotOverlap(BirdClass kind) {
    int[] owners = new int[SIDE * SIDE];
    for (BirdPart part : BirdPart.values()) {
      boolean[] mask = bird(kind, 7).mask(part, SIDE);
      for (int p = 0; p < mask.length; p++) {
        owners[p] += mask[p] ? 1 : 0;
      }
    }
    long shared = Arrays.stream(owners).filter(owner -> owner > 1).count();
    assertThat(shared).as("pixels claimed by two parts").isLessThanOrEqualTo(4);
  }

  private static int count(boolean[] mask) {
    int count = 0;
    for (boolean shown : mask) {
      count += shown ? 1 : 0;
    }
    return count;
  }
}
