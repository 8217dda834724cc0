package org.xaistudy.stimuli.attribution;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.UnaryOperator;
import org.xaistudy.stimuli.attribution.Question.Mask;
import org.xaistudy.stimuli.attribution.Question.Pass;
import org.xaistudy.stimuli.model.Layer;
import org.xaistudy.stimuli.model.Network;
import org.xaistudy.stimuli.model.Node;

/**
 * Takes many passes down together. They share their way for as long as they agree: from one start
 * to the first masked layer there is one walk, however many masks follow there. A pass that keeps a
 * single channel goes on as that channel alone.
 */
final class Descent {
  private final Trace trace;
  private final Network network;
  private final Recorder recorder;
  private final boolean shortcuts;
  private final Rows rows;
  private List<Pass> passes;
  private String bottom;

  Descent(Trace trace, Recorder recorder, boolean shortcuts) {
    this.trace = trace;
    this.network = trace.network();
    this.recorder = recorder;
    this.shortcuts = shortcuts;
    rows = new Rows(trace.images());
  }

  /** What is on its way: signals of N·E rows, and the passes each of the E rows stands for. */
  private record Frontier(Map<String, Signal> pending, List<List<Integer>> entries) {}

  /** Takes passes from their starts down to a layer or the input. */
  void run(List<Pass> all, String lowest) {
    passes = all;
    bottom = lowest;
    Map<String, Map<Start, List<Integer>>> byLayer = new LinkedHashMap<>();
    for (int p = 0; p < all.size(); p++) {
      Start start = all.get(p).start();
      String layer = start.layer() == null ? network.output().name() : start.layer();
      Map<Start, List<Integer>> starts = byLayer.computeIfAbsent(layer, l -> new LinkedHashMap<>());
      starts.computeIfAbsent(start, s -> new ArrayList<>()).add(p);
    }
    byLayer.forEach(this::begin);
  }

  private void begin(String layer, Map<Start, List<Integer>> starts) {
    List<Start> begun = new ArrayList<>();
    List<List<Integer>> entries = new ArrayList<>();
    starts.forEach(
        (start, members) -> {
          for (List<Integer> entry : shortcuts ? singly(members) : List.of(members)) {
            begun.add(start);
            entries.add(entry);
          }
        });
    try (NDManager scope = trace.manager().newSubManager()) {
      NDArray relevance = new Beginning(trace, layer).relevance(scope, begun);
      Map<String, Signal> pending = new LinkedHashMap<>();
      pending.put(layer, Signal.of(relevance));
      Frontier frontier = new Frontier(pending, entries);
      if (shortcuts) {
        masked(frontier);
      } else {
        descend(frontier, 0);
      }
    }
  }

  private static List<List<Integer>> singly(List<Integer> members) {
    return members.stream().map(List::of).toList();
  }

  /** Every way at once: masks are applied where they are met. */
  private void masked(Frontier frontier) {
    Walk.Visitor visitor =
        (layer, signal, first, count) -> {
          List<List<Integer>> entries = frontier.entries().subList(first, first + count);
          Signal kept = maskedAt(layer, signal, entries);
          return recorded(layer, kept, entries);
        };
    finish(new Walk(trace, bottom, visitor).descend(frontier.pending(), frontier.entries().size()));
  }

  private Signal maskedAt(String layer, Signal signal, List<List<Integer>> entries) {
    List<SortedSet<Integer>> sets = new ArrayList<>();
    boolean any = false;
    for (List<Integer> entry : entries) {
      SortedSet<Integer> set =
          passes.get(entry.get(0)).masks().stream()
              .filter(mask -> mask.layer().equals(layer))
              .map(Mask::channels)
              .findFirst()
              .orElse(null);
      sets.add(set);
      any |= set != null;
    }
    return any ? replaced(signal, relevance -> rows.keep(relevance, sets)) : signal;
  }

  /** Down to the next masked layer, one way at a time; {@code depth} masks have been applied. */
  private void descend(Frontier frontier, int depth) {
    Map<String, List<List<Integer>>> next = new LinkedHashMap<>();
    Map<String, List<Integer>> sources = new LinkedHashMap<>();
    for (int e = 0; e < frontier.entries().size(); e++) {
      Map<String, List<Integer>> byLayer = new LinkedHashMap<>();
      for (int pass : frontier.entries().get(e)) {
        List<Mask> masks = passes.get(pass).masks();
        String layer = masks.size() > depth ? masks.get(depth).layer() : null;
        byLayer.computeIfAbsent(layer, l -> new ArrayList<>()).add(pass);
      }
      int source = e;
      byLayer.forEach(
          (layer, members) -> {
            next.computeIfAbsent(layer, l -> new ArrayList<>()).add(members);
            sources.computeIfAbsent(layer, l -> new ArrayList<>()).add(source);
          });
    }
    next.forEach(
        (layer, entries) -> {
          Map<String, Signal> part = selected(frontier, sources.get(layer));
          walk(new Frontier(part, entries), layer, depth);
        });
    frontier.pending().values().forEach(signal -> signal.values().close());
  }

