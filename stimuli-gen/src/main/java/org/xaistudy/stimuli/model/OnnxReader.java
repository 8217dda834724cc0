package org.xaistudy.stimuli.model;

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
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A network from an ONNX graph, batch normalisation folded into the layer before it. */
final class OnnxReader {
  private final OnnxMl.GraphProto graph;
  private final OnnxConstants constants;
  private final OnnxNames names;
  private final List<Node> nodes = new ArrayList<>();

  /** Which node, or the input, an ONNX tensor is the output of. */
  private final Map<String, String> sources = new HashMap<>();

  private OnnxReader(OnnxMl.GraphProto graph) {
    this.graph = graph;
    constants = new OnnxConstants(graph);
    names = new OnnxNames(graph.getNodeList());
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
    return new Network(shape, ancestors(sources.get(graph.getOutput(0).getName())));
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
    if (shape.length != 3 || !known) {
      throw new IOException(
          "the model's input must be (batch, channels, height, width), all but the batch fixed");
    }
    sources.put(inputs.get(0).getName(), Network.INPUT);
    return shape;
  }

  private void add(OnnxNode node) throws IOException {
    String output = node.proto().getOutput(0);
    switch (node.operator()) {
      case "Dropout", "Identity" -> sources.put(output, source(node, 0));
      case "BatchNormalization" -> normalise(node);
      case "Add" -> addOrBias(node);
      default -> append(node, layer(node));
    }
  }

  private void append(OnnxNode node, Layer layer) throws IOException {
    boolean several = layer instanceof Layer.Add || layer instanceof Layer.Concat;
    List<String> inputs = new ArrayList<>();
    for (int i = 0; i < (several ? node.proto().getInputCount() : 1); i++) {
      inputs.add(source(node, i));
    }
    String name = names.name(node.proto());
    nodes.add(new Node(name, layer, inputs));
    sources.put(node.proto().getOutput(0), name);
  }

  private String source(OnnxNode node, int index) throws IOException {
    String tensor = node.proto().getInput(index);
    node.refuseIf(!sources.containsKey(tensor), "its input '" + tensor + "' is a constant");
    return sources.get(tensor);
  }

  private Layer layer(OnnxNode node) throws IOException {
    return switch (node.operator()) {
      case "Conv" -> convolution(node);
      case "Gemm" -> gemm(node);
      case "MatMul" -> matMul(node);
      case "Relu" -> new Layer.ReLU();
      case "LeakyRelu" -> new Layer.LeakyReLU(node.real("alpha", 0.01f));
      case "Clip" -> clip(node);
      case "MaxPool" -> new Layer.MaxPool(node.window());
      case "AveragePool" -> averagePool(node);
      case "GlobalAveragePool" -> new Layer.GlobalAveragePool();
      case "Sum" -> new Layer.Add();
      case "Concat" -> concat(node);
      case "Flatten" -> {
        node.refuseIf(node.integer("axis", 1) != 1, "its axis must be 1");
        yield new Layer.Flatten();
      }
      case "Reshape" -> reshape(node);
      default -> throw node.refusal("this program knows no such layer");
    };
  }

  private Layer convolution(OnnxNode node) throws IOException {
    Tensor weight = constants.input(node, 1);
    node.refuseIf(weight.shape().length != 4, "it is not 2-dimensional");
    boolean biased = node.proto().getInputCount() > 2 && !node.proto().getInput(2).isEmpty();
    float[] bias = biased ? constants.input(node, 2).values() : new float[weight.shape()[0]];
    Window window = node.window(weight.shape()[2], weight.shape()[3]);
    return new Layer.Convolution(weight, bias, window, (int) node.integer("group", 1));
  }

  private Layer gemm(OnnxNode node) throws IOException {
    node.refuseIf(node.integer("transA", 0) != 0, "transA");
    Tensor weight = constants.input(node, 1);
    boolean transposed = node.integer("transB", 0) == 1;
    Tensor outByIn = scaled(transposed ? weight : transpose(weight), node.real("alpha", 1));
    int outputs = outByIn.shape()[0];
    if (node.proto().getInputCount() < 3) {
      return new Layer.Linear(outByIn, new float[outputs]);
    }
    Tensor bias = scaled(constants.input(node, 2), node.real("beta", 1));
    return new Layer.Linear(outByIn, spread(node, bias.values(), outputs));
  }

  private Layer matMul(OnnxNode node) throws IOException {
    Tensor weight = transpose(constants.input(node, 1));
    return new Layer.Linear(weight, new float[weight.shape()[0]]);
  }

  private static float[] spread(OnnxNode node, float[] bias, int outputs) throws IOException {
    node.refuseIf(bias.length != outputs && bias.length != 1, "its bias has the wrong size");
    float[] values = new float[outputs];
    for (int i = 0; i < outputs; i++) {
      values[i] = bias[bias.length == 1 ? 0 : i];
    }
    return values;
  }

