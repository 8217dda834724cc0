package org.xaistudy.stimuli.attribution;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * One way down: from an initial relevance through masks.
 *
 * @param masks uppermost first
 */
record ConditionalPass(InitialRelevance initial, List<Mask> masks) {
  /** What a condition lets through at one layer. */
  record Mask(String layer, SortedSet<Integer> channels) {}

  /**
   * The pass that a condition asks for.
   *
   * @param order of the layers, from the input up
   */
  static ConditionalPass of(Condition condition, Map<String, Integer> order) {
    List<Mask> masks = new ArrayList<>();
    condition.channels().forEach((layer, ids) -> masks.add(new Mask(layer, ids)));
    masks.sort(
        Comparator.comparing((Mask mask) -> requireNonNull(order.get(mask.layer()))).reversed());
    return new ConditionalPass(condition.initial(), masks);
  }

  /** The same without the masks below a layer. */
  ConditionalPass above(int lowest, Map<String, Integer> order) {
    return new ConditionalPass(
        initial,
        masks.stream().filter(mask -> requireNonNull(order.get(mask.layer())) >= lowest).toList());
  }

  /** Its channels at a layer, if it has a mask there. */
  Optional<SortedSet<Integer>> channelsAt(String layer) {
    return masks.stream()
        .filter(mask -> mask.layer().equals(layer))
        .map(Mask::channels)
        .findFirst();
  }
}
