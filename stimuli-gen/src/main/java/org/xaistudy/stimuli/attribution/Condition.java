package org.xaistudy.stimuli.attribution;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.xaistudy.stimuli.model.Network;

/**
 * Which paths relevance may take (θ in Achtibat et al. 2023, eq. 7): at the output of each named
 * layer only the relevance of the given channels goes on; channels of one layer unite, layers
 * intersect, a layer with no channel blocks everything.
 *
 * @param initial what is to be explained
 * @param channels by layer
 */
public record Condition(InitialRelevance initial, Map<String, SortedSet<Integer>> channels) {
  public Condition {
    Map<String, SortedSet<Integer>> copy = new LinkedHashMap<>();
    channels.forEach((layer, ids) -> copy.put(layer, new TreeSet<>(ids)));
    channels = Collections.unmodifiableMap(copy);
  }

  /** The whole decision for the targets, each image's predicted class if none were named. */
  public static Condition target() {
    return new Condition(InitialRelevance.target(), Map.of());
  }

  /** The whole decision for a class; of several, their sum. */
  public static Condition of(int... classes) {
    return new Condition(InitialRelevance.of(classes), Map.of());
  }

  /** Relevance that begins at a layer instead of the output, with that layer's activations. */
  public static Condition from(String layer) {
    return new Condition(InitialRelevance.at(layer), Map.of());
  }

  /** Besides, only what goes through these channels at the output of {@code layer}. */
  public Condition through(String layer, int... ids) {
    Map<String, SortedSet<Integer>> more = new LinkedHashMap<>(channels);
    SortedSet<Integer> set = new TreeSet<>();
    for (int id : ids) {
      set.add(id);
    }
    more.put(layer, set);
    return new Condition(initial, more);
  }

  /** The same, beginning with {@code value} in place of the logit or activation. */
  public Condition worth(double value) {
    return new Condition(initial.worth(value), channels);
  }

  /** The same with layers named as the network does; of two names for one layer both must hold. */
  Condition inNamesOf(Network network) {
    Map<String, SortedSet<Integer>> named = new LinkedHashMap<>();
    channels.forEach(
        (layer, ids) ->
            named.merge(
                network.node(layer).name(),
                ids,
                (some, others) -> {
                  SortedSet<Integer> both = new TreeSet<>(some);
                  both.retainAll(others);
                  return both;
                }));
    return new Condition(initial, named);
  }

  /** The same with other channels at one layer. */
  Condition with(String layer, Set<Integer> ids) {
    Map<String, SortedSet<Integer>> other = new LinkedHashMap<>(channels);
    other.put(layer, new TreeSet<>(ids));
    return new Condition(initial, other);
  }
}
