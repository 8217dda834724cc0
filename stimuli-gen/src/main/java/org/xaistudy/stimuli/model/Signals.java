package org.xaistudy.stimuli.model;

/**
 * Signals of one dimension, such as a heart beat over time: (C, L). Everywhere but in files they
 * are images (C, 1, L), one row high, and their maps (1, L), so that all that is known of images
 * holds of them.
 */
public final class Signals {
  private Signals() {}

  /** A batch of signals (N, C, L) as images (N, C, 1, L); a batch of images as it is. */
  public static Tensor asImages(Tensor batch) {
    int[] shape = batch.shape();
    return shape.length == 3 ? batch.reshape(shape[0], shape[1], 1, shape[2]) : batch;
  }

  /** A signal's map (L) as an image's (1, L); an image's (H, W) as it is. */
  public static Tensor asMap(Tensor map) {
    return map.shape().length == 1 ? map.reshape(1, map.shape()[0]) : map;
  }

  /** Maps (N, 1, L) of signals as they are in files, (N, L); those of images as they are. */
  public static Tensor asLines(Network network, Tensor maps) {
    int[] shape = maps.shape();
    return network.isOfSignals() && shape.length == 3 ? maps.reshape(shape[0], shape[2]) : maps;
  }
}
