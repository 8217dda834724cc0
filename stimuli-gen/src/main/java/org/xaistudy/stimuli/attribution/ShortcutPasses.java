package org.xaistudy.stimuli.attribution;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import org.xaistudy.stimuli.attribution.layer.Relevance;

/**
 * Conditional passes that take every way at once, those around a masked layer by a shortcut
 * included: masks are applied where they are met, so each pass goes down in a row of its own.
 */
final class ShortcutPasses {
  private final ForwardPass forward;
  private final PassArrays arrays;
  private final List<ConditionalPass> passes;
  private final Recorder recorder;
  private final String bottom;

  ShortcutPasses(
      ForwardPass forward, List<ConditionalPass> passes, Recorder recorder, String bottom) {
    this.forward = forward;
    this.passes = passes;
    this.recorder = recorder;
    this.bottom = bottom;
    arrays = new PassArrays(forward.images());
  }

  void run() {
    for (StartLayer start : StartLayer.of(passes, forward.network())) {
      try (NDManager scope = forward.manager().newSubManager()) {
        run(start.singly().pending(scope, forward));
      }
    }
  }

  private void run(PendingRows pending) {
    BackwardPass.Visitor visitor =
        (layer, arriving, first, count) -> {
          List<SharedRow> rows = pending.rows().subList(first, first + count);
          return recorder.record(layer, masked(layer, arriving, rows), rows);
        };
    NDArray arrived =
        new BackwardPass(forward, bottom, visitor).run(pending.byLayer(), pending.rows().size());
    if (arrived != null) {
      arrived.close();
    }
  }

  private Relevance masked(String layer, Relevance arriving, List<SharedRow> rows) {
    List<SortedSet<Integer>> kept = new ArrayList<>();
    rows.forEach(row -> kept.add(passes.get(row.any()).channelsAt(layer).orElse(null)));
    return kept.stream().anyMatch(Objects::nonNull)
        ? arriving.replacedBy(relevance -> arrays.keep(relevance, kept))
        : arriving;
  }
}