  private static Tensor scaled(Tensor tensor, float factor) {
    if (factor == 1) {
      return tensor;
    }
    float[] values = tensor.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] *= factor;
    }
    return new Tensor(values, tensor.shape());
  }

  private static Tensor transpose(Tensor tensor) {
    int rows = tensor.shape()[0];
    int columns = tensor.shape()[1];
    float[] values = new float[tensor.values().length];
    for (int i = 0; i < values.length; i++) {
      values[(i % columns) * rows + i / columns] = tensor.values()[i];
    }
    return new Tensor(values, columns, rows);
  }

  private Layer clip(OnnxNode node) throws IOException {
    return new Layer.Clip(
        bound(node, 1, "min", Float.NEGATIVE_INFINITY),
        bound(node, 2, "max", Float.POSITIVE_INFINITY));
  }

  private float bound(OnnxNode node, int index, String attribute, float none) throws IOException {
    boolean input = node.proto().getInputCount() > index && !node.proto().getInput(index).isEmpty();
    return input ? constants.input(node, index).values()[0] : node.real(attribute, none);
  }

  private static Layer averagePool(OnnxNode node) throws IOException {
    Window window = node.window();
    node.refuseIf(window.dilationY() > 1 || window.dilationX() > 1, "dilations");
    return new Layer.AveragePool(window, node.integer("count_include_pad", 0) == 1);
  }

  private static Layer concat(OnnxNode node) throws IOException {
    node.refuseIf(node.integer("axis", 1) != 1, "its axis must be 1");
    return new Layer.Concat();
  }

  private Layer reshape(OnnxNode node) throws IOException {
    int[] shape = constants.integers(node, 1);
    node.refuseIf(shape.length < 2, "it must leave the batch's axis alone");
    int[] sample = Arrays.copyOfRange(shape, 1, shape.length);
    for (int axis : sample) {
      node.refuseIf(axis == 0, "only the batch's axis may be 0");
    }
    return sample.length == 1 ? new Layer.Flatten() : new Layer.Reshape(sample);
  }

  /** An addition of two layers, or of a constant as the bias of the product before it. */
  private void addOrBias(OnnxNode node) throws IOException {
    String first = node.proto().getInput(0);
    String second = node.proto().getInput(1);
    if (!constants.has(first) && !constants.has(second)) {
      append(node, new Layer.Add());
      return;
    }
    int constant = constants.has(first) ? 0 : 1;
    String product = source(node, 1 - constant);
    Node last = nodes.isEmpty() ? null : nodes.get(nodes.size() - 1);
    boolean mergeable = last != null && last.name().equals(product);
    node.refuseIf(!mergeable || !(last.layer() instanceof Layer.Linear), "adding a constant here");
    Layer.Linear linear = (Layer.Linear) last.layer();
    float[] bias = spread(node, constants.input(node, constant).values(), linear.bias().length);
    replaceLast(new Layer.Linear(linear.weight(), bias));
    sources.put(node.proto().getOutput(0), product);
  }

  private void normalise(OnnxNode node) throws IOException {
    BatchNormalisation.Statistics statistics =
        new BatchNormalisation.Statistics(
            constants.input(node, 1).values(),
            constants.input(node, 2).values(),
            constants.input(node, 3).values(),
            constants.input(node, 4).values(),
            node.real("epsilon", 1e-5f));
    String input = source(node, 0);
    Node last = nodes.isEmpty() ? null : nodes.get(nodes.size() - 1);
    boolean alone = last != null && last.name().equals(input) && readers(node) == 1;
    if (alone && last.layer() instanceof Layer.Convolution convolution) {
      replaceLast(statistics.fold(convolution));
    } else if (alone && last.layer() instanceof Layer.Linear linear) {
      replaceLast(statistics.fold(linear));
    } else {
      append(node, statistics.alone());
      return;
    }
    sources.put(node.proto().getOutput(0), input);
  }

  private long readers(OnnxNode node) {
    String tensor = node.proto().getInput(0);
    return graph.getNodeList().stream().filter(n -> n.getInputList().contains(tensor)).count();
  }

  private void replaceLast(Layer layer) {
    Node last = nodes.remove(nodes.size() - 1);
    nodes.add(new Node(last.name(), layer, last.inputs()));
  }

  /** What the output needs, in order: nothing else is part of the network. */
  private List<Node> ancestors(String output) throws IOException {
    if (output == null) {
      throw new IOException("no node computes the model's output");
    }
    Set<String> needed = new HashSet<>(Set.of(output));
    List<Node> kept = new ArrayList<>();
    for (int i = nodes.size() - 1; i >= 0; i--) {
      if (needed.contains(nodes.get(i).name())) {
        kept.add(nodes.get(i));
        needed.addAll(nodes.get(i).inputs());
      }
    }
    Collections.reverse(kept);
    return kept;
  }
}
