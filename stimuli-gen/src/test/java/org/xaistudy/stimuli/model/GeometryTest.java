package org.xaistudy.stimuli.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.xaistudy.stimuli.attribution.Composite;
import org.xaistudy.stimuli.attribution.Condition;
import org.xaistudy.stimuli.attribution.ForwardPass;
import org.xaistudy.stimuli.attribution.Lrp;
import org.xaistudy.stimuli.attribution.SmallNetworks;

class GeometryTest {
  @Test
  void windowsAreCountedAsPyTorchCountsThem() {
    Window window = Window.square(3, 2, 0);
    assertThat(window.outputHeight(112)).isEqualTo(55);
    assertThat(window.withCeil().outputHeight(112)).isEqualTo(56);
    assertThat(Window.square(2, 2, 1).withCeil().outputHeight(4))
        .isEqualTo(3); // none starts outside
    assertThat(Window.square(3, 1, 1).dilated(2).outputHeight(7)).isEqualTo(5);
    assertThatThrownBy(() -> Window.square(5, 1, 0).outputHeight(4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("does not fit");
  }

  /** The field holds all pixels with a derivative, and is no larger than it must be. */
  @Test
  void receptiveFieldsAreWhereTheDerivativeIs() {
    Network network = SmallNetworks.chain(1, true);
    String layer = "features.3";
    int[] shape = network.shape(layer);
    ReceptiveField field = network.receptiveField(layer);
    assertThat(field.strideY()).isEqualTo(2);
    boolean tight = false;
    for (int neuron = 0; neuron < shape[1] * shape[2]; neuron++) {
      int y = neuron / shape[2];
      int x = neuron % shape[2];
      ReceptiveField.Area area = field.of(y, x, 11, 13);
      Tensor map = derivative(network, layer, y, x);
      assertThat(outside(map, area)).as("derivatives outside").isZero();
      tight |= touches(map, area);
    }
    assertThat(tight).as("a neuron whose derivatives reach from edge to edge").isTrue();
  }

  private static long outside(Tensor map, ReceptiveField.Area area) {
    return pixels(map)
        .filter(
            p ->
                !(within(p / 13, area.y(), area.height())
                    && within(p % 13, area.x(), area.width())))
        .count();
  }

  /** Whether the derivatives reach the first and the last row of the field. */
  private static boolean touches(Tensor map, ReceptiveField.Area area) {
    int last = area.y() + area.height() - 1;
    return pixels(map).anyMatch(p -> p / 13 == area.y())
        && pixels(map).anyMatch(p -> p / 13 == last);
  }

  private static boolean within(int at, int from, int count) {
    return at >= from && at < from + count;
  }

  private static IntStream pixels(Tensor map) {
    return IntStream.range(0, map.values().length).filter(p -> map.values()[p] != 0);
  }

  /** Of one place, summed over its channels: the network ends there. */
  private static Tensor derivative(Network network, String layer, int y, int x) {
    int end = network.layers().indexOf(layer) + 1;
    List<Node> nodes = new ArrayList<>(network.nodes().subList(0, end));
    int[] shape = network.shape(layer);
    nodes.add(new Node("flat", new Layer.Flatten(), layer));
    Tensor pick = Tensor.zeros(1, Tensor.size(shape));
    for (int c = 0; c < shape[0]; c++) {
      pick.values()[(c * shape[1] + y) * shape[2] + x] = 1;
    }
    nodes.add(new Node("pick", new Layer.Linear(pick, new float[1]), "flat"));
    Network cut = new Network(network.inputShape(), nodes);
    try (Lrp lrp = new Lrp(cut, Composite.GRADIENT);
        ForwardPass forward = lrp.forward(SmallNetworks.images(1, 1))) {
      return lrp.attribute(forward, List.of(Condition.of(0).worth(1)), List.of()).heatmap(0, 0);
    }
  }

  @Test
  void aGlobalMeanSeesEverything() {
    Network network = SmallNetworks.residual(1, true);
    ReceptiveField.Area area = network.receptiveField("fc").of(0, 0, 11, 13);
    assertThat(area).isEqualTo(new ReceptiveField.Area(0, 0, 13, 11));
  }

  @Test
  void namesTheLayerWhoseInputDoesNotFit() {
    assertThatThrownBy(
            () ->
                new Network(
                    new int[] {3, 8, 8},
                    List.of(
                        new Node("pool", new Layer.MaxPool(Window.square(2, 2, 0)), Network.INPUT),
                        new Node(
                            "fc", new Layer.Linear(Tensor.zeros(2, 9), new float[2]), "pool"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("layer fc");
  }
}
