package org.xaistudy.stimuli.model;

import ai.onnx.proto.OnnxMl;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** How often the tensors of an ONNX graph are read, by nodes and as the graph's output. */
final class OnnxUses {
  private static final Set<String> HANDED_ON =
      Set.of("Identity", "Dropout", "Pad", "Squeeze", "Unsqueeze");

  /** What a node hands on unchanged has the name of what it was. */
  private final Map<String, String> origins = new HashMap<>();

  private final Map<String, Integer> counts = new HashMap<>();

  OnnxUses(OnnxMl.GraphProto graph) {
    for (OnnxMl.NodeProto node : graph.getNodeList()) {
      if (handsOn(node)) {
        origins.put(node.getOutput(0), origin(node.getInput(0)));
      } else {
        node.getInputList().forEach(this::count);
      }
    }
    graph.getOutputList().forEach(output -> count(output.getName()));
  }

  private static boolean handsOn(OnnxMl.NodeProto node) {
    return HANDED_ON.contains(node.getOpType());
  }

  private String origin(String tensor) {
    return origins.getOrDefault(tensor, tensor);
  }

  private void count(String tensor) {
    counts.merge(origin(tensor), 1, Integer::sum);
  }

  /** The number of readers of a tensor, under whatever name. */
  int of(String tensor) {
    return counts.getOrDefault(origin(tensor), 0);
  }
}
