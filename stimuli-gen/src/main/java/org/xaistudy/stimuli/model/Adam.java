package org.xaistudy.stimuli.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.training.tracker.Tracker;

/**
 * Adam's steps (Kingma and Ba 2015), with decoupled weight decay if wanted (Loshchilov and Hutter
 * 2019). As DJL's optimisers, whose arithmetic it uses, but that the moments are the caller's: a
 * training that was interrupted goes on with them.
 *
 * @param rate the learning rate by the number of the step, from 1
 * @param weightDecay the fraction of a weight, times the learning rate, taken off at each step
 */
record Adam(Tracker rate, float weightDecay) {
  private static final float MEAN_KEPT = 0.9f;
  private static final float VARIANCE_KEPT = 0.999f;
  private static final float EPSILON = 1e-8f;

  /**
   * Running moments of a parameter's gradient, zeros before the first step.
   *
   * @param mean of the gradient
   * @param variance of its squares
   */
  record Moments(NDArray mean, NDArray variance) {}

  /**
   * Changes a parameter and its moments.
   *
   * @param step from 1
   */
  void update(NDArray parameter, NDArray gradient, Moments moments, int step) {
    double meanSeen = 1 - Math.pow(MEAN_KEPT, step);
    double varianceSeen = 1 - Math.pow(VARIANCE_KEPT, step);
    float now = rate.getNewValue(step);
    parameter
        .getNDArrayInternal()
        .adamUpdate(
            new NDList(parameter, gradient, moments.mean(), moments.variance()),
            new NDList(parameter),
            now,
            (float) (now * Math.sqrt(varianceSeen) / meanSeen),
            weightDecay,
            /* rescaleGrad= */ 1,
            /* clipGrad= */ -1,
            MEAN_KEPT,
            VARIANCE_KEPT,
            EPSILON,
            /* lazyUpdate= */ true,
            /* adamw= */ weightDecay > 0);
  }
}
