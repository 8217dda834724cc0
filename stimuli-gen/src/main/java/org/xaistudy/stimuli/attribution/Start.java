package org.xaistudy.stimuli.attribution;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Where relevance begins and how much there is.
 *
 * @param layer the layer whose outputs begin, null for the network's output
 * @param classes the outputs that begin; empty: each image's target, or all of the layer
 * @param value what each of them begins with, if not its logit or activation
 */
public record Start(String layer, List<Integer> classes, OptionalDouble value) {
  public Start {
    classes = classes.stream().distinct().sorted().toList();
  }

  static Start target() {
    return new Start(null, List.of(), OptionalDouble.empty());
  }

  static Start of(int... classes) {
    if (classes.length == 0) {
      throw new IllegalArgumentException("name at least one class, or ask for the target");
    }
    return new Start(null, IntStream.of(classes).boxed().toList(), OptionalDouble.empty());
  }

  static Start at(String layer) {
    return new Start(layer, List.of(), OptionalDouble.empty());
  }

  Start worth(double newValue) {
    return new Start(layer, classes, OptionalDouble.of(newValue));
  }
}
