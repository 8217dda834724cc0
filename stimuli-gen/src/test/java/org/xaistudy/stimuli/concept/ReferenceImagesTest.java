package org.xaistudy.stimuli.concept;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.xaistudy.stimuli.attribution.Attribution;
import org.xaistudy.stimuli.attribution.Composite;
import org.xaistudy.stimuli.attribution.Condition;
import org.xaistudy.stimuli.attribution.Lrp;
import org.xaistudy.stimuli.model.Network;
import org.xaistudy.stimuli.model.Tensor;
import org.xaistudy.stimuli.model.Vgg;

class ReferenceImagesTest {
  private static final int IMAGES = 70;

  /** The most relevant images of each channel, found again one image at a time. */
  @Test
  void findsTheImagesWithTheLargestRelevance() {
    SplittableRandom random = new SplittableRandom(1);
    int[] plan = {4, Vgg.POOL, 6};
    Network network = Vgg.network(16, plan, new int[] {8}, 1, 3, random);
    String layer = network.lastConvolution();
    Tensor images = Tensor.zeros(IMAGES, 3, 16, 16);
    for (int i = 0; i < images.values().length; i++) {
      images.values()[i] = (float) random.nextGaussian();
    }
    int[] labels = IntStream.range(0, IMAGES).map(i -> i % 3).toArray();
    try (Lrp lrp = new Lrp(network, Composite.EPSILON_PLUS_FLAT)) {
      ReferenceImages found = ReferenceImages.search(lrp, images, labels, layer, 5, done -> {});
      Attribution[] alone = new Attribution[IMAGES];
      for (int i = 0; i < IMAGES; i++) {
        alone[i] =
            lrp.attribute(
                images.range(i, i + 1),
                new int[] {labels[i]},
                List.of(Condition.target()),
                List.of(layer));
      }
      for (int channel = 0; channel < 6; channel++) {
        int c = channel;
        List<Integer> expected =
            IntStream.range(0, IMAGES)
                .boxed()
                .sorted(
                    Comparator.comparing(
                        (Integer i) -> -alone[i].channels(layer, 0, 0).values()[c]))
                .limit(5)
                .toList();
        assertThat(found.of(channel))
            .extracting(ReferenceImages.Reference::image)
            .as("channel " + channel)
            .isEqualTo(expected);
      }
    }
  }
}
