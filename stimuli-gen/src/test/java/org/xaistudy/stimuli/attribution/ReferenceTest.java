package org.xaistudy.stimuli.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xaistudy.stimuli.commandline.ConditionsFile;
import org.xaistudy.stimuli.gradient.GradCam;
import org.xaistudy.stimuli.gradient.IntegratedGradients;
import org.xaistudy.stimuli.model.Close;
import org.xaistudy.stimuli.model.Inference;
import org.xaistudy.stimuli.model.Network;
import org.xaistudy.stimuli.model.Npy;
import org.xaistudy.stimuli.model.Recorded;
import org.xaistudy.stimuli.model.Tensor;
import org.xaistudy.stimuli.shapley.Segments;
import org.xaistudy.stimuli.shapley.Shapley;
import org.xaistudy.testing.Shared;

/**
 * Every recorded value of zennit 0.5.1, zennit-crp and captum 0.8; {@code cases.json} says what.
 *
 * <p>Gradients and Shapley values differ by less than 1e-6, relevance by 1e-5 to 9e-5. Of the
 * latter, what was traced (the linear layers of the VGG) is not rounding here: double precision
 * gives the values computed here, and the recorded ones are smaller by a constant factor: zennit's
 * {@code SequentialMergeBatchNorm} leaves eps behind in the layer that it merges, which then takes
 * 1/√(1 + eps) of the relevance at every batch normalisation.
 */
class ReferenceTest {
  private static final double TOLERANCE = 1e-4;

  /** A folder of recorded values with the network they were recorded of. */
  private record Reference(Path folder, Network network, Tensor input, JsonNode cases) {
    static Reference of(String name) throws IOException {
      Path folder = Shared.path("reference/attributions/" + name);
      return new Reference(
          folder,
          Network.read(folder.resolve(name + ".onnx")),
          Npy.read(folder.resolve("input.npy")),
          new ObjectMapper().readTree(folder.resolve("cases.json").toFile()));
    }

    Tensor expected(String file) throws IOException {
      return Npy.read(folder.resolve(file));
    }

