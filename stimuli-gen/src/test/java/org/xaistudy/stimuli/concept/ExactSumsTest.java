package org.xaistudy.stimuli.concept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactSumsTest {
  /** Large and small ones of both signs, so that floating-point sums depend on the order. */
  private static List<Float> values(long seed) {
    Random random = new Random(seed);
    List<Float> values = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      values.add((float) (random.nextGaussian() * Math.pow(10, random.nextInt(14) - 8)));
    }
    return values;
  }

  private static ExactSums sum(List<Float> values) {
    ExactSums sums = new ExactSums(1);
    values.forEach(value -> sums.add(0, value));
    return sums;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void dependNeitherOnTheOrderNorOnTheParts(long seed) {
    List<Float> values = values(seed);
    ExactSums whole = sum(values);
    Collections.shuffle(values, new Random(seed));
    ExactSums parts = sum(values.subList(1500, 2000));
    parts.add(sum(values.subList(0, 700)));
    parts.add(sum(values.subList(700, 1500)));
    assertThat(parts.whole).isEqualTo(whole.whole);
    assertThat(parts.fraction).isEqualTo(whole.fraction);
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5})
  void areTheSums(long seed) {
    List<Float> values = values(seed);
    BigDecimal expected =
        values.stream().map(value -> new BigDecimal(value)).reduce(BigDecimal::add).orElseThrow();
    assertThat(sum(values).get(0)).isCloseTo(expected.doubleValue(), within(1e-9));
  }

  @Test
  void ofTheSmallestValuesAreNotLost() {
    ExactSums sums = sum(Collections.nCopies(1000, -0x1p-60f));
    assertThat(sums.get(0)).isEqualTo(-1000 * 0x1p-60);
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.NEGATIVE_INFINITY, 1e30f})
  void refuseWhatCannotBeAdded(float value) {
    assertThatThrownBy(() -> new ExactSums(1).add(0, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(Float.toString(value));
  }
}
