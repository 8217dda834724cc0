package org.xaistudy.stimuli.attribution;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xaistudy.stimuli.attribution.layer.Relevance;

/**
 * What is on its way down.
 *
 * @param byLayer relevance of N·E rows, E for each of N images, by the layer it has reached
 * @param rows the passes that each of the E rows stands for
 */
record PendingRows(Map<String, Relevance> byLayer, List<SharedRow> rows) implements AutoCloseable {
  static PendingRows at(String layer, Relevance relevance, List<SharedRow> rows) {
    Map<String, Relevance> byLayer = new LinkedHashMap<>();
    byLayer.put(layer, relevance);
    return new PendingRows(byLayer, rows);
  }

  @Override
  public void close() {
    byLayer.values().forEach(Relevance::close);
  }
}
