package org.xaistudy.stimuli.model;

import ai.onnx.proto.OnnxMl;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** Small ONNX graphs, tensor by tensor, with random constants; the input is x, the output y. */
final class OnnxGraph {
  private final OnnxMl.GraphProto.Builder graph = OnnxMl.GraphProto.newBuilder().setName("small");
  private final SplittableRandom random = new SplittableRandom(11);
  private final Map<String, Integer> channels = new HashMap<>();
  private int constants;

  /** Whether axes of planes are (length) instead of (height, width). */
  private final boolean signals;

  OnnxGraph(int channels, int height, int width) {
    this(false, 4, channels, height, width);
  }

  private OnnxGraph(boolean signals, int axes, int... sample) {
    this.signals = signals;
    graph.addInput(value("x", axes, sample));
    channels.put("x", sample[0]);
  }

  /** A graph of signals (C, L), or the same one of images (C, 1, L). */
  static OnnxGraph ofRows(boolean signals, int channels, int length) {
    return signals
        ? new OnnxGraph(true, 3, channels, length)
        : new OnnxGraph(false, 4, channels, 1, length);
  }

  /** A convolution along rows. */
  OnnxGraph rowConv(
      String from, String to, int outputs, int kernel, int stride, int pad, int dilation) {
    int inputs = channels.get(from);
    String weight =
        signals ? constant(outputs, inputs, kernel) : constant(outputs, inputs, 1, kernel);
    channels.put(to, outputs);
    OnnxMl.NodeProto.Builder node = proto("Conv", to, from, weight, constant(outputs));
    return add(
        rowWindow(node, kernel, stride, pad, pad).addAttribute(axes("dilations", 1, dilation)));
  }

  /** A pooling along rows. */
  OnnxGraph rowPool(
      String operator, String from, String to, int kernel, int stride, int before, int after) {
    channels.put(to, channels.get(from));
    return add(rowWindow(proto(operator, to, from), kernel, stride, before, after));
  }

  private OnnxMl.NodeProto.Builder rowWindow(
      OnnxMl.NodeProto.Builder node, int kernel, int stride, int before, int after) {
    return node.addAttribute(axes("kernel_shape", 1, kernel))
        .addAttribute(axes("strides", 1, stride))
        .addAttribute(
            signals ? integers("pads", before, after) : integers("pads", 0, before, 0, after));
  }

  private OnnxMl.AttributeProto axes(String name, int height, int width) {
    return signals ? integers(name, width) : integers(name, height, width);
  }

  /** The sum of a row's layer and one constant a channel. */
  OnnxGraph addToChannels(String from, String to) {
    int size = channels.get(from);
    return signals ? add(from, to, size, 1) : add(from, to, size, 1, 1);
  }

  /** An operator whose second input are the axes that it is about. */
  OnnxGraph onAxes(String operator, String from, String to, int... axes) {
    channels.putIfAbsent(to, channels.get(from));
    String name = "axes" + constants++;
    OnnxMl.TensorProto.Builder values =
        OnnxMl.TensorProto.newBuilder()
            .setName(name)
            .setDataType(OnnxMl.TensorProto.DataType.INT64_VALUE)
            .addDims(axes.length);
    for (int axis : axes) {
      values.addInt64Data(axis);
    }
    graph.addInitializer(values);
    return add(proto(operator, to, from, name));
  }

  /** A mean over the axes of planes, which are left out. */
  OnnxGraph mean(String from, String to) {
    channels.putIfAbsent(to, channels.get(from));
    return add(
        proto("ReduceMean", to, from)
            .addAttribute(signals ? integers("axes", 2) : integers("axes", 2, 3))
            .addAttribute(integer("keepdims", 0)));
  }

  OnnxGraph flatten(String from, String to) {
    channels.put(to, 16 * channels.get(from));
    return node("Flatten", from, to);
  }

  OnnxGraph gemm(String from, String to, int outputs, boolean bias) {
    OnnxMl.NodeProto.Builder node = proto("Gemm", to, from, constant(channels.get(from), outputs));
    channels.put(to, outputs);
    return add(bias ? node.addInput(constant(outputs)) : node);
  }

