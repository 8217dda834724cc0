package org.xaistudy.stimuli.model;

import static java.util.Objects.requireNonNull;

import ai.onnx.proto.OnnxMl;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;

/** The constant tensors of an ONNX graph, all as 32-bit floats. */
final class OnnxConstants {
  private final Map<String, OnnxMl.TensorProto> protos = new HashMap<>();

  OnnxConstants(OnnxMl.GraphProto graph) {
    graph.getInitializerList().forEach(tensor -> protos.put(tensor.getName(), tensor));
  }

  boolean has(String name) {
    return protos.containsKey(name);
  }

  /** Takes in what {@code Constant} and, of a constant, {@code Identity} nodes stand for. */
  boolean absorbs(OnnxNode node) {
    OnnxMl.NodeProto proto = node.proto();
    if (node.operator().equals("Constant") && node.attribute("value").isPresent()) {
      protos.put(proto.getOutput(0), node.attribute("value").get().getT());
      return true;
    }
    if (node.operator().equals("Identity") && has(proto.getInput(0))) {
      protos.put(proto.getOutput(0), protos.get(proto.getInput(0)));
      return true;
    }
    return false;
  }

  /** The constant that is input {@code index} of {@code node}. */
  Tensor input(OnnxNode node, int index) throws IOException {
    String name = node.proto().getInput(index);
    node.refuseIf(!has(name), "its input '" + name + "' is not a constant");
    try {
      return tensor(requireNonNull(protos.get(name)));
    } catch (IllegalArgumentException e) {
      throw node.refusal("constant '" + name + "': " + e.getMessage());
    }
  }

  private static Tensor tensor(OnnxMl.TensorProto proto) {
    if (proto.getDataLocation() == OnnxMl.TensorProto.DataLocation.EXTERNAL) {
      throw new IllegalArgumentException("its values are in another file; export with them inside");
    }
    int[] shape = proto.getDimsList().stream().mapToInt(Math::toIntExact).toArray();
    return new Tensor(values(proto, Tensor.size(shape)), shape);
  }

  private static float[] values(OnnxMl.TensorProto proto, int size) {
    ByteBuffer raw = proto.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    boolean packed = raw.hasRemaining();
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] =
          switch (proto.getDataType()) {
            case OnnxMl.TensorProto.DataType.FLOAT_VALUE ->
                packed ? raw.getFloat() : proto.getFloatData(i);
            case OnnxMl.TensorProto.DataType.DOUBLE_VALUE ->
                (float) (packed ? raw.getDouble() : proto.getDoubleData(i));
            case OnnxMl.TensorProto.DataType.INT64_VALUE ->
                packed ? raw.getLong() : proto.getInt64Data(i);
            case OnnxMl.TensorProto.DataType.INT32_VALUE ->
                packed ? raw.getInt() : proto.getInt32Data(i);
            default ->
                throw new IllegalArgumentException(
                    "its type is number " + proto.getDataType() + ", not float or int");
          };
    }
    return values;
  }

  /** A constant list of whole numbers. */
  int[] integers(OnnxNode node, int index) throws IOException {
    float[] values = input(node, index).values();
    int[] whole = new int[values.length];
    for (int i = 0; i < whole.length; i++) {
      whole[i] = Math.round(values[i]);
    }
    return whole;
  }
}
