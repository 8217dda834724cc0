package org.xaistudy.stimuli.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingTest {
  private static final int SIZE = 16;

  /** Noise with a bright bar: upright in class 0, level in class 1. */
  private static Tensor bars(int count, SplittableRandom random) {
    List<Tensor> images = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Tensor image = Tensor.zeros(3, SIZE, SIZE);
      int at = random.nextInt(SIZE);
      for (int j = 0; j < image.values().length; j++) {
        int y = j / SIZE % SIZE;
        int x = j % SIZE;
        boolean bar = (i % 2 == 0 ? x : y) == at;
        image.values()[j] = (float) (random.nextGaussian() * 0.3 + (bar ? 1 : 0));
      }
      images.add(image);
    }
    return Tensor.stack(images);
  }

  private static int[] labels(int count) {
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = i % 2;
    }
    return labels;
  }

  private static Network trained(boolean batchNormalisation) {
    Tensor images = bars(256, new SplittableRandom(1));
    Network fresh = Vgg.compact(SIZE, 2, new SplittableRandom(2));
    return new Training(3, 1e-3, 1e-4, batchNormalisation)
        .train(
            fresh,
            TrainingData.shuffled(images, labels(256), 32, 3),
            (epoch, step, steps, loss, accuracy) -> {});
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void learnsToTellTwoClasses(boolean batchNormalisation) {
    try (Inference inference = new Inference(trained(batchNormalisation))) {
      int[] predicted = inference.predict(bars(100, new SplittableRandom(9)));
      int correct = 0;
      for (int i = 0; i < predicted.length; i++) {
        correct += predicted[i] == i % 2 ? 1 : 0;
      }
      assertThat(correct).isGreaterThan(95);
    }
  }

  @Test
  void givesTheSameWeightsFromTheSameSeeds() {
    List<Node> first = trained(true).nodes();
    List<Node> second = trained(true).nodes();
    for (int i = 0; i < first.size(); i++) {
      if (first.get(i).layer() instanceof Layer.Convolution convolution) {
        Layer.Convolution other = (Layer.Convolution) second.get(i).layer();
        assertThat(other.weight()).isEqualTo(convolution.weight());
        assertThat(other.bias()).isEqualTo(convolution.bias());
      }
    }
  }

  @Test
  void twoTrainingsAtOnceGiveTheWeightsOfEachAlone() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<Network> normalised = threads.submit(() -> trained(true));
      Future<Network> plain = threads.submit(() -> trained(false));
      assertThat(weights(normalised.get())).isEqualTo(weights(trained(true)));
      assertThat(weights(plain.get())).isEqualTo(weights(trained(false)));
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<Tensor> weights(Network network) {
    return network.nodes().stream()
        .filter(node -> node.layer() instanceof Layer.Convolution)
        .map(node -> ((Layer.Convolution) node.layer()).weight())
        .toList();
  }

  @Test
  void leavesTheGivenNetworkAlone() {
    Network network = Vgg.compact(SIZE, 2, new SplittableRandom(4));
    Tensor before = ((Layer.Convolution) network.node("features.0").layer()).weight();
    Tensor copy = new Tensor(before.values().clone(), before.shape());
    Tensor images = bars(32, new SplittableRandom(5));
    Training.fineTuning(1)
        .train(
            network,
            TrainingData.shuffled(images, labels(32), 16, 6),
            (epoch, step, steps, loss, accuracy) -> {});
    assertThat(((Layer.Convolution) network.node("features.0").layer()).weight()).isEqualTo(copy);
  }

  @Test
  void goesThroughAllImagesOnceAnEpoch() {
    Tensor images = new Tensor(new float[] {0, 1, 2, 3, 4, 5}, 6, 1);
    TrainingData data = TrainingData.shuffled(images, new int[] {0, 1, 2, 3, 4, 5}, 2, 7);
    List<Integer> seen = new ArrayList<>();
    for (int i = 0; i < data.batches(); i++) {
      TrainingData.Batch batch = data.batch(1, i);
      for (int j = 0; j < batch.labels().length; j++) {
        seen.add(batch.labels()[j]);
        assertThat(batch.images().values()[j]).isEqualTo(batch.labels()[j]);
      }
    }
    assertThat(seen).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5);
  }

  @Test
  void refusesNonsense() {
    assertThatThrownBy(() -> new Training(0, 1e-3, 0, true))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
