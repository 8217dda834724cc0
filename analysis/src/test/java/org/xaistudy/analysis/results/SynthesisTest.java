package org.xaistudy.analysis.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.xaistudy.analysis.distribution.Estimate;

class SynthesisTest {
  /** By hand: weights 100 and 25, so (100 × 0.3 + 25 × 0.1)/125, error 1/√125, Q = 0.2²/0.05. */
  @Test
  void weighsByInverseVariances() {
    Synthesis both = Synthesis.of("m", new Estimate(0.3, 0.1, 40), new Estimate(0.1, 0.2, 40));
    assertThat(both.together().value()).isCloseTo(0.26, within(1e-12));
    assertThat(both.together().error()).isCloseTo(1 / Math.sqrt(125), within(1e-12));
    // pchisq(0.8, 1, lower.tail = FALSE) in R 4.2.2
    assertThat(both.differ()).isCloseTo(0.371093369522698, within(1e-9));
  }
}
