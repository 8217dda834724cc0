package org.xaistudy.stimuli.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xaistudy.stimuli.attribution.SmallNetworks;
import org.xaistudy.stimuli.model.Close;
import org.xaistudy.stimuli.model.Network;
import org.xaistudy.stimuli.model.Npy;
import org.xaistudy.stimuli.model.Tensor;
import org.xaistudy.stimuli.model.Vgg;
import org.xaistudy.stimuli.shapley.Segments;
import org.xaistudy.testing.Shared;
import picocli.CommandLine;

class AttributeCommandTest {
  @TempDir Path folder;

  private String error = "";

  private int run(String... arguments) {
    StringWriter err = new StringWriter();
    int code =
        new CommandLine(new AttributeCommand())
            .setOut(new PrintWriter(new StringWriter()))
            .setErr(new PrintWriter(err))
            .setExecutionExceptionHandler(
                (exception, command, parsed) -> {
                  assertThat(exception).isInstanceOf(IOException.class);
                  command.getErr().println(exception.getMessage());
                  return 1;
                })
            .execute(arguments);
    error = err.toString();
    return code;
  }

  private int runOn(Path model, Path input, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("--model", model.toString(), "--input", input.toString(), "--out"));
    arguments.add(folder.resolve("out").toString());
    arguments.addAll(List.of(more));
    return run(arguments.toArray(String[]::new));
  }

  private Tensor result(String name) throws IOException {
    return Npy.read(folder.resolve("out").resolve(name + ".npy"));
  }

  @Test
  void writesTheReferenceMaps() throws IOException {
    Path reference = Shared.path("reference/attributions/vgg");
    Path model = reference.resolve("vgg.onnx");
    Path input = reference.resolve("input.npy");
    String layer = "features.10";
    String composite = "epsilon-alpha2-beta1-flat";
    assertThat(runOn(model, input, "--method", "lrp", "--composite", composite, "--record", layer))
        .isZero();
    Tensor expected = Npy.read(reference.resolve("lrp.epsilon_alpha2_beta1_flat.heatmap.npy"));
    assertThat(result("heatmap").shape()).isEqualTo(expected.shape());
    Close.to(result("heatmap"), expected, 1e-4);
    Close.to(result("logits"), Npy.read(reference.resolve("logits.npy")), 1e-4);
    String channels = "lrp.epsilon_alpha2_beta1_flat.channels.features.10.npy";
    Close.to(result("channels." + layer), Npy.read(reference.resolve(channels)), 1e-4);
  }

  /** A signal's maps are lines, with the values of the same network's maps of one-row images. */
  @ParameterizedTest
  @ValueSource(strings = {"lrp", "ig", "gradcam", "shap"})
  void explainsSignals(String method) throws IOException {
    Network network = SmallNetworks.signals(4, true);
    Path model = folder.resolve("signals.onnx");
    network.write(model);
    Tensor images = SmallNetworks.noise(4, 3);
    Path rows = folder.resolve("rows.npy");
    Path signals = folder.resolve("signals.npy");
    Npy.write(rows, images);
    Npy.write(signals, images.reshape(3, 2, 41));
    assertThat(runOn(model, rows, "--method", method, "--steps", "8")).as(error).isZero();
    Tensor expected = result("heatmap");
    assertThat(runOn(model, signals, "--method", method, "--steps", "8")).as(error).isZero();
    assertThat(result("heatmap")).isEqualTo(expected);
    assertThat(expected.shape()).hasSize(2).startsWith(3);
    assertThat(expected.shape()[1]).isEqualTo(method.equals("gradcam") ? 5 : 41);
  }

  @Test
  void takesRegionsAndSegmentsOfSignals() throws IOException {
    Network network = SmallNetworks.signals(4, true);
    Path model = folder.resolve("signals.onnx");
    network.write(model);
    Path input = folder.resolve("signals.npy");
    Npy.write(input, SmallNetworks.noise(4, 1).reshape(1, 2, 41));
    float[] inside = new float[41];
    java.util.Arrays.fill(inside, 10, 20, 1);
    Path part = folder.resolve("part.npy");
    Npy.write(part, new Tensor(inside, 41));
    assertThat(runOn(model, input, "--method", "lrp", "--region", part.toString()))
        .as(error)
        .isZero();
    double sum = 0;
    for (int i = 10; i < 20; i++) {
      sum += result("heatmap").at(0, i);
    }
    assertThat(result("region").at(0)).isCloseTo((float) sum, within(1e-5f));
    assertThat(runOn(model, input, "--method", "shap", "--segments", part.toString(), "--exact"))
        .as(error)
        .isZero();
    assertThat(result("shapley").shape()).containsExactly(1, 2);
  }

  @Test
  void saysWhatSignalsAModelTakes() throws IOException {
    Path model = folder.resolve("signals.onnx");
    SmallNetworks.signals(4, true).write(model);
    Path input = folder.resolve("short.npy");
    Npy.write(input, Tensor.zeros(2, 2, 40));
    assertThat(runOn(model, input, "--method", "lrp")).isOne();
    assertThat(error).contains("the network takes signals of (N, 2, 41)");
  }

  @Test
  void appliesConditionsInTheOrderGiven() throws IOException {
    Path reference = Shared.path("reference/attributions/res");
    JsonNode cases = new ObjectMapper().readTree(reference.resolve("cases.json").toFile());
    Path conditions = folder.resolve("conditions.json");
    for (JsonNode node : cases.get("cases")) {
      if (node.get("file").asText().equals("crp.1.heatmaps.npy")) {
        Files.writeString(conditions, node.get("conditions").toString());
      }
    }
    Path sample = folder.resolve("sample.npy");
    Npy.write(sample, Npy.read(reference.resolve("input.npy")).range(1, 2));
    Path model = reference.resolve("res.onnx");
    assertThat(runOn(model, sample, "--method", "crp", "--conditions", conditions.toString()))
        .isZero();
    Tensor expected = Npy.read(reference.resolve("crp.1.heatmaps.npy"));
    assertThat(result("heatmap").shape()).isEqualTo(expected.shape());
    Close.to(result("heatmap"), expected, 1e-4);
  }

  @Test
  void enumeratesShapleyValues() throws IOException {
    Path reference = Shared.path("reference/attributions/vgg");
    Path segments = folder.resolve("segments.npy");
    Tensor map = Tensor.zeros(32, 32);
    for (int i = 0; i < map.values().length; i++) {
      map.values()[i] = Segments.grid(32, 32, 2, 4).labels()[i];
    }
    Npy.write(segments, map);
    assertThat(
            runOn(
                reference.resolve("vgg.onnx"),
                reference.resolve("input.npy"),
                "--method",
                "shap",
                "--exact",
                "--segments",
                segments.toString()))
        .isZero();
    Close.to(result("shapley"), Npy.read(reference.resolve("shapley.exact.npy")), 1e-4);
  }

  @Test
  void tellsWhereRelevanceLiesAndWhereItStayed() throws IOException {
    Path model = compact();
    Path input = images(2, 16);
    Path region = folder.resolve("region.npy");
    Tensor left = Tensor.zeros(16, 16);
    for (int p = 0; p < 256; p++) {
      left.values()[p] = p % 16 < 8 ? 1 : 0;
    }
    Npy.write(region, left);
    assertThat(runOn(model, input, "--method", "lrp", "--ledger", "--region", "" + region))
        .as(error)
        .isZero();
    Tensor map = result("heatmap");
    double sum = 0;
    for (int p = 0; p < 256; p++) {
      sum += map.values()[256 + p] * left.values()[p];
    }
    assertThat(result("region").shape()).containsExactly(2);
    assertThat(result("region").values()[1]).isCloseTo((float) sum, within(1e-4f));
    JsonNode ledgers =
        new ObjectMapper().readTree(folder.resolve("out").resolve("ledger.json").toFile());
    assertThat(ledgers).hasSize(2);
    assertThat(ledgers.get(1).get("arrived").asDouble())
        .isCloseTo(map.slice(1).sum(), within(1e-3));
    assertThat(ledgers.get(1).get("entries").get(0).get("layer").asText())
        .isEqualTo("classifier.2");
  }

  @Test
  void givesEachMethodsMap() throws IOException {
    Path model = compact();
    Path input = images(2, 16);
    for (String method : List.of("ig", "gradcam", "shap")) {
      assertThat(runOn(model, input, "--method", method, "--steps", "5", "--permutations", "2"))
          .as(error)
          .isZero();
      assertThat(result("heatmap").shape()[0]).isEqualTo(2);
    }
  }

  @Test
  void saysInOneLineWhatIsWrong() throws IOException {
    Path model = compact();
    Path input = images(1, 16);
    Path conditions = Files.writeString(folder.resolve("c.json"), "[{\"features.99\": [1]}]");
    refused("class from 0 to 3", model, input, "--method", "lrp", "--target", "9");
    refused("features.99", model, input, "--method", "lrp", "--record", "features.99");
    refused("epsilon-plus-flat", model, input, "--method", "lrp", "--composite", "nonsense");
    refused("needs --conditions", model, input, "--method", "crp");
    refused("features.99", model, input, "--method", "crp", "--conditions", "" + conditions);
    refused("--ledger goes with --method lrp, not ig", model, input, "--method", "ig", "--ledger");
    refused("--region goes with", model, input, "--method", "shap", "--region", "" + input);
    refused("does not fit heat maps", model, input, "--method", "lrp", "--region", "" + input);
    refused("too many", model, input, "--method", "shap", "--exact");
    refused("(N, 3, 16, 16)", model, images(1, 20), "--method", "lrp");
    refused("no such file", folder.resolve("absent.onnx"), input, "--method", "lrp");
    Path broken = Files.write(folder.resolve("broken.npy"), new byte[] {1, 2, 3, 4, 5, 6, 7});
    refused("broken.npy", model, broken, "--method", "lrp");
  }

  private void refused(String message, Path model, Path input, String... more) {
    assertThat(runOn(model, input, more)).isEqualTo(1);
    assertThat(error.strip()).contains(message).doesNotContain("\n");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  private Path compact() throws IOException {
    Path file = folder.resolve("compact.onnx");
    Vgg.compact(16, 4, new SplittableRandom(1)).write(file);
    return file;
  }

  private Path images(int count, int size) throws IOException {
    Path file = folder.resolve("images" + size + ".npy");
    Npy.write(file, SmallNetworks.normal(new SplittableRandom(2), count, 3, size, size));
    return file;
  }
}
