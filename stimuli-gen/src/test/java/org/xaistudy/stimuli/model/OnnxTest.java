package org.xaistudy.stimuli.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xaistudy.stimuli.attribution.SmallNetworks;
import org.xaistudy.testing.Shared;

class OnnxTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"vgg", "res"})
  void givesTheLogitsThatPyTorchGave(String model) throws IOException {
    Path reference = Shared.path("reference/attributions/" + model);
    Tensor input = Npy.read(reference.resolve("input.npy"));
    Tensor expected = Npy.read(reference.resolve("logits.npy"));
    try (Inference inference = new Inference(Network.read(reference.resolve(model + ".onnx")))) {
      Close.to(inference.logits(input), expected, 1e-4);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"vgg", "res"})
  void runsAsInOnnxRuntimeAfterWriting(String model) throws Exception {
    Path reference = Shared.path("reference/attributions/" + model);
    Network network = Network.read(reference.resolve(model + ".onnx"));
    Path written = folder.resolve("written.onnx");
    network.write(written);
    Tensor input = Npy.read(reference.resolve("input.npy"));
    Close.to(onnxRuntime(written, input), Npy.read(reference.resolve("logits.npy")), 1e-4);
    assertThat(Network.read(written).layers()).isEqualTo(network.layers());
  }

  @Test
  void writesTheSameBytesAgain() throws IOException {
    Network network = Vgg.compact(32, 4, new SplittableRandom(1));
    network.write(folder.resolve("a.onnx"));
    Network.read(folder.resolve("a.onnx")).write(folder.resolve("b.onnx"));
    assertThat(folder.resolve("a.onnx")).hasSameBinaryContentAs(folder.resolve("b.onnx"));
  }

  @Test
  void everyKindOfLayerRunsAsInOnnxRuntime() throws Exception {
    Tensor images = SmallNetworks.images(1, 3);
    for (Network network : SmallNetworks.all(5, true)) {
      Path written = folder.resolve("small.onnx");
      network.write(written);
      Tensor expected = onnxRuntime(written, images);
      for (Network same : List.of(network, Network.read(written))) {
        try (Inference inference = new Inference(same)) {
          Close.to(inference.logits(images), expected, 1e-5);
        }
      }
    }
  }

  @Test
  void refusesAFileThatIsNoModel() throws IOException {
    Path file = Files.writeString(folder.resolve("no.onnx"), "this is text, not a model");
    assertThatThrownBy(() -> Network.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no.onnx");
  }

  static Tensor onnxRuntime(Path model, Tensor input) throws Exception {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    long[] shape = new long[input.shape().length];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = input.shape()[i];
    }
    try (OrtSession session = environment.createSession(model.toString());
        OnnxTensor tensor =
            OnnxTensor.createTensor(environment, FloatBuffer.wrap(input.values()), shape);
        OrtSession.Result result =
            session.run(Map.of(session.getInputNames().iterator().next(), tensor))) {
      float[][] rows = (float[][]) result.get(0).getValue();
      return Tensor.stack(
          java.util.Arrays.stream(rows).map(row -> new Tensor(row, row.length)).toList());
    }
  }
}
