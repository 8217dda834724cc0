package org.xaistudy.stimuli.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.xaistudy.stimuli.attribution.rule.Rule;
import org.xaistudy.stimuli.model.Close;
import org.xaistudy.stimuli.model.Inference;
import org.xaistudy.stimuli.model.InputGradient;
import org.xaistudy.stimuli.model.Layer;
import org.xaistudy.stimuli.model.NativeTensors;
import org.xaistudy.stimuli.model.Network;
import org.xaistudy.stimuli.model.Node;
import org.xaistudy.stimuli.model.Operators;
import org.xaistudy.stimuli.model.Tensor;
import org.xaistudy.stimuli.model.Window;

/** What must hold of relevance whatever the network and the image. */
class PropagationPropertiesTest {
  private static final int TRIES = 8;

  /** A convolution of each of the small networks, by the number of the network. */
  private static final List<String> LAYERS = List.of("features.3", "layer1.conv2", "last");

  private static final List<Integer> CHANNELS = List.of(8, 6, 5);

  @Property(tries = TRIES, seed = "1", shrinking = ShrinkingMode.OFF)
  void theMapsOfAllChannelsSumToTheWhole(
      @ForAll @IntRange(max = 999) int seed, @ForAll @IntRange(max = 2) int which) {
    Network network = SmallNetworks.all(seed, true).get(which);
    List<Condition> conditions = new ArrayList<>();
    for (int c = 0; c < CHANNELS.get(which); c++) {
      conditions.add(Condition.target().through(LAYERS.get(which), c));
    }
    int[] all = IntStream.range(0, CHANNELS.get(which)).toArray();
    Condition whole = Condition.target().through(LAYERS.get(which), all);
    for (Composite composite : Composite.all()) {
      try (Lrp lrp = new Lrp(network, composite);
          ForwardPass forward = lrp.forward(SmallNetworks.images(seed, 2))) {
        Tensor maps = lrp.attribute(forward, conditions, List.of()).heatmaps();
        Tensor expected = lrp.attribute(forward, List.of(whole), List.of()).heatmaps();
        Close.to(summed(maps), expected, 1e-4);
      }
    }
  }

  /** (N, K, H, W) summed over K. */
  private static Tensor summed(Tensor maps) {
    int[] shape = maps.shape();
    int plane = shape[2] * shape[3];
    Tensor sums = Tensor.zeros(shape[0], 1, shape[2], shape[3]);
    for (int i = 0; i < maps.values().length; i++) {
      int image = i / plane / shape[1];
      sums.values()[image * plane + i % plane] += maps.values()[i];
    }
    return sums;
  }

  @Property(tries = TRIES, seed = "2", shrinking = ShrinkingMode.OFF)
  void orderAndBatchingDoNotMatter(
      @ForAll @IntRange(max = 999) int seed, @ForAll @IntRange(max = 2) int which) {
    Network network = SmallNetworks.all(seed, true).get(which);
    String layer = LAYERS.get(which);
    List<Condition> conditions =
        new ArrayList<>(
            List.of(
                Condition.target(),
                Condition.of(1),
                Condition.of(1, 3).through(layer, 2),
                Condition.target().through(layer, 0),
                Condition.target().through(layer, 1),
                Condition.target().through(layer, 0, 1),
                Condition.target().through(layer, 0, 2, 4),
                Condition.of(2).worth(1).through(layer, 3),
                Condition.of(1).through(layer),
                Condition.from(layer).through(layer, 1),
                Condition.target()));
    Collections.shuffle(conditions, new Random(seed));
    Tensor images = SmallNetworks.images(seed, 3);
    try (Lrp lrp = new Lrp(network, Composite.EPSILON_PLUS_FLAT)) {
      Attribution together = lrp.attribute(images, null, conditions, List.of(layer));
      for (int image = 0; image < 3; image++) {
        for (int k = 0; k < conditions.size(); k++) {
          Attribution alone =
              lrp.attribute(
                  images.range(image, image + 1), null, List.of(conditions.get(k)), List.of(layer));
          Close.to(together.heatmap(image, k), alone.heatmap(0, 0), 1e-4);
          Close.to(together.channels(layer, image, k), alone.channels(layer, 0, 0), 1e-4);
        }
      }
    }
  }

