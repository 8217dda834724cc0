package org.xaistudy.stimuli.model;

import ai.onnx.proto.OnnxMl;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * Writes ONNX graphs with the operators, attributes and node names that PyTorch's exporter gives
 * torchvision's networks, with random weights.
 */
final class TorchExport {
  private final OnnxMl.GraphProto.Builder graph = OnnxMl.GraphProto.newBuilder();
  private final SplittableRandom random = new SplittableRandom(7);
  private final boolean batchNormalisation;
  private String last = "input";

  /**
   * @param batchNormalisation whether convolutions without bias and a node that normalises are
   *     written, as an export in training mode has them, instead of folded convolutions
   */
  TorchExport(int channels, int size, boolean batchNormalisation) {
    this.batchNormalisation = batchNormalisation;
    graph.setName("torch_jit").addInput(value("input", 1, channels, size, size));
  }

  String last() {
    return last;
  }

  TorchExport from(String tensor) {
    last = tensor;
    return this;
  }

  TorchExport conv(String path, int in, int out, int kernel, int stride, int padding) {
    return conv(path, in, out, kernel, stride, padding, null);
  }

  /**
   * @param normalisation the path of the batch normalisation after it, null for none
   */
  TorchExport conv(
      String path, int in, int out, int kernel, int stride, int padding, String normalisation) {
    String weight =
        weight(path + ".weight", Math.sqrt(2.0 / in / kernel / kernel), out, in, kernel, kernel);
    boolean separate = batchNormalisation && normalisation != null;
    OnnxMl.NodeProto.Builder node = node(path, "Conv").addInput(weight);
    if (!separate) {
      node.addInput(weight(path + ".bias", 0.1, out));
    }
    node.addAttribute(integers("dilations", 1, 1))
        .addAttribute(integer("group", 1))
        .addAttribute(integers("kernel_shape", kernel, kernel))
        .addAttribute(integers("pads", padding, padding, padding, padding))
        .addAttribute(integers("strides", stride, stride));
    add(node);
    return separate ? normalise(normalisation, out) : this;
  }

  /** A convolution of each channel by itself. */
  TorchExport depthwise(
      String path, int channels, int kernel, int stride, int padding, String normalisation) {
    String weight = weight(path + ".weight", 1.0 / kernel, channels, 1, kernel, kernel);
    add(
        node(path, "Conv")
            .addInput(weight)
            .addAttribute(integer("group", channels))
            .addAttribute(integers("kernel_shape", kernel, kernel))
            .addAttribute(integers("pads", padding, padding, padding, padding))
            .addAttribute(integers("strides", stride, stride)));
    return normalise(normalisation, channels);
  }

  /** SiLU as the two nodes it is exported as, or any other activation. */
  TorchExport activation(String path, String kind) {
    if (!kind.equals("SiLU")) {
      return add(node(path, kind));
    }
    String signal = last;
    return add(node(path, "Sigmoid")).join(path, "Mul", signal);
  }

  TorchExport gate(String path, String kind) {
    OnnxMl.NodeProto.Builder node = node(path, kind);
    return add(kind.equals("HardSigmoid") ? node.addAttribute(real("alpha", 1f / 6)) : node);
  }

  TorchExport normalise(String path, int channels) {
    OnnxMl.NodeProto.Builder node = node(path, "BatchNormalization");
    for (String part : new String[] {"weight", "bias", "running_mean"}) {
      node.addInput(weight(path + "." + part, 0.3, channels));
    }
    node.addInput(positive(path + ".running_var", channels));
    return add(node.addAttribute(real("epsilon", 1e-5f)).addAttribute(real("momentum", 0.9f)));
  }

  TorchExport relu(String path) {
    return add(node(path, "Relu"));
  }

  TorchExport dropout(String path) {
    return add(node(path, "Dropout"));
  }

  TorchExport maxPool(String path, int kernel, int stride, int padding, boolean ceil) {
    return add(
        node(path, "MaxPool")
            .addAttribute(integer("ceil_mode", ceil ? 1 : 0))
            .addAttribute(integers("kernel_shape", kernel, kernel))
            .addAttribute(integers("pads", padding, padding, padding, padding))
            .addAttribute(integers("strides", stride, stride)));
  }

  TorchExport averagePool(String path, int kernel, int stride) {
    return add(
        node(path, "AveragePool")
            .addAttribute(integers("kernel_shape", kernel, kernel))
            .addAttribute(integers("strides", stride, stride)));
  }

  TorchExport globalAverage(String path) {
    return add(node(path, "GlobalAveragePool"));
  }

  TorchExport flatten() {
    return add(node("", "Flatten").addAttribute(integer("axis", 1)));
  }

