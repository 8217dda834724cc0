package org.xaistudy.stimuli.attribution;

import java.util.List;

/** What one layer does with relevance, for given images. */
interface Step {
  /**
   * Hands the relevance of the layer's output down.
   *
   * @return one signal for each of the layer's inputs, in their order; none shares an array's
   *     handle with another or with {@code upper}
   */
  List<Signal> lower(Signal upper);
}
