package org.xaistudy.stimuli.attribution;

import static java.util.Objects.requireNonNull;
import static org.xaistudy.stimuli.model.NativeTensors.keeping;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xaistudy.stimuli.attribution.ConditionalPass.Mask;
import org.xaistudy.stimuli.attribution.layer.Relevance;
import org.xaistudy.stimuli.model.BatchSize;
import org.xaistudy.stimuli.model.Layer;
import org.xaistudy.stimuli.model.Network;
import org.xaistudy.stimuli.model.Node;

/**
 * Takes many conditional passes down together. They share a row for as long as they agree: from one
 * initial relevance to the first masked layer there is one backward pass, however many masks follow
 * there. A pass that keeps a single channel goes on as that channel alone.
 */
final class ConditionalPasses {
  private final ForwardPass forward;
  private final Network network;
  private final PassArrays arrays;
  private final List<ConditionalPass> passes;
  private final Recorder recorder;
  private final String bottom;

  /**
   * @param recorder told of what arrives at the layers it wants
   * @param bottom the layer where all passes end, or the input
   */
  ConditionalPasses(
      ForwardPass forward, List<ConditionalPass> passes, Recorder recorder, String bottom) {
    this.forward = forward;
    this.network = forward.network();
    this.passes = passes;
    this.recorder = recorder;
    this.bottom = bottom;
    arrays = new PassArrays(forward.images());
  }

  void run() {
    for (StartLayer start : StartLayer.of(passes, network)) {
      try (NDManager scope = forward.manager().newSubManager()) {
        descend(start.pending(scope, forward), 0);
      }
    }
  }

  /** Rows that go on to the same masked layer (null: to the end), and which rows they come from. */
  private record Fork(List<Integer> sources, List<SharedRow> rows) {
    Fork() {
      this(new ArrayList<>(), new ArrayList<>());
    }
  }

  /** Down to the next masked layer, one such layer at a time; {@code depth} masks are applied. */
  private void descend(PendingRows pending, int depth) {
    Map<String, Fork> forks = new LinkedHashMap<>();
    for (int source = 0; source < pending.rows().size(); source++) {
      Map<String, List<Integer>> byLayer = new LinkedHashMap<>();
      for (int pass : pending.rows().get(source).passes()) {
        List<Mask> masks = passes.get(pass).masks();
        String layer = masks.size() > depth ? masks.get(depth).layer() : null;
        byLayer.computeIfAbsent(layer, l -> new ArrayList<>()).add(pass);
      }
      for (Map.Entry<String, List<Integer>> members : byLayer.entrySet()) {
        Fork fork = forks.computeIfAbsent(members.getKey(), l -> new Fork());
        fork.sources().add(source);
        fork.rows().add(new SharedRow(members.getValue()));
      }
    }
    try (pending) {
      forks.forEach((layer, fork) -> walk(selected(pending, fork), layer, depth));
    }
  }

  /** The rows of one fork; those of {@code pending} stay as they are. */
  private PendingRows selected(PendingRows pending, Fork fork) {
    Map<String, Relevance> part = new LinkedHashMap<>();
    boolean all = fork.sources().size() == pending.rows().size();
    pending
        .byLayer()
        .forEach(
            (layer, relevance) ->
                part.put(
                    layer,
                    all
                        ? relevance.share()
                        : new Relevance(
                            arrays.select(relevance.values(), fork.sources()),
                            relevance.factor())));
    return new PendingRows(part, fork.rows());
  }

  /** To {@code layer}, where masks are applied, or all the way if that is null. */
  private void walk(PendingRows pending, String layer, int depth) {
    String end = layer == null ? bottom : layer;
    BackwardPass.Visitor visitor =
        (at, arriving, first, count) ->
            at.equals(layer)
                ? arriving // recorded after its mask
                : recorder.record(at, arriving, pending.rows().subList(first, first + count));
    try (NDArray arrived =
        new BackwardPass(forward, end, visitor).run(pending.byLayer(), pending.rows().size())) {
      if (layer != null && arrived != null) {
        mask(layer, arrived, pending.rows(), depth);
      }
    }
  }

  /** Splits the rows that arrived at a layer by mask, and goes on with each. */
  private void mask(String layer, NDArray arrived, List<SharedRow> rows, int depth) {
    MaskedRows single = new MaskedRows();
    MaskedRows several = new MaskedRows();
    for (int source = 0; source < rows.size(); source++) {
      Map<SortedSet<Integer>, List<Integer>> bySet = new LinkedHashMap<>();
      for (int pass : rows.get(source).passes()) {
        SortedSet<Integer> set = passes.get(pass).masks().get(depth).channels();
        bySet.computeIfAbsent(set, s -> new ArrayList<>()).add(pass);
      }
      for (Map.Entry<SortedSet<Integer>, List<Integer>> members : bySet.entrySet()) {
        SortedSet<Integer> set = members.getKey();
        if (!set.isEmpty()) { // nothing passes an empty one: its relevance stays zero
          boolean alone = set.size() == 1 && separable(layer) != null;
          (alone ? single : several).add(source, set, new SharedRow(members.getValue()));
        }
      }
    }
    int fit = BatchSize.rows(network, network.node(layer).inputs().get(0), forward.images());
    single.parts(fit).forEach(part -> goOnSingly(layer, arrived, part, depth));
    several.parts(fit).forEach(part -> goOn(layer, arrived, part, depth));
  }

  private void goOn(String layer, NDArray arrived, MaskedRows masked, int depth) {
    Relevance kept =
        Relevance.of(arrays.select(arrived, masked.sources()))
            .replacedBy(relevance -> arrays.keep(relevance, masked.sets()));
    if (layer.equals(bottom)) {
      recorder.record(layer, kept, masked.rows()).close();
    } else {
      descend(PendingRows.at(layer, kept, masked.rows()), depth + 1);
    }
  }

  private void goOnSingly(String layer, NDArray arrived, MaskedRows masked, int depth) {
    Node below = requireNonNull(separable(layer));
    Relevance lower =
        keeping(
            () -> singly(layer, below, arrived, masked),
            made -> Stream.ofNullable(made).map(Relevance::values));
    if (lower != null) {
      descend(PendingRows.at(below.inputs().get(0), lower, masked.rows()), depth + 1);
    }
  }

  /** What single channels hand down, or null if the passes end with them. */
  private @Nullable Relevance singly(String layer, Node below, NDArray arrived, MaskedRows masked) {
    List<Integer> channels = masked.channels();
    NDArray chosen = arrays.select(arrived, masked.sources(), channels); // (N, K, …)
    for (String name : new LinkedHashSet<>(List.of(layer, below.name()))) {
      recorder.recordSingly(name, chosen, channels, masked.rows());
    }
    if (layer.equals(bottom) || below.name().equals(bottom)) {
      return null;
    }
    NDArray ids = PassArrays.indices(arrived.getManager(), channels);
    return requireNonNull(forward.separable(below)).propagateSingly(chosen, ids);
  }

  private boolean isMasked(String layer) {
    return passes.stream().anyMatch(pass -> pass.channelsAt(layer).isPresent());
  }

  /**
   * The weighted layer at or right below {@code layer} that can go on with one channel, or null.
   */
  private @Nullable Node separable(String layer) {
    Node node = network.node(layer);
    if (node.layer() instanceof Layer.ReLU && forward.passesActivations()) {
      String below = node.inputs().get(0);
      boolean alone = !below.equals(Network.INPUT) && network.readers(below).size() == 1;
      node = alone && !isMasked(below) ? network.node(below) : node;
    }
    return forward.separable(node) == null ? null : node;
  }
}
