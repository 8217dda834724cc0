package org.xaistudy.stimuli.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xaistudy.stimuli.attribution.SmallNetworks;

/**
 * Networks of signals: the logits of ONNX Runtime, and to the bit those of the same graph whose
 * inputs are images one row high.
 */
class SignalsTest {
  private static final int LENGTH = 23;

  @TempDir Path folder;

  static Stream<Named<Consumer<OnnxGraph>>> graphs() {
    return Stream.of(
        graph("a convolution", g -> g.rowConv("x", "z", 5, 3, 1, 1, 1).mean("z", "y")),
        graph(
            "stride and dilation",
            g -> g.rowConv("x", "a", 5, 3, 2, 2, 2).node("Relu", "a", "z").mean("z", "y")),
        graph(
            "batch normalisation after a convolution, and alone",
            g ->
                g.rowConv("x", "a", 5, 3, 1, 1, 1)
                    .normalise("a", "b", 5)
                    .node("Relu", "b", "c")
                    .normalise("c", "z", 5)
                    .mean("z", "y")),
        graph(
            "poolings",
            g ->
                g.rowConv("x", "a", 5, 3, 1, 1, 1)
                    .rowPool("MaxPool", "a", "b", 3, 2, 1, 1)
                    .rowPool("AveragePool", "b", "z", 2, 2, 0, 1)
                    .mean("z", "y")),
        graph(
            "poolings of whole signals",
            g ->
                g.rowConv("x", "a", 5, 3, 1, 1, 1)
                    .node("GlobalMaxPool", "a", "b")
                    .node("GlobalAveragePool", "a", "c")
                    .join("Add", "b", "c", "z")
                    .node("Flatten", "z", "y")),
        graph(
            "a residual block with a constant",
            g ->
                g.rowConv("x", "a", 5, 3, 1, 1, 1)
                    .node("Relu", "a", "b")
                    .rowConv("b", "c", 5, 3, 1, 1, 1)
                    .addToChannels("c", "d")
                    .join("Add", "d", "b", "e")
                    .node("Relu", "e", "z")
                    .mean("z", "y")));
  }

  private static Named<Consumer<OnnxGraph>> graph(String name, Consumer<OnnxGraph> graph) {
    return Named.of(name, graph);
  }

  private Network network(boolean signals, Consumer<OnnxGraph> graph, String name)
      throws IOException {
    OnnxGraph built = OnnxGraph.ofRows(signals, 3, LENGTH);
    graph.accept(built);
    return Network.read(built.write(folder.resolve(name)));
  }

  @ParameterizedTest
  @MethodSource("graphs")
  void areImagesOneRowHigh(Consumer<OnnxGraph> graph) throws Exception {
    Network network = network(true, graph, "signals.onnx");
    assertThat(network.isOfSignals()).isTrue();
    Tensor signals = SmallNetworks.normal(new SplittableRandom(3), 2, 3, LENGTH);
    Tensor expected = OnnxTest.onnxRuntime(folder.resolve("signals.onnx"), signals);
    Tensor logits = logits(network, signals);
    Close.to(logits, expected, 1e-5);
    assertThat(logits(network(false, graph, "rows.onnx"), signals)).isEqualTo(logits);
  }

  @ParameterizedTest
  @MethodSource("graphs")
  void areWrittenAsSignals(Consumer<OnnxGraph> graph) throws Exception {
    Network network = network(true, graph, "signals.onnx");
    Path written = folder.resolve("written.onnx");
    network.write(written);
    Tensor signals = SmallNetworks.normal(new SplittableRandom(3), 2, 3, LENGTH);
    Tensor logits = logits(network, signals);
    Close.to(OnnxTest.onnxRuntime(written, signals), logits, 1e-5);
    assertThat(logits(Network.read(written), signals)).isEqualTo(logits);
  }

  @Test
  void mayChangeTheirAxesOnTheWay() throws Exception {
    Consumer<OnnxGraph> graph =
        g ->
            g.rowConv("x", "a", 5, 3, 1, 1, 1)
                .onAxes("Unsqueeze", "a", "b", 2)
                .node("Relu", "b", "c")
                .onAxes("Squeeze", "c", "d", 2)
                .node("GlobalAveragePool", "d", "e")
                .onAxes("Squeeze", "e", "y", 2);
    Network network = network(true, graph, "signals.onnx");
    Tensor signals = SmallNetworks.normal(new SplittableRandom(3), 2, 3, LENGTH);
    Tensor expected = OnnxTest.onnxRuntime(folder.resolve("signals.onnx"), signals);
    Close.to(logits(network, signals), expected, 1e-5);
  }

  /** What a convolution gives must not change where another name of it is added to. */
  @Test
  void areNotMergedWithConstantsWhereTheyAreReadAgain() throws Exception {
    Consumer<OnnxGraph> graph =
        g ->
            g.rowConv("x", "a", 5, 3, 1, 1, 1)
                .onAxes("Unsqueeze", "a", "b", 2)
                .onAxes("Squeeze", "b", "c", 2)
                .addToChannels("c", "d")
                .join("Add", "a", "d", "z")
                .mean("z", "y");
    Network network = network(true, graph, "signals.onnx");
    Tensor signals = SmallNetworks.normal(new SplittableRandom(3), 2, 3, LENGTH);
    Tensor expected = OnnxTest.onnxRuntime(folder.resolve("signals.onnx"), signals);
    Close.to(logits(network, signals), expected, 1e-5);
  }

  @Test
  void loseNoAxisOfSeveralValues() {
    assertThatThrownBy(
            () ->
                network(
                    true,
                    g -> g.rowConv("x", "a", 5, 3, 1, 1, 1).onAxes("Squeeze", "a", "y", 2),
                    "squeezed.onnx"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Squeeze")
        .hasMessageContaining("not 1 long");
  }

  private static Tensor logits(Network network, Tensor signals) {
    try (Inference inference = new Inference(network)) {
      return inference.logits(Signals.asImages(signals));
    }
  }
}