    List<JsonNode> cases(String prefix) {
      return StreamSupport.stream(cases.get("cases").spliterator(), false)
          .filter(node -> node.get("file").asText().startsWith(prefix))
          .toList();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"vgg", "res"})
  void predictsTheSameClasses(String name) throws IOException {
    Reference reference = Reference.of(name);
    List<Integer> expected = new ArrayList<>();
    reference.cases().get("predicted").forEach(node -> expected.add(node.asInt()));
    try (Lrp lrp = new Lrp(reference.network(), Composite.EPSILON_PLUS)) {
      assertThat(lrp.inference().predict(reference.input()))
          .containsExactly(expected.stream().mapToInt(Integer::intValue).toArray());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"vgg", "res"})
  void givesTheMapsAndChannelsOfLrp(String name) throws IOException {
    Reference reference = Reference.of(name);
    List<JsonNode> cases = reference.cases("lrp.");
    assertThat(cases).isNotEmpty();
    for (JsonNode node : cases) {
      Composite composite = Composite.named(node.get("composite").asText());
      List<String> record = node.has("layer") ? List.of(node.get("layer").asText()) : List.of();
      try (Lrp lrp = new Lrp(reference.network(), composite)) {
        Attribution result =
            lrp.attribute(reference.input(), null, List.of(Condition.target()), record);
        Tensor actual = record.isEmpty() ? result.heatmaps() : result.channels().get(record.get(0));
        Tensor expected = reference.expected(node.get("file").asText());
        assertThat(Close.difference(actual, expected))
            .as(node.get("file").asText())
            .isLessThan(TOLERANCE);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"vgg", "res"})
  void givesTheConditionalMapsOfCrp(String name) throws IOException {
    Reference reference = Reference.of(name);
    try (Lrp lrp = new Lrp(reference.network(), Composite.EPSILON_PLUS_FLAT)) {
      for (int sample = 0; sample < reference.input().shape()[0]; sample++) {
        JsonNode maps = reference.cases("crp." + sample + ".heatmaps").get(0);
        JsonNode lower = reference.cases("crp." + sample + ".lower").get(0);
        String layer = lower.get("layer").asText();
        Attribution result =
            lrp.attribute(
                reference.input().range(sample, sample + 1),
                null,
                ConditionsFile.parse(maps.get("conditions")),
                List.of(layer));
        Close.to(result.heatmaps(), reference.expected(maps.get("file").asText()), TOLERANCE);
        Close.to(
            result.channels(layer, 0, 0),
            reference.expected(lower.get("file").asText()),
            TOLERANCE);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"vgg", "res"})
  void givesIntegratedGradients(String name) throws IOException {
    Reference reference = Reference.of(name);
    Tensor expected = reference.expected("ig.heatmap.npy");
    List<Tensor> maps = new ArrayList<>();
    try (IntegratedGradients method = new IntegratedGradients(reference.network(), 100)) {
      for (int sample = 0; sample < reference.input().shape()[0]; sample++) {
        Tensor image = reference.input().slice(sample);
        IntegratedGradients.Result result = method.attribute(image);
        maps.add(result.heatmap());
        int[] shape = image.shape();
        int predicted =
            method.inference().predict(image.reshape(1, shape[0], shape[1], shape[2]))[0];
        double difference = method.difference(image, Tensor.zeros(shape), predicted);
        double expectedError = Math.abs(expected.slice(sample).sum() - difference);
        assertThat(result.completenessError(difference)).isCloseTo(expectedError, within(1e-3));
      }
    }
    Close.to(Tensor.stack(maps), expected, 1e-3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"vgg", "res"})
  void givesGradCam(String name) throws IOException {
    Reference reference = Reference.of(name);
    String layer = name.equals("vgg") ? "features.19" : "layer3.1.relu_1";
    try (GradCam method = new GradCam(reference.network(), layer)) {
      Close.to(
          method.maps(reference.input(), null), reference.expected("gradcam.map.npy"), TOLERANCE);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"vgg", "res"})
  void givesShapleyValues(String name) throws IOException {
    Reference reference = Reference.of(name);
    int[] shape = reference.network().inputShape();
    Segments patches = Segments.grid(shape[1], shape[2], 2, 4);
    Tensor expected = reference.expected("shapley.exact.npy");
    try (Inference inference = new Inference(reference.network())) {
      int[] targets = inference.predict(reference.input());
      List<Tensor> exact = new ArrayList<>();
      for (int sample = 0; sample < targets.length; sample++) {
        Shapley shapley =
            new Shapley(
                inference,
                reference.input().slice(sample),
                Tensor.zeros(shape),
                patches,
                targets[sample]);
        Shapley.Result result = shapley.exact();
        float[] values = new float[patches.count()];
        for (int j = 0; j < values.length; j++) {
          values[j] = (float) result.values()[j];
        }
        exact.add(new Tensor(values, values.length));
        Shapley.Result sampled =
            shapley.sample(new Shapley.Sampling(200, 0), new SplittableRandom(sample));
        assertThat(sampled.completenessError()).isLessThan(1e-4);
        for (int j = 0; j < values.length; j++) {
          assertThat(sampled.values()[j])
              .isCloseTo(values[j], within(3 * sampled.standardErrors()[j]));
        }
      }
      Close.to(Tensor.stack(exact), expected, TOLERANCE);
    }
  }

  /**
   * Recorded in double precision, batch normalisation folded in exactly: closer than the others.
   */
  @ParameterizedTest
  @ValueSource(strings = {"basic", "mobile"})
  void givesTheMapsOfResidualAndInvertedBlocks(String name) throws IOException {
    Path folder = Recorded.path("blocks/" + name);
    JsonNode cases = new ObjectMapper().readTree(folder.resolve("cases.json").toFile());
    Tensor input = Npy.read(folder.resolve("input.npy"));
    List<Condition> conditions = ConditionsFile.parse(cases.get("conditions"));
    Network network = Network.read(folder.resolve(name + ".onnx"));
    try (Lrp lrp = new Lrp(network, Composite.EPSILON_PLUS_FLAT)) {
      Close.to(lrp.inference().logits(input), Npy.read(folder.resolve("logits.npy")), 1e-5);
      Close.to(lrp.heatmaps(input), Npy.read(folder.resolve("lrp.heatmap.npy")), 1e-5);
      for (int k = 0; k < conditions.size(); k++) {
        Tensor maps = lrp.attribute(input, null, List.of(conditions.get(k)), List.of()).heatmaps();
        Tensor expected = Npy.read(folder.resolve("crp." + k + ".heatmap.npy"));
        Close.to(maps.reshape(expected.shape()), expected, 1e-5);
      }
    }
  }
}
