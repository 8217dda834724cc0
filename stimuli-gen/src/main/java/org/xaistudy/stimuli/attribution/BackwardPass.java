package org.xaistudy.stimuli.attribution;

import static java.util.Objects.requireNonNull;
import static org.xaistudy.stimuli.model.NativeTensors.keeping;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xaistudy.stimuli.attribution.layer.Relevance;
import org.xaistudy.stimuli.attribution.layer.Shapes;
import org.xaistudy.stimuli.model.BatchSize;
import org.xaistudy.stimuli.model.Network;
import org.xaistudy.stimuli.model.Node;

/**
 * One way backward through the graph: from the relevance of some layers down to one layer, or to
 * the input.
 *
 * <p>Many rows of relevance go together. Where the layers get too large for that, they are split
 * and each part goes on alone.
 */
final class BackwardPass {
  /** Sees the relevance that arrives at a layer and may replace it. */
  interface Visitor {
    /**
     * Called for each layer that relevance reaches.
     *
     * @param first the number, within one image, of the first row in {@code arriving}
     * @param rows the number of rows an image in it
     */
    Relevance visit(String layer, Relevance arriving, int first, int rows);
  }

  private final ForwardPass forward;
  private final String end;
  private final Visitor visitor;

  /**
   * @param end the layer where to stop, or {@link Network#INPUT}
   */
  BackwardPass(ForwardPass forward, String end, Visitor visitor) {
    this.forward = forward;
    this.end = end;
    this.visitor = visitor;
  }

  /**
   * Goes the way.
   *
   * @param pending relevance by the layer whose output has it; used up
   * @param rows the number of rows an image in each of them
   * @return the relevance at the end, (N·rows, …), or null if none arrived
   */
  @Nullable NDArray run(Map<String, Relevance> pending, int rows) {
    return run(pending, 0, rows);
  }

  private @Nullable NDArray run(Map<String, Relevance> pending, int first, int rows) {
    List<Node> nodes = forward.network().nodes();
    for (int i = nodes.size() - 1; i >= 0; i--) {
      Node node = nodes.get(i);
      if (node.name().equals(end)) {
        break; // what lies before it in the order of computation hands nothing down to it
      }
      if (!pending.containsKey(node.name())) {
        continue;
      }
      int fit = BatchSize.rows(forward.network(), node.inputs().get(0), forward.images());
      if (fit < rows) {
        return divided(pending, first, rows, fit);
      }
      propagate(node, pending, first, rows);
    }
    Relevance arrived = pending.remove(end);
    pending.values().forEach(Relevance::close);
    pending.clear();
    return arrived == null ? null : finished(visitor.visit(end, arrived, first, rows));
  }

  private void propagate(Node node, Map<String, Relevance> pending, int first, int rows) {
    List<Relevance> lower;
    try (Relevance upper =
        visitor.visit(node.name(), requireNonNull(pending.remove(node.name())), first, rows)) {
      lower =
          keeping(
              () -> forward.propagation(node).propagate(upper),
              all -> all.stream().map(Relevance::values));
    }
    for (int i = 0; i < lower.size(); i++) {
      add(pending, node.inputs().get(i), lower.get(i));
    }
  }

  /** Adds relevance to what is already there for a layer. */
  static void add(Map<String, Relevance> pending, String layer, Relevance more) {
    Relevance known = pending.get(layer);
    if (known == null) {
      pending.put(layer, more);
      return;
    }
    try (known;
        more) {
      pending.put(layer, Relevance.of(keeping(() -> known.product().add(more.product()))));
    }
  }

  private static NDArray finished(Relevance relevance) {
    if (relevance.factor() == null) {
      return relevance.values();
    }
    try (relevance) {
      return keeping(relevance::product);
    }
  }

  private @Nullable NDArray divided(Map<String, Relevance> pending, int first, int rows, int fit) {
    List<NDArray> results = new ArrayList<>();
    for (int from = 0; from < rows; from += fit) {
      int to = Math.min(rows, from + fit);
      Map<String, Relevance> part = new LinkedHashMap<>();
      for (Map.Entry<String, Relevance> entry : pending.entrySet()) {
        part.put(entry.getKey(), range(entry.getValue(), from, to));
      }
      results.add(run(part, first + from, to - from));
    }
    pending.values().forEach(Relevance::close);
    return results.get(0) == null ? null : joined(results);
  }

  /** Of each image's rows those from {@code from} to before {@code to}. */
  private Relevance range(Relevance relevance, int from, int to) {
    NDArray values = relevance.values();
    int images = forward.images();
    NDArray part =
        keeping(
            () -> {
              if (images == 1) {
                return values.get("{}:{}", from, to);
              }
              long[] grouped = Shapes.grouped(values.getShape().getShape(), images);
              NDArray chosen = values.reshape(grouped).get(":,{}:{}", from, to);
              return chosen.reshape(Shapes.flat(chosen.getShape().getShape()));
            });
    return new Relevance(part, relevance.factor());
  }

  /** (N·a, …), (N·b, …) … as (N·(a + b + …), …). */
  private NDArray joined(List<NDArray> parts) {
    NDArray all =
        keeping(
            () -> {
              NDList grouped = new NDList();
              for (NDArray part : parts) {
                long[] shape = part.getShape().getShape();
                grouped.add(part.reshape(Shapes.grouped(shape, forward.images())));
              }
              NDArray together = NDArrays.concat(grouped, 1);
              return together.reshape(Shapes.flat(together.getShape().getShape()));
            });
    parts.forEach(NDArray::close);
    return all;
  }
}
