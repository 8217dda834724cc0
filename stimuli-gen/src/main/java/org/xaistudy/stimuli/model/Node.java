package org.xaistudy.stimuli.model;

import java.util.List;

/**
 * A layer in its place.
 *
 * @param name unique in the network; PyTorch's module path where there is one ({@code features.28})
 * @param inputs the names of the nodes whose outputs it reads, or the network's input
 */
public record Node(String name, Layer layer, List<String> inputs) {
  public Node {
    inputs = List.copyOf(inputs);
    if (inputs.isEmpty()) {
      throw new IllegalArgumentException("node " + name + " has no input");
    }
  }

  public Node(String name, Layer layer, String input) {
    this(name, layer, List.of(input));
  }
}
