package org.xaistudy.stimuli.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingTest {
  private static final int SIZE = 16;

  @TempDir Path folder;

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

  /** Stopped in the third epoch, twice, and once again with what it had written damaged. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anInterruptedTrainingGoesOnAfterItsLastEpoch(boolean batchNormalisation) throws Exception {
    Path file = folder.resolve("model.unfinished");
    Tensor images = bars(64, new SplittableRandom(1));
    TrainingData data = TrainingData.shuffled(images, labels(64), 32, 3);
    Training training = new Training(4, 1e-3, 1e-4, batchNormalisation);
    Network fresh = Vgg.compact(SIZE, 2, new SplittableRandom(2));
    List<Tensor> whole = weights(training.train(fresh, data, (epoch, step, steps, l, a) -> {}));
    List<Integer> seen = new ArrayList<>();
    for (int stopped = 0; stopped < 2; stopped++) {
      assertThatThrownBy(() -> training.train(fresh, data, new Impatient(seen, 3), file))
          .hasMessage("stopped");
    }
    assertThat(seen).as("epochs and what was skipped").containsExactly(0, 1, 1, 2, 2, 3, 4, 3);
    seen.clear();
    assertThat(weights(training.train(fresh, data, new Impatient(seen, 9), file))).isEqualTo(whole);
    assertThat(seen).containsExactly(4, 3, 3, 4, 4);

    byte[] written = Files.readAllBytes(file);
    written[written.length / 2] ^= 1;
    Files.write(file, written);
    seen.clear();
    assertThat(weights(training.train(fresh, data, new Impatient(seen, 9), file))).isEqualTo(whole);
    assertThat(seen).as("anew").startsWith(0, 1, 1);
  }

  /** What another network left behind is not taken. */
  @Test
  void anotherNetworksTrainingIsNoBeginning() {
    Path file = folder.resolve("model.unfinished");
    Tensor images = bars(64, new SplittableRandom(1));
    TrainingData data = TrainingData.shuffled(images, labels(64), 32, 3);
    Network fresh = Vgg.compact(SIZE, 2, new SplittableRandom(2));
    new Training(2, 1e-3, 1e-4, true).train(fresh, data, (epoch, step, steps, l, a) -> {}, file);
    List<Integer> seen = new ArrayList<>();
    new Training(2, 1e-3, 1e-4, false).train(fresh, data, new Impatient(seen, 9), file);
    assertThat(seen).startsWith(0, 1, 1);
  }

  /** Notes the steps that were done before, then each step's epoch; gives up in one of them. */
  private record Impatient(List<Integer> seen, int until) implements Training.StepListener {
    @Override
    public void step(int epoch, int step, int steps, double loss, double accuracy) {
      seen.add(epoch);
      if (epoch == until) {
        throw new IllegalStateException("stopped");
      }
    }

    @Override
    public void resumed(int steps) {
      seen.add(steps);
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
