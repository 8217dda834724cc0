package org.xaistudy.stimuli.model;

import ai.onnx.proto.OnnxMl;
import java.io.IOException;
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

  /** The sliding window of a convolution or pooling with a kernel of that size. */
  Window window(int height, int width) throws IOException {
    String padding = attribute("auto_pad").map(a -> a.getS().toStringUtf8()).orElse("NOTSET");
    refuseIf(!padding.equals("NOTSET") && !padding.equals("VALID"), "auto_pad " + padding);
    int[] strides = integers("strides", 1, 1);
    int[] pads = integers("pads", 0, 0, 0, 0);
    int[] dilations = integers("dilations", 1, 1);
    refuseIf(strides.length != 2 || pads.length != 4 || dilations.length != 2, "not 2 dimensions");
    return new Window(
        height,
        width,
        strides[0],
        strides[1],
        pads[0],
        pads[1],
        pads[2],
        pads[3],
        dilations[0],
        dilations[1],
        integer("ceil_mode", 0) == 1);
  }

  /** The window of a pooling, whose kernel is an attribute. */
  Window window() throws IOException {
    int[] kernel = integers("kernel_shape");
    refuseIf(kernel.length != 2, "no kernel of 2 dimensions");
    return window(kernel[0], kernel[1]);
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
