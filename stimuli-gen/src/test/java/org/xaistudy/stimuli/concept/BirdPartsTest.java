package org.xaistudy.stimuli.concept;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.xaistudy.stimuli.attribution.Composite;
import org.xaistudy.stimuli.attribution.ForwardPass;
import org.xaistudy.stimuli.attribution.Lrp;
import org.xaistudy.stimuli.dataset.Sample;
import org.xaistudy.stimuli.dataset.birds.BirdClass;
import org.xaistudy.stimuli.dataset.birds.BirdPart;
import org.xaistudy.stimuli.dataset.birds.BirdSample;
import org.xaistudy.stimuli.model.Network;
import org.xaistudy.stimuli.model.Tensor;
import org.xaistudy.stimuli.model.Training;
import org.xaistudy.stimuli.model.TrainingData;
import org.xaistudy.stimuli.model.Vgg;
import org.xaistudy.stimuli.pixels.Normalisation;

/** The parts of drawn birds are known: do a trained model's concepts lie on them? */
class BirdPartsTest {
  private static final int SIDE = 64;
  private static final int TRAIN = 90;
  private static final int TEST = 4;
  private static final int CONCEPTS = 3;

  /** Parts that a person would name together. */
  private enum Place {
    PLUMAGE(EnumSet.of(BirdPart.PLUMAGE)),
    HEAD(EnumSet.of(BirdPart.HEAD, BirdPart.CAP, BirdPart.EYE, BirdPart.BEAK)),
    TAIL(EnumSet.of(BirdPart.TAIL));

    private final Set<BirdPart> parts;

    Place(Set<BirdPart> parts) {
      this.parts = parts;
    }
  }

  private static List<BirdSample> birds(String split, int perClass) {
    List<BirdSample> birds = new ArrayList<>();
    for (BirdClass kind : BirdClass.values()) {
      for (int number = 0; number < perClass; number++) {
        birds.add(new BirdSample(kind, split, number, 5));
      }
    }
    return birds;
  }

  private static SampleSource source(List<BirdSample> birds) {
    return new SampleSource(
        List.<Sample>copyOf(birds),
        java.util.Arrays.stream(BirdClass.values()).map(BirdClass::id).toList(),
        new int[] {3, SIDE, SIDE},
        Normalisation.IMAGENET,
        (image, label) -> image);
  }

  private static Network trained() {
    SampleSource train = source(birds("train", TRAIN));
    int[] labels = train.labels().stream().mapToInt(Integer::intValue).toArray();
    return Training.fromScratch(6)
        .train(
            Vgg.compact(SIDE, BirdClass.values().length, new SplittableRandom(1)),
            TrainingData.shuffled(train.inputs(0, train.count()), labels, 32, 2),
            (epoch, step, steps, loss, accuracy) -> {});
  }

  /**
   * Of each channel that is among the strongest of some image, the share of its relevance on the
   * place where it has most, over all those images; chance would be that place's share of the
   * pixels.
   */
  @Test
  @Tag("heavy")
  void theStrongestConceptsLieOnOnePartEach() {
    List<BirdSample> birds = birds("test", TEST);
    SampleSource test = source(birds);
    Map<Integer, double[]> relevance = new HashMap<>(); // of each place, and in all
    double[] area = new double[Place.values().length];
    try (Lrp lrp = new Lrp(trained(), Composite.EPSILON_PLUS_FLAT)) {
      String layer = lrp.network().lastConvolution();
      for (int image = 0; image < test.count(); image++) {
        Tensor regions = regions(birds.get(image), area, test.count());
        try (ForwardPass forward = lrp.forward(test.input(image))) {
          Tensor inside = RegionalRelevance.of(lrp, forward, layer, regions);
          List<Integer> order =
              Ablation.order(
                  lrp, forward, layer, Ablation.Order.RELEVANCE, new SplittableRandom(1));
          for (int channel : order.subList(0, CONCEPTS)) {
            double[] sums = relevance.computeIfAbsent(channel, c -> new double[area.length + 1]);
            for (int place = 0; place < sums.length; place++) {
              sums[place] += inside.at(place, channel);
            }
          }
        }
      }
    }
    double weighted = 0;
    double lift = 0;
    double all = 0;
    for (double[] sums : relevance.values()) {
      double whole = sums[area.length];
      int best = 0;
      for (int place = 0; place < area.length; place++) {
        best = sums[place] > sums[best] ? place : best;
      }
      weighted += sums[best];
      lift += sums[best] / area[best];
      all += whole;
    }
    assertThat(weighted / all).as("share on one part").isGreaterThan(0.3);
    assertThat(lift / all).as("times chance").isGreaterThan(5);
  }

  /** A mask for each place, and one of all pixels. */
  private static Tensor regions(BirdSample bird, double[] area, int images) {
    Tensor regions = Tensor.zeros(Place.values().length + 1, SIDE, SIDE);
    int plane = SIDE * SIDE;
    for (int place = 0; place < area.length; place++) {
      for (BirdPart part : Place.values()[place].parts) {
        boolean[] mask = bird.mask(part, SIDE);
        for (int p = 0; p < plane; p++) {
          if (mask[p] && regions.values()[place * plane + p] == 0) {
            regions.values()[place * plane + p] = 1;
            area[place] += 1.0 / plane / images;
          }
        }
      }
    }
    java.util.Arrays.fill(regions.values(), area.length * plane, (area.length + 1) * plane, 1);
    return regions;
  }
}
