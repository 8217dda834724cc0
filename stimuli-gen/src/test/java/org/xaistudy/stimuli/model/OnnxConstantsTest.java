package org.xaistudy.stimuli.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xaistudy.stimuli.attribution.SmallNetworks;

/**
 * Constants that are added to, or multiply, what layers give: each graph has the logits of ONNX
 * Runtime, read as it is and read again after writing.
 */
class OnnxConstantsTest {
  private static final int SIDE = 4;

  @TempDir Path folder;

  static Stream<Arguments> graphs() {
    return Stream.of(
        linear("gemm with bias, then a sum", g -> g.gemm("f", "z", 5, true).add("z", "y", 5)),
        linear("the constant first", g -> g.gemm("f", "z", 5, true).addTo("z", "y", 5)),
        linear("a sum of one number", g -> g.gemm("f", "z", 5, true).add("z", "y")),
        linear("a sum of (1, 5)", g -> g.gemm("f", "z", 5, true).add("z", "y", 1, 5)),
        linear("two sums", g -> g.gemm("f", "z", 5, true).add("z", "s", 5).add("s", "y", 1)),
        linear(
            "a matrix product and two sums",
            g -> g.matMul("f", "z", 5).add("z", "s", 5).add("s", "y", 5)),
        linear("a difference", g -> g.gemm("f", "z", 5, true).with("Sub", "z", "y", 5)),
        linear(
            "a constant less the product", g -> g.gemm("f", "z", 5, true).from("Sub", "z", "y", 5)),
        linear("a factor", g -> g.gemm("f", "z", 5, true).with("Mul", "z", "y", 5)),
        linear("a divisor", g -> g.gemm("f", "z", 5, true).with("Div", "z", "y", 5)),
        linear("ONNX's Sum", g -> g.gemm("f", "z", 5, true).with("Sum", "z", "y", 5)),
        linear("alpha and beta", g -> g.scaledGemm("f", "z", 5, 0.5f, 2).add("z", "y", 5)),
        linear(
            "the product read twice",
            g -> g.gemm("f", "z", 5, true).add("z", "s", 5).join("Add", "z", "s", "y")),
        linear(
            "the product read under another name",
            g ->
                g.gemm("f", "z", 5, true)
                    .node("Identity", "z", "i")
                    .add("i", "s", 5)
                    .join("Add", "z", "s", "y")),
        linear(
            "a rectified product read twice",
            g ->
                g.gemm("f", "z", 5, true)
                    .add("z", "s", 5)
                    .node("Relu", "z", "r")
                    .join("Add", "r", "s", "y")),
        linear(
            "a sum after the activation",
            g -> g.gemm("f", "z", 5, true).node("Relu", "z", "r").add("r", "y", 5)),
        linear(
            "another layer in between",
            g ->
                g.gemm("f", "a", 5, true)
                    .gemm("f", "b", 5, true)
                    .add("a", "s", 5)
                    .join("Add", "s", "b", "y")),
        linear(
            "the product is no longer the last node and is read twice",
            g ->
                g.gemm("f", "a", 5, true)
                    .gemm("f", "b", 5, true)
                    .add("a", "s", 5)
                    .join("Add", "a", "b", "t")
                    .join("Add", "s", "t", "y")),
        planes("a convolution, then a sum", g -> g.conv("x", "z", 4).add("z", "s", 1, 4, 1, 1)),
        planes("without the batch's axis", g -> g.conv("x", "z", 4).add("z", "s", 4, 1, 1)),
        planes("of one number", g -> g.conv("x", "z", 4).add("z", "s")),
        planes("along columns, not channels", g -> g.conv("x", "z", 4).add("z", "s", 4)),
        planes("along rows", g -> g.conv("x", "z", 4).add("z", "s", 4, 1)),
        planes("for each value", g -> g.conv("x", "z", 4).add("z", "s", 4, 4, 4)),
        planes(
            "a factor of each value", g -> g.conv("x", "z", 4).with("Mul", "z", "s", 1, 1, 4, 4)),
        planes(
            "a normalisation, then a sum",
            g -> g.conv("x", "z", 4).normalise("z", "n", 4).add("n", "s", 4, 1, 1)),
        planes(
            "a sum, then a normalisation",
            g -> g.conv("x", "z", 4).add("z", "a", 4, 1, 1).normalise("a", "s", 4)),
        planes(
            "a normalisation of what is read twice",
            g -> g.conv("x", "z", 4).normalise("z", "n", 4).join("Add", "z", "n", "s")),
        planes(
            "a normalisation of an earlier convolution",
            g ->
                g.conv("x", "a", 4)
                    .conv("x", "b", 4)
                    .normalise("a", "n", 4)
                    .join("Add", "n", "b", "s")),
        planes(
            "a normalisation first of all, as in the input",
            g -> g.with("Sub", "x", "c", 3, 1, 1).with("Div", "c", "d", 3, 1, 1).conv("d", "s", 4)),
        planes(
            "a normalisation, an activation, a convolution",
            g ->
                g.conv("x", "a", 4)
                    .node("Relu", "a", "r")
                    .normalise("r", "n", 4)
                    .node("Relu", "n", "q")
                    .conv("q", "s", 4)),
        planes(
            "a padding that pads nothing",
            g ->
                g.conv("x", "a", 4)
                    .pad("a", "p", 0)
                    .add("p", "n", 4, 1, 1)
                    .join("Add", "n", "a", "s")),
        planes("a sigmoid", g -> g.conv("x", "a", 4).node("Sigmoid", "a", "s")),
        planes(
            "a SiLU",
            g -> g.conv("x", "a", 4).node("Sigmoid", "a", "g").join("Mul", "a", "g", "s")),
        planes(
            "a SiLU, its gate first",
            g -> g.conv("x", "a", 4).node("Sigmoid", "a", "g").join("Mul", "g", "a", "s")),
        planes(
            "a SiLU whose gate is read elsewhere",
            g ->
                g.conv("x", "a", 4)
                    .node("Sigmoid", "a", "g")
                    .join("Mul", "a", "g", "m")
                    .join("Add", "m", "g", "s")),
        planes("a HardSwish", g -> g.conv("x", "a", 4).node("HardSwish", "a", "s")),
        planes(
            "squeeze and excitation",
            g ->
                g.conv("x", "a", 4)
                    .node("GlobalAveragePool", "a", "m")
                    .conv("m", "e", 4)
                    .node("Sigmoid", "e", "g")
                    .join("Mul", "g", "a", "s")));
  }

