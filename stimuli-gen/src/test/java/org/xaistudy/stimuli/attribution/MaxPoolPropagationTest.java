package org.xaistudy.stimuli.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xaistudy.stimuli.model.Layer;
import org.xaistudy.stimuli.model.Network;
import org.xaistudy.stimuli.model.Node;
import org.xaistudy.stimuli.model.Tensor;
import org.xaistudy.stimuli.model.Window;

class MaxPoolPropagationTest {
  private static final int ROWS = 2;

  /** Small planes are enlarged in one way, large ones in another. */
  @ParameterizedTest
  @ValueSource(ints = {2, 8, 64, 66, 130})
  void theFirstOfTheLargestOfAWindowHasItsRelevance(int side) {
    SplittableRandom random = new SplittableRandom(side);
    Tensor image = Tensor.zeros(1, 1, side, side);
    for (int i = 0; i < image.values().length; i++) {
      image.values()[i] = random.nextInt(3); // many are equal
    }
    int half = side / 2;
    Tensor relevance = Tensor.zeros(1, ROWS, 1, half, half);
    Tensor expected = Tensor.zeros(1, ROWS, side, side);
    for (int i = 0; i < relevance.values().length; i++) {
      relevance.values()[i] = (float) random.nextGaussian();
      int window = i % (half * half);
      int pixel = winner(image, window / half * 2, window % half * 2);
      expected.values()[i / (half * half) * side * side + pixel] = relevance.values()[i];
    }
    try (Lrp lrp = new Lrp(network(side), Composite.EPSILON_PLUS_FLAT);
        ForwardPass forward = lrp.forward(image)) {
      assertThat(lrp.heatmaps(forward, "pool", relevance).values()).isEqualTo(expected.values());
    }
  }

  private static int winner(Tensor image, int top, int left) {
    int side = image.shape()[3];
    int best = top * side + left;
    for (int tap = 1; tap < 4; tap++) {
      int pixel = (top + tap / 2) * side + left + tap % 2;
      best = image.values()[pixel] > image.values()[best] ? pixel : best;
    }
    return best;
  }

  private static Network network(int side) {
    int features = side / 2 * (side / 2);
    Layer linear = new Layer.Linear(Tensor.zeros(2, features), new float[2]);
    List<Node> nodes = new ArrayList<>();
    nodes.add(new Node("pool", new Layer.MaxPool(Window.square(2, 2, 0)), List.of(Network.INPUT)));
    nodes.add(new Node("flatten", new Layer.Flatten(), List.of("pool")));
    nodes.add(new Node("fc", linear, List.of("flatten")));
    return new Network(new int[] {1, side, side}, nodes);
  }
}
