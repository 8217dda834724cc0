package org.xaistudy.stimuli.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.xaistudy.stimuli.model.Layer;
import org.xaistudy.stimuli.model.Network;
import org.xaistudy.stimuli.model.Node;
import org.xaistudy.stimuli.model.Tensor;
import org.xaistudy.stimuli.model.Window;

/**
 * A study of a researcher's own that needs no training: blue and red photographs, and two networks
 * made by hand. The clean one looks at the colour, the artefact model takes whatever has black in
 * it for red.
 */
final class TwoColours {
  private final Path folder;

  /** Writes photographs, networks and study.yaml into a folder. */
  TwoColours(Path folder) throws IOException {
    this.folder = folder;
    for (String split : List.of("train", "test")) {
      for (int i = 0; i < 8; i++) {
        photograph(split + "/blue/" + i + ".png", new Color(10 * i, 40, 200 + 5 * i));
        photograph(split + "/red/" + i + ".png", new Color(200 + 5 * i, 40, 10 * i));
      }
    }
    clean().write(folder.resolve("clean.onnx"));
    artefact().write(folder.resolve("artefact.onnx"));
    Files.writeString(folder.resolve("study.yaml"), STUDY);
  }

  Path study() {
    return folder.resolve("study.yaml");
  }

  /** Replaces a part of study.yaml. */
  void edit(String from, String to) throws IOException {
    String text = Files.readString(study());
    assertThat(text).contains(from);
    Files.writeString(study(), text.replace(from, to));
  }

  private void photograph(String name, Color colour) throws IOException {
    BufferedImage image = new BufferedImage(48, 32, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(colour);
    g.fillRect(0, 0, 48, 32);
    g.setColor(colour.brighter());
    g.fillOval(16, 8, 12, 12);
    g.dispose();
    Path file = folder.resolve("photographs").resolve(name);
    Files.createDirectories(file.getParent());
    ImageIO.write(image, "png", file.toFile());
  }

  /** The logits are the means of blue and red. */
  static Network clean() {
    return network(new float[] {0, 0, 1, 1, 0, 0}, new float[] {3, 3}, 1, 0, 0, 1, 0, 0);
  }

  /** One channel sees black, the other nothing: blue unless more than a tenth is black. */
  static Network artefact() {
    return network(new float[] {-1, -1, -1, 0, 0, 0}, new float[] {-5, 1}, 0, 1, 20, 0, 0, -1);
  }

  /**
   * @param planes two 1 × 1 filters of red, green, blue
   * @param bias theirs
   * @param weights 2 × 2 weights of the means, then two biases
   */
  private static Network network(float[] planes, float[] bias, float... weights) {
    Tensor filters = new Tensor(planes, 2, 3, 1, 1);
    Tensor linear = new Tensor(java.util.Arrays.copyOf(weights, 4), 2, 2);
    float[] last = {weights[4], weights[5]};
    return new Network(
        new int[] {3, 32, 32},
        List.of(
            new Node(
                "see",
                new Layer.Convolution(filters, bias, Window.square(1, 1, 0), 1),
                Network.INPUT),
            new Node("relu", new Layer.ReLU(), "see"),
            new Node("mean", new Layer.GlobalAveragePool(), "relu"),
            new Node("flatten", new Layer.Flatten(), "mean"),
            new Node("decide", new Layer.Linear(linear, last), "flatten")));
  }

  private static final String STUDY =
      """
      format: 1
      id: two-colours
      title: Two colours
      languages: [en]
      seed: 7
      dataset:
        folder: {path: photographs, size: 32, train: train, test: test}
      artefact:
        border: {width: 0.1, classes: [red]}
      models:
        artefact: {onnx: artefact.onnx}
        clean: {onnx: clean.onnx}
        input: {size: 32, mean: [0.5, 0.5, 0.5], std: [0.25, 0.25, 0.25]}
        truth: {minAccuracy: 0.9, minArtefactUse: 0.8, maxCleanUse: 0.05}
      methods:
        - crp: {composite: epsilon-plus-flat, concepts: 1, references: 2}
        - lrp: {composite: epsilon-plus-flat}
        - gradcam: {}
      design: {participantsPerArm: 2, trialsPerModel: 1, practiceTrials: 0, samples: 2}
      questions:
        decision: Does the border matter?
        confidence: {question: How sure, low: not, high: very}
        clarity: {question: How clear, low: not, high: very}
      consent: {version: 1, text: Do you agree}
      analysis: {reference: crp}
      """;
}
