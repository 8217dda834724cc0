package org.xaistudy.stimuli.model;

import static java.util.Objects.requireNonNull;

import ai.onnx.proto.OnnxMl;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What to call the layers of an ONNX graph.
 *
 * <p>PyTorch's exporter writes a node's module path, each part with the path of the sequence that
 * holds it, and the operator: {@code /features/features.28/Conv} is {@code features.28}, {@code
 * /layer3/layer3.0/conv2/Conv} is {@code layer3.0.conv2}. An operator that a module of other
 * modules calls itself ({@code /layer3/layer3.0/Add}) gets its own name after it: {@code
 * layer3.0.add}. Nodes of older exporters ({@code Conv_12}) are called after their weight; any
 * other name stays.
 */
final class OnnxNames {
  private final Map<OnnxMl.NodeProto, String> modules = new HashMap<>();
  private final Map<String, Integer> users = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  OnnxNames(List<OnnxMl.NodeProto> nodes) {
    for (OnnxMl.NodeProto node : nodes) {
      String module = module(node.getName());
      modules.put(node, module);
      users.merge(module, 1, Integer::sum);
      for (int dot = module.lastIndexOf('.'); dot > 0; dot = module.lastIndexOf('.', dot - 1)) {
        users.merge(module.substring(0, dot), 1, Integer::sum); // a module that holds others
      }
    }
  }

  /** A name that no other node has. */
  String name(OnnxMl.NodeProto node) {
    String candidate = candidate(node);
    String name = candidate;
    for (int i = 1; !taken.add(name); i++) {
      name = candidate + "_" + i;
    }
    return name;
  }

  private String candidate(OnnxMl.NodeProto node) {
    String given = node.getName();
    if (given.startsWith("/")) {
      String module = requireNonNull(modules.get(node));
      String operator = given.substring(given.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
      if (module.isEmpty()) {
        return operator;
      }
      boolean own = requireNonNull(users.get(module)) == 1 || isWeighted(node);
      return own ? module : module + "." + operator;
    }
    boolean numbered = given.isEmpty() || given.matches("[A-Z][A-Za-z]*_\\d+");
    if (numbered && node.getInputCount() > 1 && node.getInput(1).endsWith(".weight")) {
      return node.getInput(1).substring(0, node.getInput(1).length() - ".weight".length());
    }
    return given.isEmpty() ? node.getOpType().toLowerCase(Locale.ROOT) : given;
  }

  private static boolean isWeighted(OnnxMl.NodeProto node) {
    return List.of("Conv", "Gemm", "MatMul").contains(node.getOpType());
  }

  private static String module(String name) {
    if (!name.startsWith("/")) {
      return "";
    }
    List<String> parts = Arrays.stream(name.split("/")).filter(part -> !part.isEmpty()).toList();
    String path = "";
    String last = "";
    for (String part : parts.subList(0, Math.max(0, parts.size() - 1))) {
      boolean repeats = !last.isEmpty() && part.startsWith(last + ".");
      String own = repeats ? part.substring(last.length() + 1) : part;
      path = path.isEmpty() ? own : path + "." + own;
      last = part;
    }
    return path;
  }
}
