package org.xaistudy.stimuli.attribution;

import static org.xaistudy.stimuli.model.NativeTensors.freeing;
import static org.xaistudy.stimuli.model.NativeTensors.keeping;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xaistudy.stimuli.attribution.Ledger.Entry;
import org.xaistudy.stimuli.attribution.layer.LinearPropagation;
import org.xaistudy.stimuli.attribution.layer.Propagation;
import org.xaistudy.stimuli.attribution.layer.Relevance;
import org.xaistudy.stimuli.model.Network;
import org.xaistudy.stimuli.model.Node;

/** A backward pass that keeps the account of every layer. */
final class LedgerPass {
  private final ForwardPass forward;
  private final Map<String, Relevance> pending = new LinkedHashMap<>();

  private LedgerPass(ForwardPass forward) {
    this.forward = forward;
  }

  /** The account of all images of a forward pass together. */
  static Ledger of(ForwardPass forward, Condition condition) {
    if (!condition.channels().isEmpty()) {
      throw new IllegalArgumentException(
          "a ledger is kept of whole decisions, not of conditions on channels");
    }
    return new LedgerPass(forward).run(condition.initial());
  }

  private Ledger run(InitialRelevance initial) {
    Network network = forward.network();
    String start = initial.startLayer(network);
    List<Entry> entries = new ArrayList<>();
    try (NDManager scope = forward.manager().newSubManager()) {
      NDArray begin = new InitialArray(forward, start).of(scope, List.of(initial));
      pending.put(start, Relevance.of(begin));
      List<Node> nodes = network.nodes();
      for (int i = nodes.size() - 1; i >= 0; i--) {
        Relevance upper = pending.remove(nodes.get(i).name());
        if (upper != null) {
          entries.add(entry(nodes.get(i), upper));
        }
      }
      Relevance arrived = pending.get(Network.INPUT);
      return new Ledger(entries, arrived == null ? 0 : sum(arrived));
    }
  }

  private Entry entry(Node node, Relevance upper) {
    Propagation propagation = forward.propagation(node);
    List<Relevance> lower =
        keeping(() -> propagation.propagate(upper), all -> all.stream().map(Relevance::values));
    double received = sum(upper);
    double handedDown = lower.stream().mapToDouble(LedgerPass::sum).sum();
    for (int i = 0; i < lower.size(); i++) {
      BackwardPass.add(pending, node.inputs().get(i), lower.get(i));
    }
    if (propagation instanceof LinearPropagation linear) {
      LinearPropagation.Absorbed absorbed = freeing(() -> linear.absorbed(upper.product()));
      return new Entry(
          node.name(), received, handedDown, absorbed.byBias(), absorbed.byStabiliser());
    }
    return new Entry(node.name(), received, handedDown, 0, received - handedDown);
  }

  private static double sum(Relevance relevance) {
    double sum = 0;
    for (float value : freeing(() -> relevance.product().toFloatArray())) {
      sum += value;
    }
    return sum;
  }
}
