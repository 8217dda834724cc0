package org.xaistudy.stimuli.concept;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.xaistudy.stimuli.attribution.ForwardPass;
import org.xaistudy.stimuli.attribution.Lrp;
import org.xaistudy.stimuli.model.BatchSize;
import org.xaistudy.stimuli.model.Inference;
import org.xaistudy.stimuli.model.Network;
import org.xaistudy.stimuli.model.Tensor;

/**
 * What becomes of a decision when a layer's channels are set to zero one after another (Achtibat et
 * al. 2023, Fig. 4a): the most relevant first, the most active first, or in random order.
 *
 * @param order the channels, the first one set to zero first
 * @param confidences (steps + 1, classes): softmax with none, one, two … of them at zero
 */
public record Ablation(List<Integer> order, double[][] confidences) {

  /** Orders in which channels go. */
  public enum Order {
    RELEVANCE,
    ACTIVATION,
    RANDOM
  }

  /**
   * Sets channels to zero.
   *
   * @param image (1, C, H, W)
   * @param order the channels, or the first of them
   * @param done told after each batch how many steps are done
   */
  public static Ablation of(
      Inference inference, Tensor image, String layer, List<Integer> order, IntConsumer done) {
    Network network = inference.network();
    int channels = network.shape(network.node(layer).name())[0];
    int together = BatchSize.images(network);
    List<double[]> confidences = new ArrayList<>();
    for (int from = 0; from <= order.size(); from += together) {
      int to = Math.min(order.size() + 1, from + together);
      Tensor kept = Tensor.zeros(to - from, channels);
      Arrays.fill(kept.values(), 1);
      for (int step = from; step < to; step++) {
        for (int c : order.subList(0, step)) {
          kept.values()[(step - from) * channels + c] = 0;
        }
      }
      for (float[] logits : inference.logitsWith(image, layer, kept).rows()) {
        confidences.add(softmax(logits));
      }
      done.accept(to);
    }
    return new Ablation(List.copyOf(order), confidences.toArray(double[][]::new));
  }

  /**
   * All channels of a layer in an order.
   *
   * @param forward of one image, whose target is explained
   */
  public static List<Integer> order(
      Lrp lrp, ForwardPass forward, String layer, Order order, RandomGenerator random) {
    float[] values =
        order == Order.RELEVANCE
            ? requireNonNull(lrp.summaries(forward, List.of(layer)).get(layer)).sum()
            : forward.summary(layer).sum();
    List<Integer> all = new ArrayList<>(IntStream.range(0, values.length).boxed().toList());
    if (order == Order.RANDOM) {
      shuffle(all, random);
    } else {
      all.sort(Comparator.comparing(c -> -values[c]));
    }
    return all;
  }

  private static void shuffle(List<Integer> all, RandomGenerator random) {
    for (int i = all.size() - 1; i > 0; i--) {
      Collections.swap(all, i, random.nextInt(i + 1));
    }
  }

  private static double[] softmax(float[] logits) {
    double largest = logits[Inference.largest(logits)];
    double[] shares = new double[logits.length];
    double sum = 0;
    for (int k = 0; k < shares.length; k++) {
      shares[k] = Math.exp(logits[k] - largest);
      sum += shares[k];
    }
    for (int k = 0; k < shares.length; k++) {
      shares[k] /= sum;
    }
    return shares;
  }

  /** The mean confidence in a class over all steps: the area under its curve. */
  public double area(int target) {
    return Arrays.stream(confidences).mapToDouble(step -> step[target]).average().orElseThrow();
  }
}