  private static Arguments linear(String name, Consumer<OnnxGraph> graph) {
    Consumer<OnnxGraph> whole = g -> graph.accept(g.flatten("x", "f"));
    return Arguments.of(Named.of(name, whole));
  }

  private static Arguments planes(String name, Consumer<OnnxGraph> graph) {
    Consumer<OnnxGraph> whole =
        g -> {
          graph.accept(g);
          g.flatten("s", "y");
        };
    return Arguments.of(Named.of(name, whole));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("graphs")
  void givesTheLogitsOfOnnxRuntime(Consumer<OnnxGraph> graph) throws Exception {
    OnnxGraph built = new OnnxGraph(3, SIDE, SIDE);
    graph.accept(built);
    Path file = built.write(folder.resolve("graph.onnx"));
    Tensor images = SmallNetworks.normal(new SplittableRandom(3), 2, 3, SIDE, SIDE);
    Tensor expected = OnnxTest.onnxRuntime(file, images);
    Network network = Network.read(file);
    Path again = folder.resolve("again.onnx");
    network.write(again);
    Close.to(OnnxTest.onnxRuntime(again, images), expected, 1e-5);
    for (Network same : List.of(network, Network.read(again))) {
      try (Inference inference = new Inference(same)) {
        Close.to(inference.logits(images), expected, 1e-5);
      }
    }
    assertThat(Network.read(again).layers()).isEqualTo(network.layers());
  }

  @ParameterizedTest
  @ValueSource(strings = {"gemm_add", "bn_later"})
  void givesTheLogitsThatNumPyGave(String model) throws IOException {
    Path reference = Recorded.path("blocks/logits");
    Network network = Network.read(reference.resolve(model + ".onnx"));
    try (Inference inference = new Inference(network)) {
      Tensor logits = inference.logits(Npy.read(reference.resolve("input.npy")));
      Close.to(logits, Npy.read(reference.resolve(model + ".logits.npy")), 1e-5);
    }
  }

  @Test
  void mergesWhatNothingElseReads() throws IOException {
    OnnxGraph graph = new OnnxGraph(3, SIDE, SIDE);
    graph.conv("x", "a", 4).conv("x", "b", 4).normalise("a", "n", 4).join("Add", "n", "b", "s");
    graph.flatten("s", "f").gemm("f", "z", 5, true).add("z", "y", 5);
    Network network = Network.read(graph.write(folder.resolve("merged.onnx")));
    assertThat(network.nodes().stream().map(Node::layer))
        .noneMatch(layer -> layer instanceof Layer.Affine);
  }

  @Test
  void refusesAConstantThatDoesNotFit() throws IOException {
    OnnxGraph graph = new OnnxGraph(3, SIDE, SIDE);
    graph.flatten("x", "f").gemm("f", "z", 5, true).add("z", "y", 2, 5);
    Path file = graph.write(folder.resolve("batch.onnx"));
    assertThatThrownBy(() -> Network.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("batch.onnx")
        .hasMessageContaining("[2, 5]")
        .hasMessageContaining("[5]");
  }
}
