package org.xaistudy.stimuli.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.xaistudy.stimuli.model.Close;
import org.xaistudy.stimuli.model.Inference;
import org.xaistudy.stimuli.model.Network;
import org.xaistudy.stimuli.model.Tensor;

/** The short ways to relevance of channels give what one conditional pass a channel gives. */
class ConceptRelevanceTest {
  private static final int IMAGES = 2;

  static Stream<Arguments> cases() {
    List<Arguments> cases = new ArrayList<>();
    for (Composite composite : Composite.all()) {
      List<Network> networks = SmallNetworks.all(3, true);
      for (int i = 0; i < networks.size(); i++) {
        cases.add(Arguments.of(composite.name(), i, composite, networks.get(i)));
      }
    }
    return cases.stream();
  }

  private static List<Condition> eachChannel(Network network, String layer) {
    List<Condition> conditions = new ArrayList<>();
    for (int c = 0; c < network.shape(layer)[0]; c++) {
      conditions.add(Condition.target().through(layer, c));
    }
    return conditions;
  }

  private static Tensor relevance(Lrp lrp, ForwardPass forward, String layer) {
    Tensor all = lrp.relevance(forward, List.of(Condition.target()), layer);
    int[] shape = new int[all.shape().length - 1];
    shape[0] = IMAGES;
    System.arraycopy(all.shape(), 2, shape, 1, shape.length - 1);
    return all.reshape(shape);
  }

  @ParameterizedTest(name = "{0}, network {1}")
  @MethodSource("cases")
  void onePassUpwardTellsWhatEveryChannelHasInARegion(
      String name, int number, Composite composite, Network network) {
    Tensor images = SmallNetworks.images(5, IMAGES);
    Tensor regions = regions(network);
    try (Lrp lrp = new Lrp(network, composite);
        ForwardPass forward = lrp.forward(images)) {
      for (String layer : network.layers()) {
        List<Condition> conditions = eachChannel(network, layer);
        Attribution maps = lrp.attribute(forward, conditions, List.of());
        Tensor inside = lrp.inside(forward, layer, relevance(lrp, forward, layer), regions);
        Tensor expected = Tensor.zeros(inside.shape());
        for (int i = 0, at = 0; i < IMAGES; i++) {
          for (int r = 0; r < regions.shape()[0]; r++) {
            for (int c = 0; c < conditions.size(); c++) {
              expected.values()[at++] = (float) maps.within(regions.slice(r), i, c);
            }
          }
        }
        assertThat(Close.difference(inside, expected)).as(layer).isLessThan(2e-5);
      }
    }
  }

  private static Tensor regions(Network network) {
    int[] input = network.inputShape();
    Tensor regions = Tensor.zeros(3, input[1], input[2]);
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < regions.values().length; i++) {
      regions.values()[i] = random.nextInt(2);
    }
    return regions;
  }

  @ParameterizedTest(name = "{0}, network {1}")
  @MethodSource("cases")
  void aMatrixTellsWhatChannelsHandToChannels(
      String name, int number, Composite composite, Network network) {
    Tensor images = SmallNetworks.images(5, IMAGES);
    List<String> layers = network.layers();
    try (Lrp lrp = new Lrp(network, composite);
        ForwardPass forward = lrp.forward(images)) {
      for (String upper : layers) {
        List<String> below =
            layers.stream().filter(l -> !l.equals(upper) && network.isBelow(l, upper)).toList();
        Attribution maps = lrp.attribute(forward, eachChannel(network, upper), below);
        for (String lower : below) {
          Tensor matrix = lrp.composition(forward, upper, relevance(lrp, forward, upper), lower);
          assertThat(Close.difference(matrix, maps.channels().get(lower)))
              .as(upper + " to " + lower)
              .isLessThan(2e-5);
        }
      }
    }
  }

  @ParameterizedTest(name = "{0}, network {1}")
  @MethodSource("cases")
  void summariesAreOfAllThatTheRelevanceHolds(
      String name, int number, Composite composite, Network network) {
    Tensor images = SmallNetworks.images(5, IMAGES);
    try (Lrp lrp = new Lrp(network, composite);
        ForwardPass forward = lrp.forward(images)) {
      lrp.summaries(forward, network.layers())
          .forEach((layer, summary) -> check(summary, relevance(lrp, forward, layer)));
      for (String layer : network.layers()) {
        check(forward.summary(layer), forward.activations(layer));
      }
    }
  }

  private static void check(ChannelSummary summary, Tensor values) {
    int rows = summary.sum().length;
    int plane = values.values().length / rows;
    Tensor sums = Tensor.zeros(rows);
    Tensor largest = Tensor.zeros(rows);
    Tensor atStrongest = Tensor.zeros(rows);
    for (int row = 0; row < rows; row++) {
      float[] own = Arrays.copyOfRange(values.values(), row * plane, (row + 1) * plane);
      sums.values()[row] = (float) new Tensor(own, plane).sum();
      largest.values()[row] = own[Inference.largest(own)];
      atStrongest.values()[row] = own[summary.strongest()[row]];
    }
    Close.to(new Tensor(summary.sum(), rows), sums, 1e-6);
    Close.to(new Tensor(summary.max(), rows), largest, 1e-6);
    Close.to(atStrongest, largest, 1e-6);
  }

  @Test
  void theNeuronsOfAChannelAddUpToTheChannel() {
    Network network = SmallNetworks.chain(2, true);
    String layer = "features.3";
    try (Lrp lrp = new Lrp(network, Composite.EPSILON_PLUS_FLAT);
        ForwardPass forward = lrp.forward(SmallNetworks.images(5, IMAGES))) {
      Tensor relevance = relevance(lrp, forward, layer);
      int[] shape = network.shape(layer);
      int plane = shape[1] * shape[2];
      Tensor rows = Tensor.zeros(IMAGES, plane, shape[0], shape[1], shape[2]);
      int channel = 4;
      for (int i = 0; i < IMAGES; i++) {
        for (int p = 0; p < plane; p++) {
          int neuron = (i * shape[0] + channel) * plane + p;
          rows.values()[((i * plane + p) * shape[0] + channel) * plane + p] =
              relevance.values()[neuron];
        }
      }
      Tensor single = lrp.heatmaps(forward, layer, rows);
      Tensor sum = Tensor.zeros(IMAGES, 1, single.shape()[2], single.shape()[3]);
      int pixels = sum.values().length / IMAGES;
      for (int v = 0; v < single.values().length; v++) {
        sum.values()[v / (plane * pixels) * pixels + v % pixels] += single.values()[v];
      }
      Condition whole = Condition.target().through(layer, channel);
      Close.to(sum, lrp.attribute(forward, List.of(whole), List.of()).heatmaps(), 1e-5);
    }
  }

  @Test
  void refusesALayerThatIsNotBelow() {
    Network network = SmallNetworks.residual(2, true);
    try (Lrp lrp = new Lrp(network, Composite.EPSILON_PLUS_FLAT);
        ForwardPass forward = lrp.forward(SmallNetworks.images(5, IMAGES))) {
      Tensor relevance = relevance(lrp, forward, "layer1.conv1");
      assertThatThrownBy(() -> lrp.composition(forward, "layer1.conv1", relevance, "layer2.conv1"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("layer2.conv1 does not lie below layer1.conv1");
    }
  }
}
