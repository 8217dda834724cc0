package org.xaistudy.stimuli.attribution.layer;

import java.util.HashSet;
import java.util.Set;
import org.xaistudy.stimuli.model.Layer;
import org.xaistudy.stimuli.model.Network;
import org.xaistudy.stimuli.model.Node;

/** Which layers never give a negative output, so that rules may leave out what concerns one. */
final class NonNegativity {
  private final Set<String> layers = new HashSet<>();

  NonNegativity(Network network) {
    for (Node node : network.nodes()) {
      if (never(node)) {
        layers.add(node.name());
      }
    }
  }

  /** Whether the output of {@code layer} (or the input) is known to be at least 0. */
  boolean holds(String layer) {
    return layers.contains(layer);
  }

  private boolean never(Node node) {
    Layer layer = node.layer();
    if (layer instanceof Layer.ReLU) {
      return true;
    } else if (layer instanceof Layer.Clip clip && clip.low() >= 0) {
      return true;
    } else if (layer instanceof Layer.Gate) {
      return true;
    } else if (layer instanceof Layer.Convolution
        || layer instanceof Layer.Linear
        || layer instanceof Layer.Affine) {
      return false;
    } else if (layer instanceof Layer.Clip
        || layer instanceof Layer.LeakyReLU
        || layer instanceof Layer.MaxPool
        || layer instanceof Layer.AveragePool
        || layer instanceof Layer.GlobalAveragePool
        || layer instanceof Layer.Add
        || layer instanceof Layer.Concat
        || layer instanceof Layer.Flatten
        || layer instanceof Layer.Reshape) {
      return layers.containsAll(node.inputs()); // these keep signs
    }
    return false; // of others nothing is known, and nothing is left out
  }
}
