package org.xaistudy.stimuli.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The architectures of torchvision, written as PyTorch exports them (an eighth of the channels
 * wide, all else as it is), give the logits that ONNX Runtime gives.
 */
class TorchvisionTest {
  private static final int NARROW = 8;
  private static final int CLASSES = 10;
  private static final String VGG11 = "64 M 128 M 256 256 M 512 512 M 512 512 M";
  private static final String VGG13 = "64 64 M 128 128 M 256 256 M 512 512 M 512 512 M";
  private static final String VGG16 = "64 64 M 128 128 M 256 256 256 M 512 512 512 M 512 512 512 M";
  private static final String VGG19 =
      "64 64 M 128 128 M 256 256 256 256 M 512 512 512 512 M 512 512 512 512 M";

  @TempDir Path folder;

  static Stream<Arguments> networks() {
    return Stream.of(
        Arguments.of(Named.of("vgg11", vgg(VGG11, false, false)), 224, "features.18"),
        Arguments.of(Named.of("vgg13", vgg(VGG13, false, false)), 224, "features.22"),
        Arguments.of(Named.of("vgg16", vgg(VGG16, false, false)), 224, "features.28"),
        Arguments.of(Named.of("vgg19", vgg(VGG19, false, false)), 224, "features.34"),
        Arguments.of(Named.of("vgg16_bn", vgg(VGG16, true, true)), 224, "features.40"),
        Arguments.of(Named.of("vgg11_bn, folded", vgg(VGG11, true, false)), 224, "features.25"),
        Arguments.of(Named.of("alexnet", alexNet()), 224, "features.10"),
        Arguments.of(Named.of("resnet18", resNet(false, false, 2, 2, 2, 2)), 96, "layer3.0.conv2"),
        Arguments.of(Named.of("resnet34", resNet(false, true, 3, 4, 6, 3)), 96, "layer4.2.add"),
        Arguments.of(
            Named.of("resnet50", resNet(true, true, 3, 4, 6, 3)), 96, "layer1.0.downsample.0"),
        Arguments.of(Named.of("squeezenet1_0", squeezeNet()), 96, "features.3.expand1x1"),
        Arguments.of(
            Named.of("densenet", denseNet()), 96, "features.denseblock2.denselayer2.conv2"),
        Arguments.of(
            Named.of("efficientnet", efficientNet("SiLU", "Sigmoid")),
            96,
            "features.3.0.block.0.0"),
        Arguments.of(
            Named.of("mobilenet_v3", efficientNet("HardSwish", "HardSigmoid")),
            96,
            "features.3.0.block.3.0"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void agreesWithOnnxRuntime(TorchExport export, int size, String layer) throws Exception {
    Path file = export.write(folder.resolve("model.onnx"));
    Tensor images = Tensor.zeros(2, 3, size, size);
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < images.values().length; i++) {
      images.values()[i] = (float) random.nextGaussian();
    }
    Network network = Network.read(file);
    assertThat(network.layers()).contains(layer);
    Tensor expected = OnnxTest.onnxRuntime(file, images);
    try (Inference inference = new Inference(network)) {
      Close.to(inference.logits(images), expected, 1e-4);
    }
    Path again = folder.resolve("again.onnx");
    network.write(again);
    Close.to(OnnxTest.onnxRuntime(again, images), expected, 1e-4);
  }

  /**
   * @param counted whether batch normalisations take a number among the features
   * @param kept whether they are nodes of their own
   */
  private static TorchExport vgg(String plan, boolean counted, boolean kept) {
    TorchExport export = new TorchExport(3, 224, kept);
    int in = 3;
    int index = 0;
    for (String step : plan.split(" ", -1)) {
      if (step.equals("M")) {
        export.maxPool("features." + index++, 2, 2, 0, false);
        continue;
      }
      int out = Integer.parseInt(step) / NARROW;
      String path = "features." + index++;
      export.conv(path, in, out, 3, 1, 1, counted ? "features." + index++ : null);
      export.relu("features." + index++);
      in = out;
    }
    export.averagePool("avgpool", 1, 1).flatten();
    export.gemm("classifier.0", in * 49, 64).relu("classifier.1").dropout("classifier.2");
    export.gemm("classifier.3", 64, 64).relu("classifier.4").dropout("classifier.5");
    return export.gemm("classifier.6", 64, CLASSES);
  }

  private static TorchExport alexNet() {
    TorchExport export = new TorchExport(3, 224, false);
    export.conv("features.0", 3, 8, 11, 4, 2).relu("features.1");
    export.maxPool("features.2", 3, 2, 0, false);
    export.conv("features.3", 8, 24, 5, 1, 2).relu("features.4");
    export.maxPool("features.5", 3, 2, 0, false);
    export.conv("features.6", 24, 48, 3, 1, 1).relu("features.7");
    export.conv("features.8", 48, 32, 3, 1, 1).relu("features.9");
    export.conv("features.10", 32, 32, 3, 1, 1).relu("features.11");
    export.maxPool("features.12", 3, 2, 0, false);
    export.averagePool("avgpool", 1, 1).flatten();
    export.dropout("classifier.0").gemm("classifier.1", 32 * 36, 64).relu("classifier.2");
    export.dropout("classifier.3").gemm("classifier.4", 64, 64).relu("classifier.5");
    return export.gemm("classifier.6", 64, CLASSES);
  }

  private static TorchExport resNet(boolean bottleneck, boolean kept, int... blocks) {
    TorchExport export = new TorchExport(3, 96, kept);
    export.conv("conv1", 3, 64 / NARROW, 7, 2, 3, "bn1").relu("relu");
    export.maxPool("maxpool", 3, 2, 1, false);
    int in = 64 / NARROW;
    for (int layer = 1; layer <= blocks.length; layer++) {
      int width = (64 << (layer - 1)) / NARROW;
      int out = bottleneck ? 4 * width : width;
      for (int block = 0; block < blocks[layer - 1]; block++) {
        String path = "layer" + layer + "." + block;
        int stride = block == 0 && layer > 1 ? 2 : 1;
        block(export, path, in, width, out, stride, bottleneck);
        in = out;
      }
    }
    return export.globalAverage("avgpool").flatten().gemm("fc", in, CLASSES);
  }

  private static void block(
      TorchExport export, String path, int in, int width, int out, int stride, boolean bottleneck) {
    String input = export.last();
    if (bottleneck) {
      export.conv(path + ".conv1", in, width, 1, 1, 0, path + ".bn1").relu(path + ".relu");
      export
          .conv(path + ".conv2", width, width, 3, stride, 1, path + ".bn2")
          .relu(path + ".relu_1");
      export.conv(path + ".conv3", width, out, 1, 1, 0, path + ".bn3");
    } else {
      export.conv(path + ".conv1", in, out, 3, stride, 1, path + ".bn1").relu(path + ".relu");
      export.conv(path + ".conv2", out, out, 3, 1, 1, path + ".bn2");
    }
    String branch = export.last();
    String shortcut = input;
    if (stride > 1 || in != out) {
      String down = path + ".downsample";
      shortcut = export.from(input).conv(down + ".0", in, out, 1, stride, 0, down + ".1").last();
    }
    export
        .from(branch)
        .join(path, "Add", shortcut)
        .relu(path + (bottleneck ? ".relu_2" : ".relu_1"));
  }

  private static TorchExport squeezeNet() {
    TorchExport export = new TorchExport(3, 96, false);
    export.conv("features.0", 3, 12, 7, 2, 0).relu("features.1");
    export.maxPool("features.2", 3, 2, 0, true);
    int in = 12;
    for (int index = 3; index <= 12; index++) {
      if (index == 6 || index == 11) {
        export.maxPool("features." + index, 3, 2, 0, true);
        continue;
      }
      String path = "features." + index;
      export.conv(path + ".squeeze", in, 4, 1, 1, 0).relu(path + ".squeeze_activation");
      String squeezed = export.last();
      export.conv(path + ".expand1x1", 4, 8, 1, 1, 0).relu(path + ".expand1x1_activation");
      String small = export.last();
      export.from(squeezed).conv(path + ".expand3x3", 4, 8, 3, 1, 1);
      String large = export.relu(path + ".expand3x3_activation").last();
      export.from(small).join(path, "Concat", large);
      in = 16;
    }
    export.dropout("classifier.0").conv("classifier.1", in, CLASSES, 1, 1, 0);
    return export.relu("classifier.2").globalAverage("classifier.3").flatten();
  }

  /** Each layer normalises all that came before it; so do the transitions in between. */
  private static TorchExport denseNet() {
    TorchExport export = new TorchExport(3, 96, true);
    export.conv("features.conv0", 3, 8, 7, 2, 3, "features.norm0").relu("features.relu0");
    export.maxPool("features.pool0", 3, 2, 1, false);
    int in = 8;
    for (int block = 1; block <= 3; block++) {
      for (int layer = 1; layer <= 2; layer++) {
        String before = export.last();
        String path = "features.denseblock" + block + ".denselayer" + layer;
        export.normalise(path + ".norm1", in).relu(path + ".relu1");
        export.conv(path + ".conv1", in, 16, 1, 1, 0, path + ".norm2").relu(path + ".relu2");
        export.conv(path + ".conv2", 16, 4, 3, 1, 1).join(path, "Concat", before);
        in += 4;
      }
      if (block < 3) {
        String path = "features.transition" + block;
        export.normalise(path + ".norm", in).relu(path + ".relu");
        export.conv(path + ".conv", in, in / 2, 1, 1, 0).averagePool(path + ".pool", 2, 2);
        in /= 2;
      }
    }
    export.normalise("features.norm5", in).relu("relu").globalAverage("avgpool").flatten();
    return export.gemm("classifier", in, CLASSES);
  }

  /** Inverted bottlenecks with squeeze and excitation. */
  private static TorchExport efficientNet(String activation, String gate) {
    TorchExport export = new TorchExport(3, 96, true);
    export.conv("features.0.0", 3, 4, 3, 2, 1, "features.0.1");
    export.activation("features.0.2", activation);
    for (int stage = 1; stage <= 3; stage++) {
      String path = "features." + stage + ".0.block";
      String before = export.last();
      export.conv(path + ".0.0", 4, 16, 1, 1, 0, path + ".0.1");
      export.activation(path + ".0.2", activation);
      export.depthwise(path + ".1.0", 16, 3, 1, 1, path + ".1.1");
      String signal = export.activation(path + ".1.2", activation).last();
      export.globalAverage(path + ".2.avgpool").conv(path + ".2.fc1", 16, 2, 1, 1, 0);
      export.activation(path + ".2.activation", activation);
      export.conv(path + ".2.fc2", 2, 16, 1, 1, 0).gate(path + ".2.scale_activation", gate);
      export.join(path + ".2", "Mul", signal);
      export.conv(path + ".3.0", 16, 4, 1, 1, 0, path + ".3.1");
      export.join("features." + stage + ".0", "Add", before);
    }
    export.globalAverage("avgpool").flatten().dropout("classifier.0");
    return export.gemm("classifier.1", 4, CLASSES);
  }

  @Test
  void takesAModulesNameForItsLastLayer() throws IOException {
    Network network =
        Network.read(resNet(false, false, 1, 1, 1, 1).write(folder.resolve("resnet.onnx")));
    assertThat(network.node("layer3.0").name()).isEqualTo("layer3.0.relu_1");
    assertThat(network.node("layer3.0.downsample").name()).isEqualTo("layer3.0.downsample.0");
  }

  @Test
  void readsALinearLayerWrittenAsProductAndSum() throws Exception {
    TorchExport export = new TorchExport(3, 8, false);
    export.conv("features.0", 3, 4, 3, 1, 1).relu("features.1");
    export.reshape("reshape", -1, 256).matMul("classifier.0", 256, 5);
    Path file = export.write(folder.resolve("matmul.onnx"));
    Network network = Network.read(file);
    assertThat(network.layers())
        .containsExactly("features.0", "features.1", "reshape", "classifier.0");
    Tensor images = new Tensor(new float[3 * 64], 1, 3, 8, 8);
    java.util.Arrays.fill(images.values(), 0.5f);
    try (Inference inference = new Inference(network)) {
      Close.to(inference.logits(images), OnnxTest.onnxRuntime(file, images), 1e-5);
    }
  }

  @Test
  void normalisesByItselfWhereNoLayerPrecedes() throws Exception {
    TorchExport export = new TorchExport(3, 8, true);
    export.maxPool("pool", 2, 2, 0, false);
    export.conv("features.0", 3, 4, 3, 1, 1, "features.1").relu("features.2");
    String one = export.last();
    // The second normalisation follows a sum, so it stays.
    export.conv("features.3", 4, 4, 1, 1, 0).join("block", "Add", one);
    export.normalise("norm", 4).flatten().gemm("fc", 64, 3);
    Path file = export.write(folder.resolve("bn.onnx"));
    Tensor images = new Tensor(new float[3 * 64], 1, 3, 8, 8);
    java.util.Arrays.fill(images.values(), 0.5f);
    try (Inference inference = new Inference(Network.read(file))) {
      Close.to(inference.logits(images), OnnxTest.onnxRuntime(file, images), 1e-5);
    }
  }

  @Test
  void refusesAnUnknownOperatorByNameAndNode() throws IOException {
    TorchExport export = new TorchExport(3, 8, false);
    export.conv("features.0", 3, 4, 3, 1, 1).operator("features.1", "Erf");
    Path file = export.flatten().write(folder.resolve("erf.onnx"));
    assertThatThrownBy(() -> Network.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("erf.onnx")
        .hasMessageContaining("Erf")
        .hasMessageContaining("/features/features.1/Erf");
  }

  @Test
  void suggestsLayersOfSimilarNamesWhenOneIsMissing() {
    Network network = Vgg.compact(16, 2, new SplittableRandom(1));
    assertThatThrownBy(() -> network.node("feature.3"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("feature.3")
        .hasMessageContaining("features.3")
        .hasMessageNotContaining("classifier.2");
    assertThat(List.of(network.classes(), network.shape("features.0")[0])).containsExactly(2, 32);
  }
}
