package org.xaistudy.stimuli.attribution;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.xaistudy.stimuli.model.Network;

/**
 * Where relevance begins and how much there is.
 *
 * @param layer the start layer, whose outputs begin; null for the network's output
 * @param classes the outputs that begin; empty: each image's target, or all of the layer
 * @param value what each of them begins with, if not its logit or activation
 */
public record InitialRelevance(
    @Nullable String layer, List<Integer> classes, OptionalDouble value) {
  public InitialRelevance {
    classes = classes.stream().distinct().sorted().toList();
  }

  static InitialRelevance target() {
    return new InitialRelevance(null, List.of(), OptionalDouble.empty());
  }

  static InitialRelevance of(int... classes) {
    if (classes.length == 0) {
      throw new IllegalArgumentException("name at least one class, or ask for the target");
    }
    return new InitialRelevance(
        null, IntStream.of(classes).boxed().toList(), OptionalDouble.empty());
  }

  static InitialRelevance at(String layer) {
    return new InitialRelevance(layer, List.of(), OptionalDouble.empty());
  }

  InitialRelevance worth(double newValue) {
    return new InitialRelevance(layer, classes, OptionalDouble.of(newValue));
  }

  /** The name of the start layer in a network. */
  String startLayer(Network network) {
    return layer == null ? network.output().name() : network.node(layer).name();
  }
}