  /** On a chain: what a sum hands to an addend of the other sign may find no taker below. */
  @Property(tries = TRIES, seed = "3", shrinking = ShrinkingMode.OFF)
  void relevanceIsConservedWithoutBiases(@ForAll @IntRange(max = 999) int seed) {
    assertConserved(SmallNetworks.chain(seed, false), SmallNetworks.images(seed, 1));
  }

  @Property(tries = TRIES, seed = "8", shrinking = ShrinkingMode.OFF)
  void relevanceIsConservedAlongSignals(@ForAll @IntRange(max = 999) int seed) {
    assertConserved(SmallNetworks.signals(seed, false), SmallNetworks.noise(seed, 1));
  }

  private static void assertConserved(Network network, Tensor images) {
    try (Lrp lrp = new Lrp(network, Composite.EPSILON_PLUS_FLAT);
        ForwardPass forward = lrp.forward(images)) {
      double logit = forward.logits().at(0, forward.targets()[0]);
      List<String> layers = new ArrayList<>(network.layers());
      layers.add(Network.INPUT);
      for (String layer : layers) {
        double sum = lrp.relevance(forward, List.of(Condition.target()), layer).sum();
        assertThat(sum).as(layer).isCloseTo(logit, within(2e-3 * Math.abs(logit)));
      }
    }
  }

  @Property(tries = TRIES, seed = "7", shrinking = ShrinkingMode.OFF)
  void theLedgerSaysWhereRelevanceStayed(
      @ForAll @IntRange(max = 999) int seed, @ForAll @IntRange(max = 2) int which) {
    Network network = SmallNetworks.all(seed, true).get(which);
    for (Composite composite : Composite.all()) {
      try (Lrp lrp = new Lrp(network, composite);
          ForwardPass forward = lrp.forward(SmallNetworks.images(seed, 1))) {
        Ledger ledger = lrp.ledger(forward, Condition.target());
        double logit = forward.logits().at(0, forward.targets()[0]);
        double scale =
            ledger.entries().stream().mapToDouble(e -> Math.abs(e.received())).max().orElse(0);
        assertThat(ledger.entries().get(0).received()).isCloseTo(logit, within(1e-5 * scale));
        for (Ledger.Entry entry : ledger.entries()) {
          assertThat(entry.unexplained())
              .as(composite.name() + entry)
              .isCloseTo(0, within(2e-3 * scale));
        }
        double map =
            lrp.attribute(forward, List.of(Condition.target()), List.of()).heatmaps().sum();
        assertThat(ledger.arrived()).isCloseTo(map, within(1e-3 * scale));
        assertThat(ledger.arrived() + ledger.toBiases() + ledger.toStabilisers())
            .isCloseTo(logit, within(5e-3 * scale));
      }
    }
  }

  @Property(tries = TRIES, seed = "4", shrinking = ShrinkingMode.OFF)
  void lrpZeroOnAReluNetworkIsInputTimesGradient(@ForAll @IntRange(max = 999) int seed) {
    Network network = SmallNetworks.chain(seed, false);
    Tensor images = SmallNetworks.images(seed, 2);
    Rule rule = new Rule.Epsilon(1e-12);
    Composite zero = new Composite("zero", null, rule, rule, Map.of(), true, false, false);
    try (Lrp lrp = new Lrp(network, zero);
        ForwardPass relevance = lrp.forward(images);
        Lrp derivative = new Lrp(network, Composite.GRADIENT);
        ForwardPass gradient = derivative.forward(images)) {
      Tensor actual = lrp.relevance(relevance, List.of(Condition.target()), Network.INPUT);
      Tensor expected =
          derivative.relevance(gradient, List.of(Condition.target().worth(1)), Network.INPUT);
      for (int i = 0; i < expected.values().length; i++) {
        expected.values()[i] *= images.values()[i];
      }
      Close.to(actual, expected, 1e-3);
    }
  }

