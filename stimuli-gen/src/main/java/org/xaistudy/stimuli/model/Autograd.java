package org.xaistudy.stimuli.model;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/**
 * Records what is computed in this thread, and derives it. The engine records and derives in each
 * thread by itself; DJL's own {@code GradientCollector} allows but one in a process, so that two
 * models could not be trained at the same time.
 */
final class Autograd implements AutoCloseable {
  private final boolean before = JniUtils.isGradMode();

  Autograd() {
    JniUtils.setGradMode(true);
  }

  /** Adds the derivatives of a number to the gradients of all arrays that require one. */
  void backward(NDArray number) {
    try (NDArray one = number.onesLike()) {
      JniUtils.backward((PtNDArray) number, (PtNDArray) one, false, false);
    }
  }

  /** Sets the gradient of an array back to zero, to which the next derivatives are added. */
  static void forget(NDArray array) {
    JniUtils.zeroGrad((PtNDArray) array);
  }

  @Override
  public void close() {
    JniUtils.setGradMode(before);
  }
}
