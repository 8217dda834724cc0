package org.xaistudy.stimuli.attribution;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xaistudy.stimuli.attribution.layer.Relevance;

/** One backward pass that sums up the relevance of the layers it comes through. */
final class SummaryPass {
  private SummaryPass() {}

  /**
   * Sums up layers.
   *
   * @param layers their names; nothing below the lowest of them is computed
   * @return a summary each, without those that no relevance reaches
   */
  static Map<String, ChannelSummary> of(
      ForwardPass forward, InitialRelevance initial, Collection<String> layers) {
    Map<String, ChannelSummary> summaries = new HashMap<>();
    BackwardPass.Visitor visitor =
        (layer, arriving, first, rows) -> {
          if (!layers.contains(layer)) {
            return arriving;
          }
          Relevance whole = arriving.replacedBy(product -> product.reshape(product.getShape()));
          summaries.put(layer, ChannelSummary.of(whole.values()));
          return whole;
        };
    String lowest =
        forward.network().layers().stream().filter(layers::contains).findFirst().orElseThrow();
    String start = initial.startLayer(forward.network());
    try (NDManager scope = forward.manager().newSubManager()) {
      Map<String, Relevance> pending = new LinkedHashMap<>();
      NDArray begin = new InitialArray(forward, start).of(scope, List.of(initial));
      pending.put(start, Relevance.of(begin));
      NDArray arrived = new BackwardPass(forward, lowest, visitor).run(pending, 1);
      if (arrived != null) {
        arrived.close();
      }
    }
    return summaries;
  }
}