  /** The signals of some rows of each image, in that order. */
  private Map<String, Signal> selected(Frontier frontier, List<Integer> chosen) {
    Map<String, Signal> part = new LinkedHashMap<>();
    int count = frontier.entries().size();
    boolean all = chosen.size() == count;
    frontier
        .pending()
        .forEach(
            (layer, signal) -> {
              NDArray values = all ? signal.share().values() : rows.select(signal.values(), chosen);
              part.put(layer, new Signal(values, signal.factor()));
            });
    return part;
  }

  /** One walk to {@code layer}, where masks are applied, or all the way if that is null. */
  private void walk(Frontier frontier, String layer, int depth) {
    String end = layer == null ? bottom : layer;
    Walk.Visitor visitor =
        (at, signal, first, count) ->
            at.equals(layer)
                ? signal // recorded after its mask
                : recorded(at, signal, frontier.entries().subList(first, first + count));
    NDArray arrived =
        new Walk(trace, end, visitor).descend(frontier.pending(), frontier.entries().size());
    if (layer != null && arrived != null) {
      mask(layer, arrived, frontier.entries(), depth);
    }
    finish(arrived);
  }

  private static void finish(NDArray arrived) {
    if (arrived != null) {
      arrived.close();
    }
  }

  private Signal recorded(String layer, Signal signal, List<List<Integer>> entries) {
    if (!recorder.wants(layer)) {
      return signal;
    }
    Signal whole = replaced(signal, relevance -> relevance.reshape(relevance.getShape()));
    recorder.record(layer, whole.values(), entries);
    return whole;
  }

  /** The signal of what is made of its relevance, which must be a new array. */
  private static Signal replaced(Signal signal, UnaryOperator<NDArray> change) {
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      NDArray changed = change.apply(signal.relevance());
      NDScope.unregister(changed);
      signal.values().close();
      return Signal.of(changed);
    }
  }

  /** Splits the rows that arrived at a layer by mask, and goes on with each. */
  private void mask(String layer, NDArray arrived, List<List<Integer>> entries, int depth) {
    Masked single = new Masked();
    Masked several = new Masked();
    for (int e = 0; e < entries.size(); e++) {
      Map<SortedSet<Integer>, List<Integer>> bySet = new LinkedHashMap<>();
      for (int pass : entries.get(e)) {
        SortedSet<Integer> set = passes.get(pass).masks().get(depth).channels();
        bySet.computeIfAbsent(set, s -> new ArrayList<>()).add(pass);
      }
      int source = e;
      bySet.forEach(
          (set, members) -> {
            if (!set.isEmpty()) { // nothing passes an empty one: its relevance stays zero
              boolean alone = set.size() == 1 && separable(layer) != null;
              (alone ? single : several).add(source, set, members);
            }
          });
    }
    int fit = Memory.passesAtOnce(network, network.node(layer).inputs().get(0), trace.images());
    single.parts(fit).forEach(part -> goOnSingly(layer, arrived, part, depth));
    several.parts(fit).forEach(part -> goOn(layer, arrived, part, depth));
  }

  private void goOn(String layer, NDArray arrived, Masked masked, int depth) {
    NDArray chosen = rows.select(arrived, masked.sources());
    Signal kept = replaced(Signal.of(chosen), relevance -> rows.keep(relevance, masked.sets()));
    if (layer.equals(bottom)) {
      recorded(layer, kept, masked.entries()).values().close();
      return;
    }
    Map<String, Signal> pending = new LinkedHashMap<>();
    pending.put(layer, kept);
    descend(new Frontier(pending, masked.entries()), depth + 1);
  }

  private void goOnSingly(String layer, NDArray arrived, Masked masked, int depth) {
    Node below = separable(layer);
    List<Integer> channels = masked.channels();
    Signal lower;
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      NDArray chosen = rows.select(arrived, masked.sources(), channels); // (N, K, …)
      for (String name : new LinkedHashSet<>(List.of(layer, below.name()))) {
        if (recorder.wants(name)) {
          recorder.recordSingly(name, chosen, channels, masked.entries());
        }
      }
      if (layer.equals(bottom) || below.name().equals(bottom)) {
        return;
      }
      NDArray ids = Rows.indices(arrived.getManager(), channels);
      lower = trace.separable(below).lowerSingly(chosen, ids);
      NDScope.unregister(lower.values());
    }
    Map<String, Signal> pending = new LinkedHashMap<>();
    pending.put(below.inputs().get(0), lower);
    descend(new Frontier(pending, masked.entries()), depth + 1);
  }

  private boolean isMasked(String layer) {
    return passes.stream()
        .anyMatch(pass -> pass.masks().stream().anyMatch(mask -> mask.layer().equals(layer)));
  }

  /**
   * The weighted layer at or right below {@code layer} that can go on with one channel, or null.
   */
  private Node separable(String layer) {
    Node node = network.node(layer);
    if (node.layer() instanceof Layer.ReLU && trace.passesActivations()) {
      String below = node.inputs().get(0);
      boolean alone = !below.equals(Network.INPUT) && network.readers(below).size() == 1;
      node = alone && !isMasked(below) ? network.node(below) : node;
    }
    return trace.separable(node) == null ? null : node;
  }
}