  @Property(tries = TRIES, seed = "9", shrinking = ShrinkingMode.OFF)
  void theEnginesDerivativeIsThatOfThePasses(@ForAll @IntRange(max = 999) int seed) {
    List<Network> networks = new ArrayList<>(SmallNetworks.all(seed, true));
    networks.add(SmallNetworks.gated(seed, true));
    networks.add(SmallNetworks.signals(seed, true));
    for (Network network : networks) {
      Tensor images =
          network.isOfSignals() ? SmallNetworks.noise(seed, 2) : SmallNetworks.images(seed, 2);
      try (Lrp derivative = new Lrp(network, Composite.GRADIENT);
          ForwardPass forward = derivative.forward(images)) {
        Tensor expected =
            derivative.relevance(forward, List.of(Condition.of(3).worth(1)), Network.INPUT);
        Tensor actual = new InputGradient(derivative.inference()).of(images, 3);
        assertThat(actual.shape()).isEqualTo(images.shape());
        Close.to(actual, expected, 1e-5);
      }
    }
  }

  @Property(tries = TRIES, seed = "5", shrinking = ShrinkingMode.OFF)
  void gradientsAreThoseOfPyTorch(
      @ForAll @IntRange(max = 999) int seed, @ForAll @IntRange(max = 3) int which) {
    List<Network> networks = new ArrayList<>(SmallNetworks.all(seed, true));
    networks.add(SmallNetworks.gated(seed, true));
    Network network = networks.get(which);
    compareWithPyTorch(network, SmallNetworks.images(seed, 2));
  }

  @Example
  void ofEqualValuesTheFirstWinsAsInPyTorch() {
    Network network = SmallNetworks.chain(1, true);
    Tensor even = Tensor.zeros(1, 2, 11, 13); // a plain surface: all windows hold equal values
    java.util.Arrays.fill(even.values(), 0.7f);
    compareWithPyTorch(network, even);
  }

  private static void compareWithPyTorch(Network network, Tensor images) {
    try (Inference inference = new Inference(network);
        NDManager scope = NativeTensors.manager();
        Lrp lrp = new Lrp(network, Composite.GRADIENT);
        ForwardPass forward = lrp.forward(images)) {
      NDArray input = NativeTensors.load(scope, images);
      input.setRequiresGradient(true);
      try (GradientCollector tape = Engine.getEngine("PyTorch").newGradientCollector()) {
        NDArray logits = derivable(inference, input).get(network.output().name());
        tape.backward(logits.get(":,2").sum());
      }
      Tensor expected = NativeTensors.copy(input.getGradient());
      Tensor actual = lrp.relevance(forward, List.of(Condition.of(2).worth(1)), Network.INPUT);
      Close.to(actual.reshape(expected.shape()), expected, 1e-4);
    }
  }

  /** All outputs, computed as PyTorch derives them. */
  private static Map<String, NDArray> derivable(Inference inference, NDArray input) {
    Map<String, NDArray> outputs = new HashMap<>(Map.of(Network.INPUT, input));
    for (Node node : inference.network().nodes()) {
      List<NDArray> inputs = node.inputs().stream().map(outputs::get).toList();
      outputs.put(
          node.name(),
          node.layer() instanceof Layer.MaxPool pool
              ? Operators.derivableMaxPool(inputs.get(0), pool.window())
              : inference.apply(node, inputs));
    }
    return outputs;
  }

  @Property(tries = TRIES, seed = "6", shrinking = ShrinkingMode.OFF)
  void gradientsAreThoseOfFiniteDifferences(@ForAll @IntRange(max = 999) int seed) {
    Network network = SmallNetworks.branched(seed, true);
    Tensor image = SmallNetworks.images(seed, 1);
    Tensor direction = SmallNetworks.images(seed + 1, 1);
    double step = 1e-3;
    Tensor ahead = moved(image, direction, step);
    Tensor behind = moved(image, direction, -step);
    try (Lrp lrp = new Lrp(network, Composite.GRADIENT);
        ForwardPass forward = lrp.forward(image)) {
      Tensor gradient = lrp.relevance(forward, List.of(Condition.of(0).worth(1)), Network.INPUT);
      double expected = 0;
      for (int i = 0; i < gradient.values().length; i++) {
        expected += (double) gradient.values()[i] * direction.values()[i];
      }
      Inference inference = lrp.inference();
      double difference =
          inference.logits(ahead).at(0, 0) - (double) inference.logits(behind).at(0, 0);
      // Kinks between the two points bend the secant a little.
      assertThat(difference / 2 / step)
          .isCloseTo(expected, within(0.05 * Math.abs(expected) + 0.1));
    }
  }

