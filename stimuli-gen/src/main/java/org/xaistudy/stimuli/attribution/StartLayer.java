package org.xaistudy.stimuli.attribution;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xaistudy.stimuli.attribution.layer.Relevance;
import org.xaistudy.stimuli.model.Network;

/**
 * A layer where passes begin.
 *
 * @param initials the initial relevance of each row
 * @param rows the passes that begin with it
 */
record StartLayer(String layer, List<InitialRelevance> initials, List<SharedRow> rows) {
  /** Where passes begin; those with one initial relevance share a row. */
  static List<StartLayer> of(List<ConditionalPass> passes, Network network) {
    Map<String, Map<InitialRelevance, List<Integer>>> byLayer = new LinkedHashMap<>();
    for (int p = 0; p < passes.size(); p++) {
      InitialRelevance initial = passes.get(p).initial();
      byLayer
          .computeIfAbsent(initial.startLayer(network), l -> new LinkedHashMap<>())
          .computeIfAbsent(initial, i -> new ArrayList<>())
          .add(p);
    }
    List<StartLayer> starts = new ArrayList<>();
    byLayer.forEach(
        (layer, passesOf) -> {
          List<SharedRow> rows = passesOf.values().stream().map(SharedRow::new).toList();
          starts.add(new StartLayer(layer, List.copyOf(passesOf.keySet()), rows));
        });
    return starts;
  }

  /** The same with a row for each pass. */
  StartLayer singly() {
    List<InitialRelevance> each = new ArrayList<>();
    for (int r = 0; r < rows.size(); r++) {
      InitialRelevance initial = initials.get(r);
      rows.get(r).passes().forEach(pass -> each.add(initial));
    }
    return new StartLayer(layer, each, rows.stream().flatMap(SharedRow::singly).toList());
  }

  /** The rows' relevance at this layer. */
  PendingRows pending(NDManager manager, ForwardPass forward) {
    NDArray values = new InitialArray(forward, layer).of(manager, initials);
    return PendingRows.at(layer, Relevance.of(values), rows);
  }
}
