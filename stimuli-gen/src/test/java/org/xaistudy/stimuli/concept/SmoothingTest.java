package org.xaistudy.stimuli.concept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.xaistudy.stimuli.model.Tensor;

class SmoothingTest {
  private static final double SIGMA = 1.5;

  @Test
  void aPointBecomesAGaussian() {
    Tensor map = Tensor.zeros(31, 41);
    map.values()[15 * 41 + 20] = 1;
    Tensor smooth = Smoothing.gaussian(map, SIGMA);
    double norm = 0;
    for (int k = -6; k <= 6; k++) {
      norm += Math.exp(-k * k / (2 * SIGMA * SIGMA));
    }
    for (int dy = -5; dy <= 5; dy++) {
      for (int dx = -5; dx <= 5; dx++) {
        double expected = Math.exp(-(dx * dx + dy * dy) / (2 * SIGMA * SIGMA)) / (norm * norm);
        assertThat((double) smooth.at(15 + dy, 20 + dx)).isCloseTo(expected, within(1e-6));
      }
    }
  }

  @Test
  void mirroredEdgesKeepTheSum() {
    Tensor map = Tensor.zeros(9, 7);
    map.values()[0] = 3;
    map.values()[9 * 7 - 2] = -1;
    assertThat(Smoothing.gaussian(map, SIGMA).sum()).isCloseTo(2, within(1e-5));
  }

  @Test
  void aConceptIsWhereItsMapIsAboveAFifth() {
    Tensor map = Tensor.zeros(64, 64);
    for (int y = 20; y < 40; y++) {
      for (int x = 20; x < 40; x++) {
        map.values()[y * 64 + x] = 1;
      }
    }
    Tensor margin = ConceptMask.margin(map);
    assertThat(margin.at(0, 30, 30)).isCloseTo(0.8f, within(1e-3f));
    assertThat(margin.at(0, 5, 5)).isCloseTo(-0.2f, within(1e-3f));
  }

  @Test
  void aConceptThatSpeaksAgainstIsWhereItDoes() {
    Tensor map = Tensor.zeros(16, 16);
    map.values()[5 * 16 + 5] = 1;
    map.values()[9 * 16 + 9] = 3;
    Tensor against = Tensor.zeros(16, 16);
    for (int p = 0; p < map.values().length; p++) {
      against.values()[p] = -map.values()[p];
    }
    assertThat(ConceptMask.marginOfItsSign(map).values())
        .isEqualTo(ConceptMask.margin(map).values());
    assertThat(ConceptMask.marginOfItsSign(against).values())
        .isEqualTo(ConceptMask.margin(map).values());
  }

  @Test
  void anEmptyMapHasNoConcept() {
    for (float value : ConceptMask.margin(Tensor.zeros(8, 8)).values()) {
      assertThat(value).isNegative();
    }
  }
}
