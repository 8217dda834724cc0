package org.xaistudy.stimuli.model;

import static java.util.Objects.requireNonNull;

import ai.onnx.proto.OnnxMl;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A network from an ONNX graph. What multiplies a convolution or linear layer by constants and adds
 * others, batch normalisation above all, becomes part of it where nothing else reads it.
 */
final class OnnxReader {
  private final OnnxMl.GraphProto graph;
  private final OnnxConstants constants;
  private final OnnxNames names;
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final OnnxLayers layers;

  /** Which node, or the input, an ONNX tensor is the output of. */
  private final Map<String, String> sources = new HashMap<>();

  /** The shape of one sample, by node, and of the input. */
  private final Map<String, int[]> shapes = new HashMap<>();

  /** The shape of one sample, by ONNX tensor, as ONNX has it: of a signal (C, L). */
  private final Map<String, int[]> samples = new HashMap<>();

  private final OnnxUses uses;

  private OnnxReader(OnnxMl.GraphProto graph) {
    this.graph = graph;
    constants = new OnnxConstants(graph);
    names = new OnnxNames(graph.getNodeList());
    uses = new OnnxUses(graph);
    layers = new OnnxLayers(constants);
  }

  static Network read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new OnnxReader(OnnxMl.ModelProto.parseFrom(in).getGraph()).network();
    } catch (com.google.protobuf.InvalidProtocolBufferException e) {
      throw new IOException(file + ": this is not an ONNX model (" + e.getMessage() + ")", e);
    } catch (java.nio.file.NoSuchFileException e) {
      throw new IOException(file + ": there is no such file", e);
    } catch (IOException | IllegalArgumentException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  private Network network() throws IOException {
    int[] shape = input();
    for (OnnxMl.NodeProto proto : graph.getNodeList()) {
      OnnxNode node = new OnnxNode(proto);
      if (!constants.absorbs(node)) {
        add(node);
      }
    }
    if (graph.getOutputCount() != 1) {
      throw new IOException("the model has " + graph.getOutputCount() + " outputs, expected one");
    }
    return new Network(shape, ancestors(output()));
  }

  private String output() throws IOException {
    String name = sources.get(graph.getOutput(0).getName());
    if (name == null) {
      throw new IOException("the model's output is a constant");
    }
    return name;
  }

  private int[] input() throws IOException {
    List<OnnxMl.ValueInfoProto> inputs =
        graph.getInputList().stream().filter(value -> !constants.has(value.getName())).toList();
    if (inputs.size() != 1) {
      throw new IOException("the model has " + inputs.size() + " inputs, expected one image batch");
    }
    List<OnnxMl.TensorShapeProto.Dimension> dims =
        inputs.get(0).getType().getTensorType().getShape().getDimList();
    int[] shape =
        dims.stream().skip(1).mapToInt(dim -> Math.toIntExact(dim.getDimValue())).toArray();
    boolean known = Arrays.stream(shape).allMatch(axis -> axis > 0);
    if (shape.length < 2 || shape.length > 3 || !known) {
      throw new IOException(
          "the model's input must be (batch, channels, height, width) or (batch, channels, length),"
              + " all but the batch fixed");
    }
    sources.put(inputs.get(0).getName(), Network.INPUT);
    samples.put(inputs.get(0).getName(), shape);
    shapes.put(Network.INPUT, OnnxLayers.planes(shape));
    return OnnxLayers.planes(shape);
  }

  private void add(OnnxNode node) throws IOException {
    switch (node.operator()) {
      case "Dropout", "Identity" -> isItsInput(node);
      case "Pad" -> {
        node.refuseIf(!layers.padsNothing(node), "padding by itself");
        isItsInput(node);
      }
      case "BatchNormalization" -> affine(node, layers.normalisation(node), 0);
      case "Add", "Sub", "Mul", "Div", "Sum" -> arithmetic(node);
      case "ReduceMean" -> mean(node);
      case "Reshape", "Squeeze", "Unsqueeze" -> reshape(node);
      default -> append(node, layers.of(node, one -> sample(one, 0)));
    }
  }

  private void isItsInput(OnnxNode node) throws IOException {
    isItsInput(node, sample(node, 0));
  }

  private void isItsInput(OnnxNode node, int[] sample) throws IOException {
    sources.put(node.proto().getOutput(0), source(node, 0));
    samples.put(node.proto().getOutput(0), sample);
  }

  /** Other axes for the same values; where only a row's height comes or goes, the same layer. */
  private void reshape(OnnxNode node) throws IOException {
    int[] sample = sample(node, 0);
    int[] target = layers.reshaped(node, sample);
    boolean flat = target.length == 1;
    int[] planes = OnnxLayers.planes(target);
    boolean ofHeight = !node.operator().equals("Reshape");
    if (!flat && ofHeight && Arrays.equals(planes, shapes.get(source(node, 0)))) {
      isItsInput(node, target);
      return;
    }
    append(node, flat ? new Layer.Flatten() : new Layer.Reshape(planes));
    if (target.length == 2) {
      int[] shape = requireNonNull(shapes.get(sources.get(node.proto().getOutput(0))));
      samples.put(node.proto().getOutput(0), new int[] {shape[0], shape[2]});
    }
  }

  private void append(OnnxNode node, Layer layer) throws IOException {
    boolean several =
        layer instanceof Layer.Add
            || layer instanceof Layer.Multiply
            || layer instanceof Layer.Concat;
    List<String> inputs = new ArrayList<>();
    for (int i = 0; i < (several ? node.proto().getInputCount() : 1); i++) {
      inputs.add(source(node, i));
    }
    append(node, layer, inputs);
  }

  private void append(OnnxNode node, Layer layer, List<String> inputs) throws IOException {
    try {
      int[] shape = layer.outputShape(inputs.stream().map(shapes::get).toList());
      String name = names.name(node.proto());
      nodes.put(name, new Node(name, layer, inputs));
      shapes.put(name, shape);
      put(node, name);
    } catch (IllegalArgumentException e) {
      throw node.refusal(String.valueOf(e.getMessage()));
    }
  }

  /** Says that a layer's output is what a node gives: signals stay signals. */
  private void put(OnnxNode node, String name) {
    int[] shape = requireNonNull(shapes.get(name));
    boolean signal =
        shape.length == 3
            && node.proto().getInputList().stream()
                .map(samples::get)
                .anyMatch(sample -> sample != null && sample.length == 2);
    sources.put(node.proto().getOutput(0), name);
    samples.put(node.proto().getOutput(0), signal ? new int[] {shape[0], shape[2]} : shape);
  }

  private String source(OnnxNode node, int index) throws IOException {
    String tensor = node.proto().getInput(index);
    node.refuseIf(!sources.containsKey(tensor), "its input '" + tensor + "' is a constant");
    return requireNonNull(sources.get(tensor));
  }

  /** The shape of one sample of a node's input, as ONNX has it. */
  private int[] sample(OnnxNode node, int index) throws IOException {
    source(node, index);
    return requireNonNull(samples.get(node.proto().getInput(index)));
  }

  /** A mean over all rows and columns, with or without their axes. */
  private void mean(OnnxNode node) throws IOException {
    append(node, layers.planeMean(node, sample(node, 0)));
    if (node.integer("keepdims", 1) == 0) {
      append(node, new Layer.Flatten(), List.of(sources.get(node.proto().getOutput(0))));
    }
  }

  /** A sum or product of two layers, or of a layer and a constant. */
  private void arithmetic(OnnxNode node) throws IOException {
    int inputs = node.proto().getInputCount();
    int constant = -1;
    for (int i = 0; i < inputs; i++) {
      constant = constants.has(node.proto().getInput(i)) ? i : constant;
    }
    if (constant >= 0) {
      node.refuseIf(inputs != 2, "a sum of more than two with a constant among them");
      int variable = 1 - constant;
      int[] sample = sample(node, variable);
      affine(node, layers.arithmetic(node, constant, sample), variable);
      return;
    }
    boolean activation = node.operator().equals("Mul") && isSwish(node);
    if (activation) {
      swish(node);
      return;
    }
    append(node, layers.combination(node));
  }

  /** Whether a product is x·σ(x), σ computed by a node of its own that nobody else reads. */
  private boolean isSwish(OnnxNode node) throws IOException {
    return gateOf(node, 0) || gateOf(node, 1);
  }

  private boolean gateOf(OnnxNode node, int index) throws IOException {
    Node gate = nodes.get(source(node, index));
    return gate != null
        && gate.layer() instanceof Layer.Gate
        && gate.inputs().get(0).equals(source(node, 1 - index))
        && uses.of(node.proto().getInput(index)) == 1;
  }

  private void swish(OnnxNode node) throws IOException {
    int index = gateOf(node, 0) ? 0 : 1;
    Node gate = requireNonNull(nodes.remove(source(node, index)));
    append(node, new Layer.Swish(((Layer.Gate) gate.layer()).function()), gate.inputs());
  }

  /**
   * y = scale·x + shift: part of the convolution or linear layer that it alone reads, else a layer
   * of its own.
   *
   * @param index which of the node's inputs x is
   */
  private void affine(OnnxNode node, Layer.Affine affine, int index) throws IOException {
    String input = source(node, index);
    Node before = nodes.get(input);
    Layer merged = before == null ? null : affine.after(before.layer());
    if (before == null || merged == null || uses.of(node.proto().getInput(index)) > 1) {
      append(node, affine, List.of(input));
    } else if (merged instanceof Layer.Affine) {
      nodes.remove(input);
      append(node, merged, before.inputs());
    } else {
      nodes.put(input, new Node(input, merged, before.inputs()));
      put(node, input);
    }
  }

  /** What the output needs, in order: nothing else is part of the network. */
  private List<Node> ancestors(String output) throws IOException {
    if (output == null) {
      throw new IOException("no node computes the model's output");
    }
    Set<String> needed = new HashSet<>(Set.of(output));
    List<Node> kept = new ArrayList<>();
    List<Node> all = List.copyOf(nodes.values());
    for (int i = all.size() - 1; i >= 0; i--) {
      if (needed.contains(all.get(i).name())) {
        kept.add(all.get(i));
        needed.addAll(all.get(i).inputs());
      }
    }
    Collections.reverse(kept);
    return kept;
  }
}
