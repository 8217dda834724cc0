package org.xaistudy.stimuli.attribution.layer;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;

/**
 * A signal times a gate, as in squeeze and excitation: the signal takes all relevance, the gate
 * none (Arras et al. 2017, "Explaining recurrent neural network predictions in sentiment
 * analysis"); as a derivative each gets R times the other.
 */
final class MultiplyPropagation implements Propagation {
  private final List<NDArray> inputs;
  private final int signal;
  private final boolean gradient;

  /**
   * @param signal which of the two inputs it is
   */
  MultiplyPropagation(List<NDArray> inputs, int signal, boolean gradient) {
    this.inputs = inputs;
    this.signal = signal;
    this.gradient = gradient;
  }

  @Override
  public List<Relevance> propagate(Relevance upper) {
    List<Relevance> lower = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      if (gradient) {
        lower.add(Relevance.of(summedAs(inputs.get(i), product(upper, inputs.get(1 - i)))));
      } else {
        lower.add(i == signal ? upper.share() : nothing(upper, inputs.get(i)));
      }
    }
    return lower;
  }

  @Override
  public NDArray gather(List<NDArray> shares) {
    if (!gradient) {
      return shares.get(signal).duplicate();
    }
    return Relevance.times(shares.get(0), inputs.get(1))
        .add(Relevance.times(shares.get(1), inputs.get(0)));
  }

  private static NDArray product(Relevance upper, NDArray other) {
    return Relevance.times(upper.product(), other);
  }

  /** Summed over the pixels that share one value of the input. */
  private static NDArray summedAs(NDArray input, NDArray relevance) {
    boolean perChannel = input.getShape().dimension() == 4 && input.getShape().slice(2).size() == 1;
    return perChannel ? relevance.sum(new int[] {2, 3}, true) : relevance;
  }

  private static Relevance nothing(Relevance upper, NDArray input) {
    long[] shape = input.getShape().getShape().clone();
    shape[0] = upper.values().getShape().get(0);
    return Relevance.of(upper.values().getManager().zeros(new ai.djl.ndarray.types.Shape(shape)));
  }
}
