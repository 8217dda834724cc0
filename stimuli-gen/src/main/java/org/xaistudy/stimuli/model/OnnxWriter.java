package org.xaistudy.stimuli.model;

import static java.util.Objects.requireNonNull;

import ai.onnx.proto.OnnxMl;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;

/** A network as an ONNX file: nodes and tensors keep the layers' names. */
final class OnnxWriter {
  private static final int IR_VERSION = 8;
  private static final int OPSET = 13;

  private final OnnxMl.GraphProto.Builder graph = OnnxMl.GraphProto.newBuilder();
  private final Map<String, int[]> shapes = new HashMap<>();

  /** Whether planes are rows, which ONNX knows as signals (N, C, L). */
  private final boolean signals;

  private OnnxWriter(boolean signals) {
    this.signals = signals;
  }

  /** Writes {@code file} whole or not at all. */
  static void write(Network network, Path file) throws IOException {
    byte[] bytes = new OnnxWriter(network.isOfSignals()).model(network).toByteArray();
    Path folder = requireNonNull(file.toAbsolutePath().getParent());
    Files.createDirectories(folder);
    Path part = folder.resolve("." + file.getFileName() + ".part");
    try {
      Files.write(part, bytes);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private OnnxMl.ModelProto model(Network network) {
    String output = network.output().name();
    network.layers().forEach(layer -> shapes.put(layer, network.shape(layer)));
    graph.setName("network");
    graph.addInput(value(Network.INPUT, axes(network.inputShape())));
    graph.addOutput(value(output, axes(network.shape(output))));
    network.nodes().forEach(this::add);
    return OnnxMl.ModelProto.newBuilder()
        .setIrVersion(IR_VERSION)
        .setProducerName("xai-study")
        .addOpsetImport(OnnxMl.OperatorSetIdProto.newBuilder().setVersion(OPSET))
        .setGraph(graph)
        .build();
  }

  private void add(Node node) {
    if (node.layer() instanceof Layer.Affine affine) {
      affine(node, affine);
      return;
    } else if (node.layer() instanceof Layer.Swish swish) {
      swish(node, swish);
      return;
    }
    OnnxMl.NodeProto.Builder proto =
        OnnxMl.NodeProto.newBuilder()
            .setName(node.name())
            .addAllInput(node.inputs())
            .addOutput(node.name());
    describe(node.name(), node.layer(), proto);
    graph.addNode(proto);
  }

  private void affine(Node node, Layer.Affine affine) {
    String scaled = node.name() + ".scaled";
    constant(node, scaled, "Mul", node.inputs().get(0), scaled, affine.scale());
    constant(node, node.name(), "Add", scaled, node.name(), affine.shift());
  }

  private void constant(
      Node node, String called, String operator, String input, String output, Tensor value) {
    boolean planes =
        value.shape().length == 1 && requireNonNull(shapes.get(node.name())).length == 3;
    Tensor aligned = planes ? value.reshape(value.shape()[0], 1, 1) : value;
    aligned = aligned.reshape(axes(aligned.shape()));
    String name = called + ".constant";
    graph.addInitializer(floats(name, aligned));
    graph.addNode(
        OnnxMl.NodeProto.newBuilder()
            .setName(called)
            .setOpType(operator)
            .addInput(input)
            .addInput(name)
            .addOutput(output));
  }

  private void swish(Node node, Layer.Swish swish) {
    String gate = node.name() + ".gate";
    graph.addNode(
        squashing(swish.function()).setName(gate).addInput(node.inputs().get(0)).addOutput(gate));
    graph.addNode(
        OnnxMl.NodeProto.newBuilder()
            .setName(node.name())
            .setOpType("Mul")
            .addInput(node.inputs().get(0))
            .addInput(gate)
            .addOutput(node.name()));
  }

  private static OnnxMl.NodeProto.Builder squashing(Layer.Squashing function) {
    OnnxMl.NodeProto.Builder proto = OnnxMl.NodeProto.newBuilder();
    return function == Layer.Squashing.SIGMOID
        ? proto.setOpType("Sigmoid")
        : proto
            .setOpType("HardSigmoid")
            .addAttribute(real("alpha", 1f / 6))
            .addAttribute(real("beta", 0.5f));
  }

  private void describe(String name, Layer layer, OnnxMl.NodeProto.Builder proto) {
    if (layer instanceof Layer.Convolution convolution) {
      weights(name, convolution.weight(), convolution.bias(), proto.setOpType("Conv"));
      window(convolution.window(), proto);
      proto.addAttribute(integer("group", convolution.groups()));
    } else if (layer instanceof Layer.Linear linear) {
      weights(name, linear.weight(), linear.bias(), proto.setOpType("Gemm"));
      proto.addAttribute(integer("transB", 1));
    } else if (layer instanceof Layer.MaxPool pool) {
      window(pool.window(), proto.setOpType("MaxPool"));
      proto.addAttribute(integer("ceil_mode", pool.window().ceil() ? 1 : 0));
    } else if (layer instanceof Layer.AveragePool pool) {
      averagePool(pool, proto);
    } else if (layer instanceof Layer.Elementwise elementwise) {
      elementwise(name, elementwise, proto);
    } else if (layer instanceof Layer.Reshape reshape) {
      proto.setOpType("Reshape").addInput(name + ".shape");
      int[] sample = axes(reshape.shape());
      long[] shape = new long[sample.length + 1]; // 0: the batch's size stays
      for (int i = 1; i < shape.length; i++) {
        shape[i] = sample[i - 1];
      }
      graph.addInitializer(wholeNumbers(name + ".shape", shape));
    } else {
      shapeless(layer, proto);
    }
  }

  private static void shapeless(Layer layer, OnnxMl.NodeProto.Builder proto) {
    if (layer instanceof Layer.Add) {
      proto.setOpType(proto.getInputCount() == 2 ? "Add" : "Sum");
    } else if (layer instanceof Layer.Multiply) {
      proto.setOpType("Mul");
    } else if (layer instanceof Layer.Concat) {
      proto.setOpType("Concat").addAttribute(integer("axis", 1));
    } else if (layer instanceof Layer.Flatten) {
      proto.setOpType("Flatten").addAttribute(integer("axis", 1));
    } else if (layer instanceof Layer.GlobalAveragePool) {
      proto.setOpType("GlobalAveragePool");
    } else {
      throw new AssertionError("nobody said how to write " + layer);
    }
  }

  private void elementwise(String name, Layer.Elementwise layer, OnnxMl.NodeProto.Builder proto) {
    if (layer instanceof Layer.LeakyReLU leaky) {
      proto.setOpType("LeakyRelu").addAttribute(real("alpha", leaky.slope()));
    } else if (layer instanceof Layer.Clip clip) {
      proto.setOpType("Clip").addInput(name + ".low").addInput(name + ".high");
      graph.addInitializer(floats(name + ".low", new Tensor(new float[] {clip.low()})));
      graph.addInitializer(floats(name + ".high", new Tensor(new float[] {clip.high()})));
    } else if (layer instanceof Layer.Gate gate) {
      OnnxMl.NodeProto.Builder squashing = squashing(gate.function());
      proto.setOpType(squashing.getOpType()).addAllAttribute(squashing.getAttributeList());
    } else if (layer instanceof Layer.ReLU) {
      proto.setOpType("Relu");
    } else {
      throw new AssertionError("nobody said how to write " + layer);
    }
  }

  private void averagePool(Layer.AveragePool pool, OnnxMl.NodeProto.Builder proto) {
    sizes(pool.window(), proto.setOpType("AveragePool"));
    proto
        .addAttribute(integer("count_include_pad", pool.countPadding() ? 1 : 0))
        .addAttribute(integer("ceil_mode", pool.window().ceil() ? 1 : 0));
  }

  private void weights(String name, Tensor weight, float[] bias, OnnxMl.NodeProto.Builder proto) {
    proto.addInput(name + ".weight").addInput(name + ".bias");
    int[] w = weight.shape();
    boolean row = signals && w.length == 4;
    graph.addInitializer(floats(name + ".weight", row ? weight.reshape(w[0], w[1], w[3]) : weight));
    graph.addInitializer(floats(name + ".bias", new Tensor(bias, bias.length)));
  }

  private void window(Window w, OnnxMl.NodeProto.Builder proto) {
    sizes(w, proto);
    proto.addAttribute(
        signals
            ? integers("dilations", w.dilationX())
            : integers("dilations", w.dilationY(), w.dilationX()));
  }

  private void sizes(Window w, OnnxMl.NodeProto.Builder proto) {
    if (signals) {
      proto
          .addAttribute(integers("kernel_shape", w.width()))
          .addAttribute(integers("strides", w.strideX()))
          .addAttribute(integers("pads", w.padLeft(), w.padRight()));
      return;
    }
    proto
        .addAttribute(integers("kernel_shape", w.height(), w.width()))
        .addAttribute(integers("strides", w.strideY(), w.strideX()))
        .addAttribute(integers("pads", w.padTop(), w.padLeft(), w.padBottom(), w.padRight()));
  }

  /** Without the height of a row: (C, L) for (C, 1, L). */
  private int[] axes(int... sample) {
    return signals && sample.length == 3 ? new int[] {sample[0], sample[2]} : sample;
  }

  private static OnnxMl.AttributeProto integer(String name, long value) {
    return OnnxMl.AttributeProto.newBuilder()
        .setName(name)
        .setType(OnnxMl.AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }

  private static OnnxMl.AttributeProto integers(String name, long... values) {
    OnnxMl.AttributeProto.Builder attribute =
        OnnxMl.AttributeProto.newBuilder()
            .setName(name)
            .setType(OnnxMl.AttributeProto.AttributeType.INTS);
    for (long value : values) {
      attribute.addInts(value);
    }
    return attribute.build();
  }

  private static OnnxMl.AttributeProto real(String name, float value) {
    return OnnxMl.AttributeProto.newBuilder()
        .setName(name)
        .setType(OnnxMl.AttributeProto.AttributeType.FLOAT)
        .setF(value)
        .build();
  }

  private static OnnxMl.TensorProto floats(String name, Tensor tensor) {
    ByteBuffer bytes =
        ByteBuffer.allocate(tensor.values().length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(tensor.values());
    OnnxMl.TensorProto.Builder proto =
        OnnxMl.TensorProto.newBuilder()
            .setName(name)
            .setDataType(OnnxMl.TensorProto.DataType.FLOAT_VALUE)
            .setRawData(ByteString.copyFrom(bytes));
    for (int axis : tensor.shape()) {
      proto.addDims(axis);
    }
    return proto.build();
  }

  private static OnnxMl.TensorProto wholeNumbers(String name, long[] values) {
    OnnxMl.TensorProto.Builder proto =
        OnnxMl.TensorProto.newBuilder()
            .setName(name)
            .setDataType(OnnxMl.TensorProto.DataType.INT64_VALUE)
            .addDims(values.length);
    for (long value : values) {
      proto.addInt64Data(value);
    }
    return proto.build();
  }

  /** A tensor's name and shape, the first axis being a batch of any size. */
  private static OnnxMl.ValueInfoProto value(String name, int[] shape) {
    OnnxMl.TensorShapeProto.Builder dims = OnnxMl.TensorShapeProto.newBuilder();
    dims.addDim(OnnxMl.TensorShapeProto.Dimension.newBuilder().setDimParam("N"));
    for (int axis : shape) {
      dims.addDim(OnnxMl.TensorShapeProto.Dimension.newBuilder().setDimValue(axis));
    }
    OnnxMl.TypeProto.Tensor.Builder tensor =
        OnnxMl.TypeProto.Tensor.newBuilder()
            .setElemType(OnnxMl.TensorProto.DataType.FLOAT_VALUE)
            .setShape(dims);
    return OnnxMl.ValueInfoProto.newBuilder()
        .setName(name)
        .setType(OnnxMl.TypeProto.newBuilder().setTensorType(tensor))
        .build();
  }
}
