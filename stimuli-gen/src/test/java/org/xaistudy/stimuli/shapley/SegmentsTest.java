package org.xaistudy.stimuli.shapley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.xaistudy.stimuli.attribution.SmallNetworks;
import org.xaistudy.stimuli.model.Inference;
import org.xaistudy.stimuli.model.Layer;
import org.xaistudy.stimuli.model.Network;
import org.xaistudy.stimuli.model.Node;
import org.xaistudy.stimuli.model.Tensor;

class SegmentsTest {
  private static final int SIZE = 60;

  /** Red on the left of a slanting line, blue on its right, with a little noise. */
  private static Tensor twoColours() {
    SplittableRandom random = new SplittableRandom(1);
    Tensor image = Tensor.zeros(3, SIZE, SIZE);
    for (int p = 0; p < SIZE * SIZE; p++) {
      int channel = left(p) ? 0 : 2;
      image.values()[channel * SIZE * SIZE + p] = (float) (0.8 + 0.05 * random.nextGaussian());
    }
    return image;
  }

  private static boolean left(int p) {
    return p % SIZE < 20 + p / SIZE / 3;
  }

  @Test
  void superpixelsFollowColourAndCoverTheImage() {
    Segments segments = Slic.segments(twoColours(), 36, 10);
    assertThat(segments.count()).isBetween(25, 45);
    int[] onLeft = new int[segments.count()];
    for (int p = 0; p < SIZE * SIZE; p++) {
      onLeft[segments.labels()[p]] += left(p) ? 1 : 0;
    }
    int[] sizes = segments.sizes();
    int mixed = 0;
    for (int k = 0; k < sizes.length; k++) {
      mixed += Math.min(onLeft[k], sizes[k] - onLeft[k]);
    }
    assertThat(mixed).as("pixels on the wrong side of the line").isLessThan(SIZE);
  }

  @Test
  void superpixelsAreConnectedAndTheSameAgain() {
    Segments segments = Slic.segments(twoColours(), 36, 10);
    assertThat(Slic.segments(twoColours(), 36, 10).labels()).isEqualTo(segments.labels());
    boolean[] seen = new boolean[SIZE * SIZE];
    int pieces = 0;
    for (int p = 0; p < seen.length; p++) {
      if (!seen[p]) {
        pieces++;
        flood(segments.labels(), seen, p);
      }
    }
    assertThat(pieces).isEqualTo(segments.count());
  }

  private static void flood(int[] labels, boolean[] seen, int start) {
    java.util.ArrayDeque<Integer> open = new java.util.ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      int p = open.poll();
      if (seen[p] || labels[p] != labels[start]) {
        continue;
      }
      seen[p] = true;
      if (p % SIZE > 0) {
        open.add(p - 1);
      }
      if (p % SIZE < SIZE - 1) {
        open.add(p + 1);
      }
      if (p >= SIZE) {
        open.add(p - SIZE);
      }
      if (p < SIZE * (SIZE - 1)) {
        open.add(p + SIZE);
      }
    }
  }

  @Test
  void mapsOfAnyNumbersBecomeSegments() {
    Segments segments = Segments.of(new Tensor(new float[] {7, 3, 3, 100}, 2, 2));
    assertThat(segments.labels()).containsExactly(1, 0, 0, 2);
    assertThat(segments.sizes()).containsExactly(2, 1, 1);
    assertThatThrownBy(() -> Segments.of(Tensor.zeros(1, 2, 2)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** A sum of weighted pixels: a segment's value is what it adds, in whatever order. */
  @Test
  void aLinearModelsShapleyValuesAreItsTerms() {
    Tensor weight = new Tensor(new float[] {1, 2, 3, 4, 5, 6, 7, 8}, 1, 8);
    Network network =
        new Network(
            new int[] {1, 2, 4},
            List.of(
                new Node("flatten", new Layer.Flatten(), Network.INPUT),
                new Node("fc", new Layer.Linear(weight, new float[] {10}), "flatten")));
    Tensor image = new Tensor(new float[] {1, 1, 2, 2, 1, 1, 2, 2}, 1, 2, 4);
    Segments grid = Segments.grid(2, 4, 2, 2);
    try (Inference inference = new Inference(network)) {
      Shapley shapley = new Shapley(inference, image, Tensor.zeros(1, 2, 4), grid, 0);
      for (Shapley.Result result :
          List.of(
              shapley.exact(),
              shapley.sample(new Shapley.Sampling(3, 0), new SplittableRandom(1)))) {
        assertThat(result.values()).containsExactly(new double[] {3, 14, 11, 30}, within(1e-4));
        assertThat(result.difference()).isCloseTo(58, within(1e-4));
        assertThat(result.heatmap().values()).startsWith(1.5f, 1.5f, 7, 7);
      }
    }
  }

  @Test
  void tooManySegmentsAreNotEnumerated() {
    Network network = SmallNetworks.chain(1, true);
    try (Inference inference = new Inference(network)) {
      Tensor image = SmallNetworks.images(1, 1).slice(0);
      Segments grid = Segments.grid(11, 13, 3, 6);
      Shapley shapley = new Shapley(inference, image, Tensor.zeros(2, 11, 13), grid, 0);
      assertThatThrownBy(shapley::exact).hasMessageContaining("at most 16");
    }
  }

  @Test
  void keepsItsSuperpixelsEvenOnNoise() {
    SplittableRandom random = new SplittableRandom(4);
    Tensor noise = Tensor.zeros(3, 64, 64);
    for (int i = 0; i < noise.values().length; i++) {
      noise.values()[i] = (float) random.nextDouble();
    }
    Segments segments = Slic.segments(noise, 50, 0.1);
    assertThat(segments.count()).isBetween(40, 60);
    assertThat(segments.sizes()).doesNotContain(0);
  }
}
