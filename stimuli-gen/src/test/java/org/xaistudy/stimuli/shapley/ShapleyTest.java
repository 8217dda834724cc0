package org.xaistudy.stimuli.shapley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.xaistudy.stimuli.attribution.SmallNetworks;
import org.xaistudy.stimuli.model.Inference;
import org.xaistudy.stimuli.model.Tensor;

class ShapleyTest {
  private static final Inference INFERENCE = new Inference(SmallNetworks.chain(1, true));
  private static final int COUNT = 12;

  @AfterAll
  static void free() {
    INFERENCE.close();
  }

  private static Shapley shapley() {
    Tensor image = SmallNetworks.images(1, 1).slice(0);
    Segments grid = Segments.grid(11, 13, 3, 4);
    return new Shapley(INFERENCE, image, Tensor.zeros(2, 11, 13), grid, 2);
  }

  private static Shapley.Result sampled(int permutations, double standardError) {
    Shapley.Sampling sampling = new Shapley.Sampling(permutations, standardError);
    return shapley().sample(sampling, new SplittableRandom(5));
  }

  private static double relativeError(Shapley.Result result) {
    double squares = Arrays.stream(result.standardErrors()).map(e -> e * e).average().orElseThrow();
    double largest = Arrays.stream(result.values()).map(Math::abs).max().orElseThrow();
    return Math.sqrt(squares) / largest;
  }

  @Test
  void stopsWhereTheStatedStandardErrorIsReached() {
    Shapley.Result all = sampled(2000, 0);
    Shapley.Result enough = sampled(2000, 0.02);
    assertThat(all.evaluations()).isEqualTo(2 + 2000 * (COUNT - 1));
    assertThat(enough.evaluations()).isLessThan(all.evaluations());
    assertThat(relativeError(enough)).isLessThanOrEqualTo(0.02);
    double[] exact = shapley().exact().values();
    for (int j = 0; j < COUNT; j++) {
      assertThat(enough.values()[j])
          .isCloseTo(exact[j], within(4 * enough.standardErrors()[j] + 1e-6));
    }
    assertThat(enough.completenessError()).isLessThan(1e-4);
  }

  @Test
  void takesNoMoreThanAllPermutationsAndNoFewerThanEight() {
    assertThat(sampled(10, 1e-9).evaluations()).isEqualTo(2 + 10 * (COUNT - 1));
    assertThat(sampled(200, 1).evaluations()).isGreaterThanOrEqualTo(2 + 8 * (COUNT - 1));
    assertThat(sampled(7, 0).evaluations()).isEqualTo(2 + 8 * (COUNT - 1)); // pairs
  }

  @Test
  void givesTheSameAgain() {
    assertThat(sampled(200, 0.05).values()).isEqualTo(sampled(200, 0.05).values());
  }

  @Test
  void refusesSamplingWithoutMeaning() {
    assertThatThrownBy(() -> new Shapley.Sampling(0, 0)).hasMessageContaining("at least 1");
    assertThatThrownBy(() -> new Shapley.Sampling(2, -0.1)).hasMessageContaining("negative");
    assertThatThrownBy(() -> new Shapley.Sampling(2, Double.NaN)).hasMessageContaining("negative");
  }
}
