package org.xaistudy.stimuli.generation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.xaistudy.stimuli.model.Layer;
import org.xaistudy.stimuli.model.Network;
import org.xaistudy.stimuli.model.Node;
import org.xaistudy.stimuli.model.Tensor;
import org.xaistudy.studies.Models;
import org.xaistudy.studies.StudyFile;
import org.xaistudy.studies.document.InvalidFileException;
import org.xaistudy.studies.document.Sha256;
import org.xaistudy.studies.manifest.Manifest;

/** The networks that a study brings along, held against its data set. */
final class ModelFiles {
  private final StudyFile study;
  private final Models models;
  private final UnaryOperator<String> variables;

  ModelFiles(StudyFile study, UnaryOperator<String> variables) {
    this.study = study;
    this.models = study.study().models();
    this.variables = variables;
  }

  /** The files that are named, by their key. */
  private Map<String, Models.Loaded> named() {
    Map<String, Models.Loaded> named = new TreeMap<>();
    models.start().ifPresent(loaded -> named.put("start", loaded));
    models.model().ifPresent(loaded -> named.put(key(Manifest.Model.SINGLE), loaded));
    models.artefact().ifPresent(loaded -> named.put(key(Manifest.Model.ARTEFACT), loaded));
    models.clean().ifPresent(loaded -> named.put(key(Manifest.Model.CLEAN), loaded));
    return named;
  }

  /**
   * Checksums of the files that are named, by their key.
   *
   * @throws InvalidFileException if one is absent
   */
  Map<String, String> checksums() {
    Map<String, String> checksums = new TreeMap<>();
    named().forEach((key, loaded) -> checksums.put(key, checksum(key)));
    return checksums;
  }

  private String checksum(String key) {
    try {
      return Sha256.of(path(key));
    } catch (IOException e) {
      throw study.problem(pointer(key), "cannot be read: " + e.getMessage());
    }
  }

  /**
   * The network from which both models are trained on.
   *
   * @param classes of the data set, in its order
   */
  Network start(List<String> classes) {
    return read("start", classes);
  }

  /**
   * The network that is one of the two models, or the one.
   *
   * @param classes of the data set, in its order
   */
  Network of(Manifest.Model role, List<String> classes) {
    return read(key(role), classes);
  }

  private static String key(Manifest.Model role) {
    return role == Manifest.Model.SINGLE ? "model" : role.written();
  }

  private static String pointer(String key) {
    return "/models/" + key + "/onnx";
  }

  private Path path(String key) {
    Models.Loaded loaded = Objects.requireNonNull(named().get(key), key);
    Path path = study.resolve(pointer(key), loaded.onnx(), variables);
    if (!Files.isRegularFile(path)) {
      throw study.problem(pointer(key), "there is no file " + path);
    }
    return path;
  }

  private Network read(String key, List<String> classes) {
    Network network;
    try {
      network = Network.read(path(key));
    } catch (IOException e) {
      throw study.problem(pointer(key), "cannot be used: " + e.getMessage());
    }
    int[] expected = Medium.shape(study.study().dataset());
    if (!Arrays.equals(network.inputShape(), expected)) {
      throw study.problem(
          pointer(key),
          "expected a network for %s (channels, height, width), as the data set says; this one takes %s"
              .formatted(Arrays.toString(expected), Arrays.toString(network.inputShape())));
    }
    return models.outputs().isEmpty()
        ? withAnOutputForEach(classes, network, key)
        : withOutputsOf(classes, network);
  }

  private Network withAnOutputForEach(List<String> classes, Network network, String key) {
    if (network.classes() != classes.size()) {
      throw study.problem(
          pointer(key),
          "the network has %d outputs, the data set %d classes; say with models.outputs which output stands for which class"
              .formatted(network.classes(), classes.size()));
    }
    return network;
  }

  /**
   * The network with only the outputs that stand for classes, in the order of the classes: its
   * decision is the largest of these.
   */
  private Network withOutputsOf(List<String> classes, Network network) {
    int[] chosen = outputs(classes, network.classes());
    Node last = network.output();
    if (!(last.layer() instanceof Layer.Linear linear)) {
      throw study.problem(
          "/models/outputs", "outputs can be chosen only where a network ends in a linear layer");
    }
    int width = linear.weight().shape()[1];
    Tensor weight = Tensor.zeros(chosen.length, width);
    float[] bias = new float[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      System.arraycopy(
          linear.weight().values(), chosen[i] * width, weight.values(), i * width, width);
      bias[i] = linear.bias()[chosen[i]];
    }
    return network.with(Map.of(last.name(), new Layer.Linear(weight, bias)));
  }

  private int[] outputs(List<String> classes, int there) {
    Map<String, Integer> written = models.outputs();
    if (!written.keySet().equals(Set.copyOf(classes))) {
      throw study.problem(
          "/models/outputs",
          "expected an output for each class of the data set (%s), found %s"
              .formatted(String.join(", ", classes), String.join(", ", written.keySet())));
    }
    Set<Integer> seen = new HashSet<>();
    written.forEach(
        (name, output) -> {
          String at = "/models/outputs/" + name.replace("~", "~0").replace("/", "~1");
          if (output >= there) {
            throw study.problem(at, "expected less than %d outputs".formatted(there));
          }
          if (!seen.add(output)) {
            throw study.problem(at, "two classes cannot have one output");
          }
        });
    return classes.stream().mapToInt(written::get).toArray();
  }
}
