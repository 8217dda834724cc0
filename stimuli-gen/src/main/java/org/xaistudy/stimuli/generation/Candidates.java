package org.xaistudy.stimuli.generation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.xaistudy.stimuli.model.Inference;
import org.xaistudy.stimuli.model.Tensor;
import org.xaistudy.studies.Study;

/**
 * Which classes are explained beside the one that the model says: those that it takes for likeliest
 * else, in an order that tells nothing.
 */
final class Candidates {
  private final Map<Integer, List<Integer>> others;

  private Candidates(Map<Integer, List<Integer>> others) {
    this.others = others;
  }

  /**
   * Chooses them for a study; none where people see the explanation of the prediction alone.
   *
   * @param planted all held-out images as the models see them
   * @param images those that are explained
   */
  static Candidates of(
      Study study, List<TrainedModel> models, Tensor planted, List<Integer> images) {
    Map<Integer, List<Integer>> others = new HashMap<>();
    if (study.design().candidates().isPresent()) {
      int count = study.design().candidates().get() - 1;
      Random random = new Random(study.seed() + 2);
      TrainedModel model = models.get(0);
      Tensor shown = Tensor.stack(images.stream().map(planted::slice).toList());
      try (Inference inference = new Inference(model.network())) {
        float[][] logits = inference.logits(shown).rows();
        for (int i = 0; i < logits.length; i++) {
          int said = model.predictions().planted()[images.get(i)];
          List<Integer> likeliest = likeliest(logits[i], said, count);
          Collections.shuffle(likeliest, random);
          others.put(images.get(i), likeliest);
        }
      }
    }
    return new Candidates(others);
  }

  private static List<Integer> likeliest(float[] logits, int said, int count) {
    return new ArrayList<>(
        IntStream.range(0, logits.length)
            .boxed()
            .filter(label -> label != said)
            .sorted(Comparator.comparing((Integer label) -> -logits[label]))
            .limit(count)
            .toList());
  }

  /** The other classes that are explained for an image. */
  List<Integer> beside(int image) {
    return others.getOrDefault(image, List.of());
  }
}
