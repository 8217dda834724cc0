package org.xaistudy.stimuli.concept;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.xaistudy.stimuli.attribution.ForwardPass;
import org.xaistudy.stimuli.attribution.Lrp;
import org.xaistudy.stimuli.model.Tensor;
import org.xaistudy.stimuli.shapley.Segments;

/**
 * Which concept is most relevant where (Achtibat et al. 2023, Fig. 3c): for each superpixel of an
 * image the channels of a layer with the largest relevance in it.
 *
 * @param relevance (segments, C): relevance of each channel in each segment
 */
public record Atlas(Segments segments, Tensor relevance) {

  /**
   * The atlas of an image: one pass upward a superpixel, however many channels there are.
   *
   * @param forward of one image, whose target is explained
   */
  public static Atlas of(Lrp lrp, ForwardPass forward, String layer, Segments segments) {
    Tensor masks = Tensor.zeros(segments.count(), segments.height(), segments.width());
    int plane = segments.labels().length;
    for (int p = 0; p < plane; p++) {
      masks.values()[segments.labels()[p] * plane + p] = 1;
    }
    return new Atlas(segments, RegionalRelevance.of(lrp, forward, layer, masks));
  }

  /** The channel of rank {@code rank}, from 0, in a segment, by relevance. */
  public int channel(int segment, int rank) {
    return order(segment).get(rank);
  }

  private List<Integer> order(int segment) {
    return IntStream.range(0, relevance.shape()[1])
        .boxed()
        .sorted(Comparator.comparing(c -> -relevance.at(segment, c)))
        .toList();
  }

  /** The channels that are of rank {@code rank} somewhere, those of most pixels first. */
  public List<Integer> channels(int rank) {
    int[] pixels = new int[relevance.shape()[1]];
    int[] sizes = segments.sizes();
    for (int s = 0; s < segments.count(); s++) {
      pixels[channel(s, rank)] += sizes[s];
    }
    List<Integer> there = new ArrayList<>();
    IntStream.range(0, pixels.length).filter(c -> pixels[c] > 0).forEach(there::add);
    there.sort(Comparator.comparing(c -> -pixels[c]));
    return there;
  }
}
