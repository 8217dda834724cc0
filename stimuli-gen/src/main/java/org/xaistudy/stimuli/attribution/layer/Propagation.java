package org.xaistudy.stimuli.attribution.layer;

import ai.djl.ndarray.NDArray;
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

  /**
   * The adjoint of {@link #propagate}: with A the matrix that hands relevance down, Aᵀu.
   *
   * @param shares u of each of the layer's inputs, (N·K, …)
   * @return of the layer's output, (N·K, …)
   */
  NDArray gather(List<NDArray> shares);
}
