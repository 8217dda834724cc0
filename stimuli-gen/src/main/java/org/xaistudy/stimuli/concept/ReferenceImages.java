package org.xaistudy.stimuli.concept;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.xaistudy.stimuli.attribution.Condition;
import org.xaistudy.stimuli.attribution.ForwardPass;
import org.xaistudy.stimuli.attribution.Lrp;
import org.xaistudy.stimuli.model.Tensor;

/**
 * The images for which each channel of a layer is most relevant: Relevance Maximization with the
 * sum over space as target, T(x) = Σ_i R_i(x|θ) with θ = {class of x} (Achtibat et al. 2023, eq.
 * 16). Relevances are not normalised per image.
 */
public final class ReferenceImages {
  private static final int AT_ONCE = 64;

  private final List<List<Reference>> byChannel;

  private ReferenceImages(List<List<Reference>> byChannel) {
    this.byChannel = byChannel;
  }

  /**
   * One reference image of one channel.
   *
   * @param image index into the images searched
   * @param relevance of the channel for the image's class, summed over space
   * @param row of the channel's most relevant neuron
   * @param column of the channel's most relevant neuron
   */
  public record Reference(int image, float relevance, int row, int column) {}

  /**
   * Searches images for the references of every channel of a layer.
   *
   * @param images (N, C, H, W), normalised
   * @param labels the class whose logit is explained, per image
   * @param count how many references to keep for each channel
   * @param progress told how many images are done
   */
  public static ReferenceImages search(
      Lrp lrp, Tensor images, int[] labels, String layer, int count, IntConsumer progress) {
    int channels = lrp.network().shape(layer)[0];
    List<List<Reference>> found = new ArrayList<>();
    IntStream.range(0, channels).forEach(c -> found.add(new ArrayList<>()));
    for (int from = 0; from < labels.length; from += AT_ONCE) {
      int to = Math.min(labels.length, from + AT_ONCE);
      int[] targets = java.util.Arrays.copyOfRange(labels, from, to);
      try (ForwardPass forward = lrp.forward(images.range(from, to), targets)) {
        // (N, 1, C, h, w): one condition, the class alone
        Tensor relevance = lrp.relevance(forward, List.of(Condition.target()), layer);
        collect(found, relevance, from, channels);
      }
      found.forEach(references -> keepLargest(references, count));
      progress.accept(to);
    }
    return new ReferenceImages(found.stream().map(List::copyOf).toList());
  }

  /** The references of a channel, most relevant first. */
  public List<Reference> of(int channel) {
    return byChannel.get(channel);
  }

  private static void collect(
      List<List<Reference>> found, Tensor relevance, int firstImage, int channels) {
    int[] shape = relevance.shape();
    int width = shape[shape.length - 1];
    int plane = width * shape[shape.length - 2];
    int count = relevance.values().length / (channels * plane);
    for (int i = 0; i < count; i++) {
      for (int c = 0; c < channels; c++) {
        found
            .get(c)
            .add(
                summed(
                    relevance.values(), (i * channels + c) * plane, plane, width, firstImage + i));
      }
    }
  }

  private static Reference summed(float[] values, int from, int plane, int width, int image) {
    double sum = 0;
    int strongest = 0;
    for (int p = 0; p < plane; p++) {
      sum += values[from + p];
      strongest = values[from + p] > values[from + strongest] ? p : strongest;
    }
    return new Reference(image, (float) sum, strongest / width, strongest % width);
  }

  private static void keepLargest(List<Reference> references, int count) {
    references.sort(
        Comparator.comparing(Reference::relevance).reversed().thenComparing(Reference::image));
    references.subList(Math.min(count, references.size()), references.size()).clear();
  }
}
