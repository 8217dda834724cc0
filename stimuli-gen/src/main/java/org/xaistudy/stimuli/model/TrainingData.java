package org.xaistudy.stimuli.model;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Where a training's batches come from. */
public interface TrainingData {
  /**
   * Images with their classes.
   *
   * @param images (N, C, H, W), normalised as the network expects
   * @param labels N class indices
   */
  record Batch(Tensor images, int[] labels) {}

  /** The number of batches in one epoch. */
  int batches();

  /** Batch {@code index} of an epoch, both counted from 0; the same whenever asked. */
  Batch batch(int epoch, int index);

  /**
   * All images once an epoch, in an order drawn anew for each from {@code seed}; a last batch of
   * fewer images is left out, unless it is the only one.
   */
  static TrainingData shuffled(Tensor images, int[] labels, int batchSize, long seed) {
    int count = labels.length;
    int size = Math.min(batchSize, count);
    return new TrainingData() {
      @Override
      public int batches() {
        return count / size;
      }

      @Override
      public Batch batch(int epoch, int index) {
        int[] chosen = Arrays.copyOfRange(order(epoch), index * size, (index + 1) * size);
        int[] chosenLabels = Arrays.stream(chosen).map(i -> labels[i]).toArray();
        return new Batch(
            Tensor.stack(Arrays.stream(chosen).mapToObj(images::slice).toList()), chosenLabels);
      }

      private int[] order(int epoch) {
        int[] order = new int[count];
        SplittableRandom random = new SplittableRandom(seed * 31 + epoch);
        for (int i = 0; i < count; i++) { // Fisher and Yates, inside out
          int j = random.nextInt(i + 1);
          order[i] = order[j];
          order[j] = i;
        }
        return order;
      }
    };
  }
}
