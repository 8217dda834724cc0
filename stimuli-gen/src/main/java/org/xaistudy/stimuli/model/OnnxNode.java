package org.xaistudy.stimuli.model;

import ai.onnx.proto.OnnxMl;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** A node of an ONNX graph: its attributes with their defaults, and refusals that name it. */
record OnnxNode(OnnxMl.NodeProto proto) {

  String operator() {
    return proto.getOpType();
  }

  /** Whether input {@code index} is given. */
  boolean has(int index) {
    return proto.getInputCount() > index && !proto.getInput(index).isEmpty();
  }

  long integer(String name, long otherwise) {
    return attribute(name).map(OnnxMl.AttributeProto::getI).orElse(otherwise);
  }

  float real(String name, float otherwise) {
    return attribute(name).map(OnnxMl.AttributeProto::getF).orElse(otherwise);
  }

  /** Whole numbers; {@code otherwise} where the attribute is absent. */
  int[] integers(String name, int... otherwise) {
    return attribute(name)
        .map(a -> a.getIntsList().stream().mapToInt(Math::toIntExact).toArray())
        .orElse(otherwise);
  }

  Optional<OnnxMl.AttributeProto> attribute(String name) {
    return proto.getAttributeList().stream().filter(a -> a.getName().equals(name)).findFirst();
  }

  /** The sliding window of a convolution or pooling with a kernel (height, width), or (length). */
  Window window(int... kernel) throws IOException {
    String padding = attribute("auto_pad").map(a -> a.getS().toStringUtf8()).orElse("NOTSET");
    refuseIf(!padding.equals("NOTSET") && !padding.equals("VALID"), "auto_pad " + padding);
    refuseIf(kernel.length != 1 && kernel.length != 2, "not 1 or 2 dimensions");
    int axes = kernel.length;
    int[] strides = integers("strides", filled(axes, 1));
    int[] pads = integers("pads", filled(2 * axes, 0));
    int[] dilations = integers("dilations", filled(axes, 1));
    refuseIf(
        strides.length != axes || pads.length != 2 * axes || dilations.length != axes,
        "strides, pads or dilations of other than " + axes + " dimensions");
    boolean ceil = integer("ceil_mode", 0) == 1;
    return axes == 1
        ? new Window(1, kernel[0], 1, strides[0], 0, pads[0], 0, pads[1], 1, dilations[0], ceil)
        : new Window(
            kernel[0],
            kernel[1],
            strides[0],
            strides[1],
            pads[0],
            pads[1],
            pads[2],
            pads[3],
            dilations[0],
            dilations[1],
            ceil);
  }

  private static int[] filled(int length, int value) {
    int[] values = new int[length];
    Arrays.fill(values, value);
    return values;
  }

  /** The window of a pooling, whose kernel is an attribute. */
  Window window() throws IOException {
    return window(integers("kernel_shape"));
  }

  void refuseIf(boolean unsupported, String what) throws IOException {
    if (unsupported) {
      throw refusal(what);
    }
  }

  IOException refusal(String what) {
    return new IOException(
        "operator " + operator() + " of node '" + proto.getName() + "' is not supported: " + what);
  }
}