  private static Tensor moved(Tensor image, Tensor direction, double step) {
    Tensor moved = Tensor.zeros(image.shape());
    for (int i = 0; i < moved.values().length; i++) {
      moved.values()[i] = (float) (image.values()[i] + step * direction.values()[i]);
    }
    return moved;
  }

  @Example
  void shortcutsAroundAConditionedLayerAreLeftOutUnlessAsked() {
    Network network = SmallNetworks.residual(3, true);
    int[] all = {0, 1, 2, 3, 4, 5};
    Condition through = Condition.target().through("layer2.conv1", all);
    try (Lrp lrp = new Lrp(network, Composite.EPSILON_PLUS);
        ForwardPass forward = lrp.forward(SmallNetworks.images(3, 1))) {
      Tensor whole = lrp.attribute(forward, List.of(Condition.target()), List.of()).heatmaps();
      Tensor without = lrp.attribute(forward, List.of(through), List.of()).heatmaps();
      Tensor with = lrp.attributeWithShortcuts(forward, List.of(through), List.of()).heatmaps();
      Close.to(with, whole, 1e-5);
      assertThat(Close.difference(without, whole)).isGreaterThan(0.01);
    }
  }

  @Example
  void aPaddedMeanSharesInProportion() {
    Layer.AveragePool pool = new Layer.AveragePool(Window.square(3, 2, 1), false);
    Network network =
        new Network(
            new int[] {1, 5, 5},
            List.of(new org.xaistudy.stimuli.model.Node("mean", pool, Network.INPUT)));
    Tensor image = SmallNetworks.normal(new java.util.SplittableRandom(5), 1, 1, 5, 5);
    try (Lrp lrp = new Lrp(network, Composite.EPSILON);
        ForwardPass forward = lrp.forward(image)) {
      double[] expected = new double[25];
      float[] mean = forward.activations("mean").values();
      for (int o = 0; o < 9; o++) {
        int top = o / 3 * 2 - 1;
        int left = o % 3 * 2 - 1;
        int rows = Math.min(5, top + 3) - Math.max(0, top);
        int columns = Math.min(5, left + 3) - Math.max(0, left);
        for (int y = Math.max(0, top); y < Math.min(5, top + 3); y++) {
          for (int x = Math.max(0, left); x < Math.min(5, left + 3); x++) {
            double share = image.at(0, 0, y, x) / (double) (rows * columns);
            expected[y * 5 + x] += share * mean[o] / (mean[o] + Math.signum(mean[o]) * 1e-6);
          }
        }
      }
      Tensor actual = lrp.relevance(forward, List.of(Condition.from("mean")), Network.INPUT);
      Close.to(actual, Dense.floats(expected, 25), 1e-5);
    }
  }

  /** The tests of this package go through the small networks: none of them passes over a layer. */
  @Example
  void theSmallNetworksHaveEveryKindOfLayer() {
    Set<Class<?>> tested =
        Stream.concat(SmallNetworks.all(1, true).stream(), Stream.of(SmallNetworks.gated(1, true)))
            .flatMap(network -> network.nodes().stream())
            .map(node -> node.layer().getClass())
            .collect(Collectors.toSet());
    assertThat(tested).containsAll(kinds(Layer.class).toList());
  }

  private static Stream<Class<?>> kinds(Class<?> sealed) {
    return Arrays.stream(sealed.getPermittedSubclasses())
        .flatMap(kind -> kind.isSealed() ? kinds(kind) : Stream.of(kind));
  }
}
