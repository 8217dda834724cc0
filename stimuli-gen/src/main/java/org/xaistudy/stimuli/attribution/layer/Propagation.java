package org.xaistudy.stimuli.attribution.layer;

import java.util.List;

/** How one layer hands relevance down, for given images. */
public interface Propagation {
  /**
   * Hands the relevance of the layer's output down.
   *
   * @return the relevance of each of the layer's inputs; in their order; none shares an array's
   *     handle with another or with {@code upper}
   */
  List<Relevance> propagate(Relevance upper);
}
