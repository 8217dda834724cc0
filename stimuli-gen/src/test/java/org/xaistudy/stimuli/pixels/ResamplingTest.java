package org.xaistudy.stimuli.pixels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xaistudy.stimuli.model.Tensor;

class ResamplingTest {
  private static Tensor random(int side) {
    SplittableRandom random = new SplittableRandom(side);
    Tensor planes = Tensor.zeros(2, side, side);
    for (int i = 0; i < planes.values().length; i++) {
      planes.values()[i] = (float) random.nextDouble();
    }
    return planes;
  }

  @ParameterizedTest
  @EnumSource
  void theSameSizeChangesNothing(Resampling kernel) {
    Tensor planes = random(7);
    assertThat(kernel.resize(planes, 7, 0).values()).isEqualTo(planes.values());
  }

  @ParameterizedTest
  @EnumSource
  void anEvenPlaneStaysEven(Resampling kernel) {
    Tensor even = Tensor.zeros(1, 9, 9);
    java.util.Arrays.fill(even.values(), 0.3f);
    for (int side : new int[] {4, 9, 31}) {
      for (float value : kernel.resize(even, side, 0).values()) {
        assertThat(value).isCloseTo(0.3f, within(1e-6f));
      }
    }
  }

  /** By hand: at half size the triangle reaches two pixels; weights 1/8, 3/8, 3/8, 1/8. */
  @Test
  void halvingWeighsFourPixels() {
    Tensor row = Tensor.zeros(1, 8, 8);
    for (int y = 0; y < 8; y++) {
      row.values()[y * 8 + 3] = 1;
    }
    float[] half = Resampling.TRIANGLE.resize(row, 4, 0).values();
    assertThat(half[0]).isZero();
    assertThat(half[1]).isCloseTo(3f / 8, within(1e-6f));
    assertThat(half[2]).isCloseTo(1f / 8, within(1e-6f));
    assertThat(half[3]).isZero();
  }

  /** By hand: doubling interpolates linearly between pixel centres, and repeats the outermost. */
  @Test
  void doublingInterpolatesBetweenCentres() {
    Tensor ramp = new Tensor(new float[] {0, 1, 0, 1}, 1, 2, 2);
    float[] large = Resampling.TRIANGLE.resize(ramp, 4, 0).values();
    assertThat(java.util.Arrays.copyOf(large, 4)).containsExactly(0, 0.25f, 0.75f, 1);
  }

  @Test
  void paddingEqualsResizingAPaddedPlane() {
    Tensor inner = random(12);
    Tensor padded = Tensor.zeros(2, 18, 18);
    for (int c = 0; c < 2; c++) {
      for (int y = 0; y < 12; y++) {
        System.arraycopy(
            inner.values(), (c * 12 + y) * 12, padded.values(), (c * 18 + y + 3) * 18 + 3, 12);
      }
    }
    float[] expected = Resampling.TRIANGLE.resize(padded, 12, 0).values();
    float[] actual = Resampling.TRIANGLE.resize(inner, 12, 3).values();
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < actual.length; i++) {
      assertThat(actual[i]).isCloseTo(expected[i], within(1e-6f));
    }
  }
}
