package org.xaistudy.stimuli.attribution;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xaistudy.stimuli.model.Network;
import org.xaistudy.stimuli.model.Node;

/**
 * Where relevance stayed on its way from the output to the input, layer by layer: why a heat map
 * does not sum to the logit.
 *
 * @param entries from the output down; a layer that no relevance reached has none
 * @param arrived the sum of the relevance at the input
 */
public record Ledger(List<Entry> entries, double arrived) {
  public Ledger {
    entries = List.copyOf(entries);
  }

  /**
   * One layer's account: received = handedDown + toBias + toStabiliser, up to rounding and to what
   * a rule leaves out on purpose (Gamma: outputs of zero).
   *
   * @param received the sum of the relevance of the layer's output
   * @param handedDown the sum of what all its inputs got
   * @param toBias what its bias absorbed
   * @param toStabiliser what the ε of the denominators took
   */
  public record Entry(
      String layer, double received, double handedDown, double toBias, double toStabiliser) {
    /** What the account leaves open. */
    public double unexplained() {
      return received - handedDown - toBias - toStabiliser;
    }
  }

  /** All that biases absorbed. */
  public double toBiases() {
    return entries.stream().mapToDouble(Entry::toBias).sum();
  }

  /** All that the stabilisers took. */
  public double toStabilisers() {
    return entries.stream().mapToDouble(Entry::toStabiliser).sum();
  }

  /** The account of all images of a trace together. */
  static Ledger of(Trace trace, Condition condition) {
    if (!condition.channels().isEmpty()) {
      throw new IllegalArgumentException(
          "a ledger is kept of whole decisions, not of conditions on channels");
    }
    Start start = condition.start();
    Network network = trace.network();
    String layer = start.layer() == null ? network.output().name() : start.layer();
    List<Entry> entries = new ArrayList<>();
    try (NDManager scope = trace.manager().newSubManager()) {
      Map<String, Signal> pending = new LinkedHashMap<>();
      NDArray begin = new Beginning(trace, layer).relevance(scope, List.of(start));
      pending.put(layer, Signal.of(begin));
      List<Node> nodes = network.nodes();
      for (int i = nodes.size() - 1; i >= 0; i--) {
        Signal upper = pending.remove(nodes.get(i).name());
        if (upper != null) {
          entries.add(entry(trace, nodes.get(i), upper, pending));
        }
      }
      Signal arrived = pending.get(Network.INPUT);
      return new Ledger(entries, arrived == null ? 0 : sum(arrived.relevance()));
    }
  }

  private static Entry entry(Trace trace, Node node, Signal upper, Map<String, Signal> pending) {
    Step step = trace.step(node);
    double received;
    double handedDown = 0;
    double[] absorbed = null;
    List<Signal> lower;
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      received = sum(upper.relevance());
      lower = step.lower(upper);
      for (Signal signal : lower) {
        handedDown += sum(signal.relevance());
        NDScope.unregister(signal.values());
      }
      if (step instanceof LinearStep linear) {
        absorbed = linear.absorbed(upper.relevance());
      }
    }
    for (int i = 0; i < lower.size(); i++) {
      Walk.add(pending, node.inputs().get(i), lower.get(i));
    }
    return absorbed == null
        ? new Entry(node.name(), received, handedDown, 0, received - handedDown)
        : new Entry(node.name(), received, handedDown, absorbed[0], absorbed[1]);
  }

  private static double sum(NDArray values) {
    double sum = 0;
    for (float value : values.toFloatArray()) {
      sum += value;
    }
    return sum;
  }
}
