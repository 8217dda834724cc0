package org.xaistudy.stimuli.attribution;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDScope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xaistudy.stimuli.model.Network;
import org.xaistudy.stimuli.model.Node;

/**
 * A descent through the graph: from pending signals down to one layer, or to the input.
 *
 * <p>Many conditional passes go together. Where the layers get too large for that, they are split
 * and each part goes on alone.
 */
final class Walk {
  /** Sees the relevance that arrives at a layer and may replace it. */
  interface Visitor {
    /**
     * @param first the number, within one image, of the first pass in {@code arriving}
     * @param passes the number of passes in it
     */
    Signal visit(String layer, Signal arriving, int first, int passes);
  }

  private final Trace trace;
  private final String end;
  private final Visitor visitor;

  /**
   * @param end the layer where to stop, or {@link Network#INPUT}
   */
  Walk(Trace trace, String end, Visitor visitor) {
    this.trace = trace;
    this.end = end;
    this.visitor = visitor;
  }

  /**
   * @param pending signals by the layer whose output they are the relevance of; used up
   * @param passes the number of conditional passes per image in each of them
   * @return the relevance at the end, (N·passes, …), or null if none arrived
   */
  NDArray descend(Map<String, Signal> pending, int passes) {
    return descend(pending, 0, passes);
  }

  private NDArray descend(Map<String, Signal> pending, int first, int passes) {
    List<Node> nodes = trace.network().nodes();
    for (int i = nodes.size() - 1; i >= 0; i--) {
      Node node = nodes.get(i);
      if (!pending.containsKey(node.name()) || node.name().equals(end)) {
        continue;
      }
      int fit = Memory.passesAtOnce(trace.network(), node.inputs().get(0), trace.images());
      if (fit < passes) {
        return divided(pending, first, passes, fit);
      }
      advance(node, pending, first, passes);
    }
    Signal arrived = pending.remove(end);
    return arrived == null ? null : finished(visited(end, arrived, first, passes));
  }

  private void advance(Node node, Map<String, Signal> pending, int first, int passes) {
    Signal upper = visited(node.name(), pending.remove(node.name()), first, passes);
    List<Signal> lower;
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      lower = trace.step(node).lower(upper);
      lower.forEach(signal -> NDScope.unregister(signal.values()));
    }
    upper.values().close();
    for (int i = 0; i < lower.size(); i++) {
      add(pending, node.inputs().get(i), lower.get(i));
    }
  }

  /** Adds a signal to what is already there for a layer. */
  static void add(Map<String, Signal> pending, String layer, Signal more) {
    Signal known = pending.get(layer);
    if (known == null) {
      pending.put(layer, more);
      return;
    }
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      NDArray sum = known.relevance().add(more.relevance());
      NDScope.unregister(sum);
      pending.put(layer, Signal.of(sum));
    }
    known.values().close();
    more.values().close();
  }

  private Signal visited(String layer, Signal arriving, int first, int passes) {
    return visitor.visit(layer, arriving, first, passes);
  }

  private static NDArray finished(Signal signal) {
    if (signal.factor() == null) {
      return signal.values();
    }
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      NDArray relevance = signal.relevance();
      NDScope.unregister(relevance);
      signal.values().close();
      return relevance;
    }
  }

  private NDArray divided(Map<String, Signal> pending, int first, int passes, int fit) {
    List<NDArray> results = new ArrayList<>();
    for (int from = 0; from < passes; from += fit) {
      int to = Math.min(passes, from + fit);
      Map<String, Signal> part = new LinkedHashMap<>();
      for (Map.Entry<String, Signal> entry : pending.entrySet()) {
        part.put(entry.getKey(), passes(entry.getValue(), passes, from, to));
      }
      results.add(descend(part, first + from, to - from));
    }
    pending.values().forEach(signal -> signal.values().close());
    return results.get(0) == null ? null : joined(results);
  }

  /** Of each image's passes those from {@code from} to before {@code to}. */
  private Signal passes(Signal signal, int passes, int from, int to) {
    NDArray values = signal.values();
    int images = trace.images();
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      NDArray part;
      if (images == 1) {
        part = values.get("{}:{}", from, to);
      } else {
        long[] shape = values.getShape().getShape();
        long[] grouped = Shapes.grouped(shape, images);
        part = values.reshape(grouped).get(":,{}:{}", from, to);
        part = part.reshape(Shapes.flat(part.getShape().getShape()));
      }
      NDScope.unregister(part);
      return new Signal(part, signal.factor());
    }
  }

  /** (N·a, …), (N·b, …) … as (N·(a + b + …), …). */
  private NDArray joined(List<NDArray> parts) {
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      NDList grouped = new NDList();
      for (NDArray part : parts) {
        grouped.add(part.reshape(Shapes.grouped(part.getShape().getShape(), trace.images())));
      }
      NDArray all = NDArrays.concat(grouped, 1);
      NDArray result = all.reshape(Shapes.flat(all.getShape().getShape()));
      NDScope.unregister(result);
      parts.forEach(NDArray::close);
      return result;
    }
  }
}
