package org.xaistudy.stimuli.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How to train: Adam with decoupled weight decay (Loshchilov and Hutter 2019) on the cross-entropy,
 * the learning rate falling from {@code learningRate} to a hundredth of it along a half cosine.
 *
 * <p>Nothing is drawn by chance here: the same network, data and machine give the same weights, bit
 * for bit. Several can run at the same time, each in a thread of its own.
 *
 * @param epochs how often the data is gone through, at least once
 * @param learningRate Adam's step at the beginning; 2e-3 suits a compact VGG from scratch, 3e-4
 *     fine-tuning
 * @param weightDecay the fraction of a weight, times the learning rate, taken off at each step
 * @param batchNormalisation whether each convolution's output is normalised over the batch while
 *     training (Ioffe and Szegedy 2015); it is folded into the weights at the end, so that the
 *     trained network has the layers it had before. For fresh weights only: it discards the scale
 *     of trained ones
 */
public record Training(
    int epochs, double learningRate, double weightDecay, boolean batchNormalisation) {

  /** Told after each step; counts start at 1. */
  @FunctionalInterface
  public interface StepListener {
    /**
     * Called after each step.
     *
     * @param step within the epoch, of {@code steps}
     * @param loss mean cross-entropy of the step's batch, in nats
     * @param accuracy share of the step's batch that was classified correctly, 0 to 1
     */
    void step(int epoch, int step, int steps, double loss, double accuracy);

    /**
     * Called before the first step of a training that goes on.
     *
     * @param steps that were done before
     */
    default void resumed(int steps) {}
  }

  public Training {
    if (epochs < 1 || !(learningRate > 0) || !(weightDecay >= 0)) {
      throw new IllegalArgumentException(
          "training needs at least 1 epoch, a positive learning rate and no negative decay");
    }
  }

  /** Settings that take a compact VGG from fresh weights. */
  public static Training fromScratch(int epochs) {
    return new Training(epochs, 2e-3, 5e-4, true);
  }

  /** Settings that adapt a trained network. */
  public static Training fineTuning(int epochs) {
    return new Training(epochs, 3e-4, 5e-4, false);
  }

  /**
   * Trains a copy of {@code network}, which itself stays as it is.
   *
   * @throws IllegalStateException if the loss is no longer a number
   */
  public Network train(Network network, TrainingData data, StepListener listener) {
    return train(network, data, listener, Optional.empty());
  }

  /**
   * The same, which goes on after the last epoch that an interrupted training of the same network,
   * data and settings had finished. It ends with the same weights, bit for bit.
   *
   * @param checkpoint file that holds all that the next epoch depends on, written after each
   * @throws UncheckedIOException if it cannot be written
   */
  public Network train(Network network, TrainingData data, StepListener listener, Path checkpoint) {
    return train(network, data, listener, Optional.of(checkpoint));
  }

  private Network train(
      Network network, TrainingData data, StepListener listener, Optional<Path> checkpoint) {
    try (Trainee trainee = new Trainee(network, this, data.batches())) {
      int done =
          checkpoint
              .flatMap(Checkpoint::read)
              .filter(before -> before.epochs() < epochs)
              .map(before -> trainee.resume(before, data.batches()))
              .orElse(0);
      listener.resumed(done * data.batches());
      for (int epoch = done; epoch < epochs; epoch++) {
        for (int index = 0; index < data.batches(); index++) {
          Trainee.Result result = trainee.step(data.batch(epoch, index));
          if (Double.isNaN(result.loss())) {
            throw new IllegalStateException(
                "training diverged in epoch " + (epoch + 1) + ": try a lower learning rate");
          }
          listener.step(epoch + 1, index + 1, data.batches(), result.loss(), result.accuracy());
        }
        if (checkpoint.isPresent() && epoch + 1 < epochs) {
          trainee.checkpoint(epoch + 1).write(checkpoint.get());
        }
      }
      return trainee.trained();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
