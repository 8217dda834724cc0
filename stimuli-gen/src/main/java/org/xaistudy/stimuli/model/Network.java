package org.xaistudy.stimuli.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * A feed-forward network: named layers in the order of computation, weights on the Java heap.
 *
 * <p>Immutable as long as nobody writes into its weight arrays. Holds no native memory; {@link
 * Inference} does while it runs one.
 */
public final class Network {
  /** The name by which layers refer to the network's input. */
  public static final String INPUT = "input";

  /** How far names are from each other. */
  private static final LevenshteinDistance EDITS = LevenshteinDistance.getDefaultInstance();

  private final int[] inputShape;
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final Map<String, int[]> shapes = new LinkedHashMap<>();

  /**
   * @param inputShape (C, H, W) of one sample
   * @param nodes each after all its inputs; the last one is the output
   * @throws IllegalArgumentException naming the node whose name is taken, whose input is unknown or
   *     whose input's shape does not fit
   */
  public Network(int[] inputShape, List<Node> nodes) {
    this.inputShape = inputShape.clone();
    shapes.put(INPUT, this.inputShape);
    nodes.forEach(this::append);
    if (this.nodes.isEmpty()) {
      throw new IllegalArgumentException("a network needs at least one layer");
    }
  }

  private void append(Node node) {
    try {
      shapes.merge(
          node.name(),
          node.layer().outputShape(node.inputs().stream().map(this::shape).toList()),
          (old, same) -> {
            throw new IllegalArgumentException("the name is taken");
          });
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("layer " + node.name() + ": " + e.getMessage(), e);
    }
    nodes.put(node.name(), node);
  }

  /**
   * Reads an ONNX file.
   *
   * @throws IOException if it cannot be read, is no ONNX model, or holds an operator that is not
   *     supported; the message names file, operator and node
   */
  public static Network read(Path onnx) throws IOException {
    return OnnxReader.read(onnx);
  }

  /** Writes an ONNX file, whole or not at all; the same network gives the same bytes. */
  public void write(Path onnx) throws IOException {
    OnnxWriter.write(this, onnx);
  }

  /** (C, H, W) of one sample. */
  public int[] inputShape() {
    return inputShape.clone();
  }

  /**
   * Whether its inputs are signals (C, L), known here as images (C, 1, L): nothing in it is more
   * than one row high, padding included.
   */
  public boolean isOfSignals() {
    return shapes.values().stream().allMatch(shape -> shape.length != 3 || shape[1] == 1)
        && nodes.values().stream().allMatch(node -> isFlat(node.layer()));
  }

  private static boolean isFlat(Layer layer) {
    if (layer instanceof Layer.Convolution convolution) {
      return convolution.window().isFlat();
    } else if (layer instanceof Layer.MaxPool pool) {
      return pool.window().isFlat();
    }
    return !(layer instanceof Layer.AveragePool pool) || pool.window().isFlat();
  }

  /** All nodes in the order of computation. */
  public List<Node> nodes() {
    return List.copyOf(nodes.values());
  }

  /** The names of all layers in the order of computation. */
  public List<String> layers() {
    return List.copyOf(nodes.keySet());
  }

  /**
   * The node called {@code name}; of a module of several layers, the last: {@code layer3.0} is the
   * activation after that block's sum.
   *
   * @throws IllegalArgumentException suggesting layers of similar names, if there is none
   */
  public Node node(String name) {
    Node node = nodes.get(name);
    return node != null ? node : lastOfModule(name).orElseThrow(() -> unknown(name));
  }

  private Optional<Node> lastOfModule(String name) {
    return nodes.values().stream()
        .filter(node -> node.name().startsWith(name + "."))
        .reduce((earlier, later) -> later);
  }

  private IllegalArgumentException unknown(String name) {
    List<String> near =
        nodes.keySet().stream()
            .sorted(Comparator.comparing(layer -> EDITS.apply(name, layer)))
            .limit(3)
            .toList();
    return new IllegalArgumentException(
        "no layer is called "
            + name
            + "; did you mean "
            + String.join(", ", near)
            + "? It has "
            + nodes.size()
            + " layers");
  }

  /** The output's shape, for one sample, of the layer called {@code name} or of the input. */
  public int[] shape(String name) {
    int[] shape = shapes.get(name);
    if (shape == null) {
      throw new IllegalArgumentException("its input " + name + " is not computed before it");
    }
    return shape.clone();
  }

  /** The last node; its output are the logits. */
  public Node output() {
    List<Node> all = nodes();
    return all.get(all.size() - 1);
  }

  /** The number of classes: the size of the output. */
  public int classes() {
    return Tensor.size(shape(output().name()));
  }

  /** The nodes that read the output of {@code name}, in the order of computation. */
  public List<Node> readers(String name) {
    return nodes.values().stream().filter(node -> node.inputs().contains(name)).toList();
  }

  /** Whether the output of {@code lower} reaches {@code upper}, or is that layer's. */
  public boolean isBelow(String lower, String upper) {
    Set<String> below = new HashSet<>(Set.of(upper));
    List<Node> all = nodes();
    for (int i = all.size() - 1; i >= 0 && !below.contains(lower); i--) {
      if (below.contains(all.get(i).name())) {
        below.addAll(all.get(i).inputs());
      }
    }
    return below.contains(lower);
  }

  /**
   * The last convolution's name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public String lastConvolution() {
    return nodes.values().stream()
        .filter(node -> node.layer() instanceof Layer.Convolution)
        .map(Node::name)
        .reduce((earlier, later) -> later)
        .orElseThrow(() -> new IllegalArgumentException("the network has no convolution"));
  }

  /** Where the last convolution's features are complete: at the activation after it, if any. */
  public String lastFeatures() {
    String features = lastConvolution();
    List<Node> readers = readers(features);
    boolean summed = readers.size() == 1 && readers.get(0).layer() instanceof Layer.Add;
    String before = summed ? readers.get(0).name() : features; // a residual block's end
    List<Node> next = readers(before);
    boolean activated = next.size() == 1 && next.get(0).layer() instanceof Layer.Elementwise;
    return activated ? next.get(0).name() : features;
  }

  /** The part of the input that one neuron of {@code layer} sees. */
  public ReceptiveField receptiveField(String layer) {
    return ReceptiveField.of(this, layer);
  }

  /** The same network with other layers in place of those named. */
  public Network with(Map<String, Layer> replacements) {
    return new Network(
        inputShape,
        nodes.values().stream()
            .map(
                n -> new Node(n.name(), replacements.getOrDefault(n.name(), n.layer()), n.inputs()))
            .toList());
  }
}