  OnnxGraph scaledGemm(String from, String to, int outputs, float alpha, float beta) {
    OnnxMl.NodeProto.Builder node = proto("Gemm", to, from, constant(channels.get(from), outputs));
    return add(
        node.addInput(constant(1, outputs))
            .addAttribute(real("alpha", alpha))
            .addAttribute(real("beta", beta)));
  }

  OnnxGraph matMul(String from, String to, int outputs) {
    return add(proto("MatMul", to, from, constant(channels.get(from), outputs)));
  }

  OnnxGraph conv(String from, String to, int outputs) {
    String weight = constant(outputs, channels.get(from), 1, 1);
    channels.put(to, outputs);
    return add(proto("Conv", to, from, weight));
  }

  OnnxGraph normalise(String from, String to, int size) {
    channels.put(to, size);
    return add(
        proto(
            "BatchNormalization",
            to,
            from,
            constant(size),
            constant(size),
            constant(size),
            positive(size)));
  }

  OnnxGraph pad(String from, String to, long pad) {
    channels.put(to, channels.get(from));
    String name = "pads" + constants++;
    OnnxMl.TensorProto.Builder pads =
        OnnxMl.TensorProto.newBuilder()
            .setName(name)
            .setDataType(OnnxMl.TensorProto.DataType.INT64_VALUE)
            .addDims(8);
    for (int i = 0; i < 8; i++) {
      pads.addInt64Data(pad);
    }
    graph.addInitializer(pads);
    return add(proto("Pad", to, from, name));
  }

  OnnxGraph add(String from, String to, int... shape) {
    return with("Add", from, to, shape);
  }

  OnnxGraph addTo(String from, String to, int... shape) {
    return from("Add", from, to, shape);
  }

  /** An operator on a tensor and a constant. */
  OnnxGraph with(String operator, String from, String to, int... shape) {
    channels.put(to, channels.get(from));
    return add(proto(operator, to, from, constant(shape)));
  }

  /** An operator on a constant and a tensor. */
  OnnxGraph from(String operator, String from, String to, int... shape) {
    channels.put(to, channels.get(from));
    return add(proto(operator, to, constant(shape), from));
  }

  OnnxGraph join(String operator, String one, String other, String to) {
    channels.put(to, channels.get(one));
    return add(proto(operator, to, one, other));
  }

  OnnxGraph node(String operator, String from, String to) {
    channels.putIfAbsent(to, channels.get(from));
    return add(proto(operator, to, from));
  }

  Path write(Path file) throws IOException {
    graph.addOutput(value("y", 2));
    OnnxMl.ModelProto model =
        OnnxMl.ModelProto.newBuilder()
            .setIrVersion(7)
            .addOpsetImport(OnnxMl.OperatorSetIdProto.newBuilder().setVersion(14))
            .setGraph(graph)
            .build();
    return Files.write(file, model.toByteArray());
  }

  private static OnnxMl.NodeProto.Builder proto(String operator, String to, String... inputs) {
    return OnnxMl.NodeProto.newBuilder()
        .setOpType(operator)
        .addAllInput(java.util.List.of(inputs))
        .addOutput(to);
  }

  private OnnxGraph add(OnnxMl.NodeProto.Builder node) {
    graph.addNode(node);
    return this;
  }

  private String constant(int... shape) {
    float[] values = new float[Tensor.size(shape)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return constant(values, shape);
  }

  private String positive(int size) {
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) (0.5 + random.nextDouble());
    }
    return constant(values, size);
  }

  private String constant(float[] values, int... shape) {
    String name = "constant" + constants++;
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

  private static OnnxMl.AttributeProto real(String name, float value) {
    return OnnxMl.AttributeProto.newBuilder()
        .setName(name)
        .setType(OnnxMl.AttributeProto.AttributeType.FLOAT)
        .setF(value)
        .build();
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

  /** A batch of any size; axes that are not given are free too. */
  private static OnnxMl.ValueInfoProto value(String name, int axes, int... sample) {
    OnnxMl.TensorShapeProto.Builder dims = OnnxMl.TensorShapeProto.newBuilder();
    for (int i = 0; i < axes; i++) {
      OnnxMl.TensorShapeProto.Dimension.Builder dim =
          OnnxMl.TensorShapeProto.Dimension.newBuilder();
      boolean known = i > 0 && sample.length >= i;
      dims.addDim(known ? dim.setDimValue(sample[i - 1]) : dim.setDimParam(name + i));
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
