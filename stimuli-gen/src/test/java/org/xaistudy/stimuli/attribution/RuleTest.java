package org.xaistudy.stimuli.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.xaistudy.stimuli.attribution.rule.Rule;
import org.xaistudy.stimuli.model.Close;
import org.xaistudy.stimuli.model.Layer;
import org.xaistudy.stimuli.model.Network;
import org.xaistudy.stimuli.model.Node;
import org.xaistudy.stimuli.model.Tensor;
import org.xaistudy.stimuli.model.Window;

/** Every rule against its definition as an explicit matrix, in double precision. */
class RuleTest {
  private static final List<Rule> RULES =
      List.of(
          new Rule.Epsilon(),
          new Rule.ZPlus(),
          new Rule.AlphaBeta(2, 1),
          new Rule.AlphaBeta(1, 0),
          new Rule.Gamma(0.25),
          new Rule.WSquare(),
          new Rule.Flat(),
          new Rule.ZBox(-3, 2.5),
          new Rule.Gradient());

  /** How a convolution slides, and what it slides over. */
  record Shape(
      int kernel, int stride, int padding, int dilation, int groups, int height, int width) {
    Window window() {
      return Window.square(kernel, stride, padding).dilated(dilation);
    }

    boolean fits() {
      return Math.min(height, width) + 2 * padding >= dilation * (kernel - 1) + 1;
    }
  }

  @Provide
  static Arbitrary<Shape> shapes() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 4),
            Arbitraries.integers().between(1, 3),
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(1, 2),
            Arbitraries.integers().between(1, 2),
            Arbitraries.integers().between(4, 7),
            Arbitraries.integers().between(4, 7))
        .as(Shape::new)
        .filter(Shape::fits);
  }

  @Property(tries = 60, seed = "20230", shrinking = ShrinkingMode.OFF)
  void agreesOnConvolutions(@ForAll("shapes") Shape shape, @ForAll boolean biases) {
    SplittableRandom random = new SplittableRandom(shape.hashCode());
    int inputs = 2;
    int outputs = 4;
    Layer.Convolution layer =
        new Layer.Convolution(
            SmallNetworks.normal(random, outputs, inputs, shape.kernel(), shape.kernel()),
            SmallNetworks.normal(random, outputs).values(),
            shape.window(),
            shape.groups());
    int[] input = {inputs * shape.groups(), shape.height(), shape.width()};
    Dense dense = Dense.of(layer, shape.height(), shape.width());
    for (Rule rule : RULES) {
      compare(rule, layer, dense, SmallNetworks.normal(random, input), biases);
    }
  }

  @Property(tries = 20, seed = "20231", shrinking = ShrinkingMode.OFF)
  void agreesOnLinearLayers(@ForAll short seed, @ForAll boolean biases) {
    SplittableRandom random = new SplittableRandom(seed);
    Layer.Linear layer =
        new Layer.Linear(
            SmallNetworks.normal(random, 5, 7), SmallNetworks.normal(random, 5).values());
    for (Rule rule : RULES) {
      compare(rule, layer, Dense.of(layer), SmallNetworks.normal(random, 7), biases);
    }
  }

  /** After a ReLU, where a shorter form is used, and without one. */
  private static void compare(Rule rule, Layer layer, Dense dense, Tensor x, boolean biases) {
    for (boolean rectified : List.of(false, true)) {
      List<Node> nodes = new ArrayList<>();
      if (rectified) {
        nodes.add(new Node("relu", new Layer.ReLU(), Network.INPUT));
      }
      nodes.add(new Node("layer", layer, rectified ? "relu" : Network.INPUT));
      Network network = new Network(x.shape(), nodes);
      Composite composite = new Composite("test", null, rule, rule, Map.of(), biases, false, false);
      double[] values = new double[x.values().length];
      for (int i = 0; i < values.length; i++) {
        values[i] = rectified ? Math.max(0, x.values()[i]) : x.values()[i];
      }
      try (Lrp lrp = new Lrp(network, composite);
          ForwardPass forward = lrp.forward(Tensor.stack(List.of(x)))) {
        double[] relevance = new double[forward.activations("layer").values().length];
        for (int i = 0; i < relevance.length; i++) {
          relevance[i] = forward.activations("layer").values()[i];
        }
        double[] expected = new DenseRules(dense, values, relevance, biases).apply(rule);
        String end = rectified ? "relu" : Network.INPUT;
        Tensor actual = lrp.relevance(forward, List.of(Condition.from("layer")), end);
        double difference = Close.difference(actual, Dense.floats(expected, x.shape()));
        assertThat(difference).as(rule + " after ReLU: " + rectified).isLessThan(tolerance(rule));
      }
    }
  }

  /** Where biases stay out of z the output is no longer z: a z near zero magnifies rounding. */
  private static double tolerance(Rule rule) {
    return rule instanceof Rule.Epsilon || rule instanceof Rule.Gamma ? 1e-3 : 1e-4;
  }

  @Example
  void refusesParametersWithoutMeaning() {
    assertThatThrownBy(() -> new Rule.AlphaBeta(2, 2)).hasMessageContaining("must be 1");
    assertThatThrownBy(() -> new Rule.ZBox(1, 1)).hasMessageContaining("below");
    assertThatThrownBy(() -> new Rule.Gamma(-1)).hasMessageContaining("negative");
    assertThatThrownBy(() -> new Rule.Epsilon(Double.NaN)).hasMessageContaining("negative");
  }
}