  TorchExport reshape(String path, long... shape) {
    String name = path + ".shape";
    OnnxMl.TensorProto.Builder constant =
        OnnxMl.TensorProto.newBuilder()
            .setName(name)
            .setDataType(OnnxMl.TensorProto.DataType.INT64_VALUE)
            .addDims(shape.length);
    for (long axis : shape) {
      constant.addInt64Data(axis);
    }
    graph.addInitializer(constant);
    return add(node(path, "Reshape").addInput(name));
  }

  TorchExport gemm(String path, int in, int out) {
    String weight = weight(path + ".weight", Math.sqrt(2.0 / in), out, in);
    String bias = weight(path + ".bias", 0.1, out);
    return add(
        node(path, "Gemm")
            .addInput(weight)
            .addInput(bias)
            .addAttribute(real("alpha", 1))
            .addAttribute(real("beta", 1))
            .addAttribute(integer("transB", 1)));
  }

  /** A linear layer as the exporter writes it for inputs of more than two axes. */
  TorchExport matMul(String path, int in, int out) {
    add(
        node(path, "MatMul")
            .addInput(weight("onnx::MatMul_" + path, Math.sqrt(2.0 / in), in, out)));
    OnnxMl.NodeProto.Builder addition = node(path, "Add").clearInput();
    return add(addition.addInput(weight(path + ".bias", 0.1, out)).addInput(last));
  }

  /** An operation of a module's own, between two tensors. */
  TorchExport join(String path, String operator, String other) {
    OnnxMl.NodeProto.Builder node = node(path, operator).addInput(other);
    return add(operator.equals("Concat") ? node.addAttribute(integer("axis", 1)) : node);
  }

  /** Any other node on what came last. */
  TorchExport operator(String path, String operator) {
    return add(node(path, operator));
  }

  Path write(Path file) throws IOException {
    graph.addOutput(OnnxMl.ValueInfoProto.newBuilder(value(last, 1, 1)).setName(last));
    OnnxMl.ModelProto model =
        OnnxMl.ModelProto.newBuilder()
            .setIrVersion(7)
            .setProducerName("pytorch")
            .addOpsetImport(OnnxMl.OperatorSetIdProto.newBuilder().setVersion(14))
            .setGraph(graph)
            .build();
    return Files.write(file, model.toByteArray());
  }

  /** {@code layer3.0.conv2} becomes {@code /layer3/layer3.0/conv2/Conv}, as PyTorch writes it. */
  private OnnxMl.NodeProto.Builder node(String path, String operator) {
    StringBuilder name = new StringBuilder();
    String holder = "";
    for (String part : path.isEmpty() ? new String[0] : path.split("\\.")) {
      boolean number = part.matches("\\d+");
      String shown = number ? holder + "." + part : part;
      name.append('/').append(shown);
      holder = shown;
    }
    name.append('/').append(operator);
    return OnnxMl.NodeProto.newBuilder()
        .setName(name.toString())
        .setOpType(operator)
        .addInput(last);
  }

  private TorchExport add(OnnxMl.NodeProto.Builder node) {
    last = node.getName() + "_output_0";
    graph.addNode(node.addOutput(last));
    return this;
  }

  private String weight(String name, double scale, int... shape) {
    float[] values = new float[Tensor.size(shape)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (random.nextGaussian() * scale);
    }
    return constant(name, values, shape);
  }

  private String positive(String name, int size) {
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) (0.5 + random.nextDouble());
    }
    return constant(name, values, size);
  }

  private String constant(String name, float[] values, int... shape) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    OnnxMl.TensorProto.Builder tensor =
        OnnxMl.TensorProto.newBuilder()
            .setName(name)
            .setDataType(OnnxMl.TensorProto.DataType.FLOAT_VALUE)
            .setRawData(ByteString.copyFrom(bytes));
    for (int axis : shape) {
      tensor.addDims(axis);
    }
    graph.addInitializer(tensor);
    return name;
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

  private static OnnxMl.ValueInfoProto value(String name, int... shape) {
    OnnxMl.TensorShapeProto.Builder dims = OnnxMl.TensorShapeProto.newBuilder();
    for (int i = 0; i < shape.length; i++) {
      OnnxMl.TensorShapeProto.Dimension.Builder dim =
          OnnxMl.TensorShapeProto.Dimension.newBuilder();
      boolean free = i == 0 || shape.length == 2;
      dims.addDim(free ? dim.setDimParam("d" + i) : dim.setDimValue(shape[i]));
    }
    return OnnxMl.ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            OnnxMl.TypeProto.newBuilder()
                .setTensorType(
                    OnnxMl.TypeProto.Tensor.newBuilder()
                        .setElemType(OnnxMl.TensorProto.DataType.FLOAT_VALUE)
                        .setShape(dims)))
        .build();
  }
}
