package org.xaistudy.stimuli.gradient;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xaistudy.stimuli.attribution.Composite;
import org.xaistudy.stimuli.attribution.Condition;
import org.xaistudy.stimuli.attribution.ForwardPass;
import org.xaistudy.stimuli.attribution.Lrp;
import org.xaistudy.stimuli.model.BatchSize;
import org.xaistudy.stimuli.model.Network;
import org.xaistudy.stimuli.model.Tensor;

/**
 * Grad-CAM (Selvaraju et al. 2017): Σ_c mean_hw(∂y/∂A_c) · A_c, A being a layer's activations and y
 * the target's logit. Signed, unless rectified. Close it to free native memory.
 */
public final class GradCam implements AutoCloseable {
  private final Lrp gradients;
  private final String layer;

  /** At the activation after the last convolution. */
  public GradCam(Network network) {
    this(network, network.lastFeatures());
  }

  /**
   * @param layer one whose output has planes, (C, h, w)
   */
  public GradCam(Network network, String layer) {
    if (network.shape(network.node(layer).name()).length != 3) {
      throw new IllegalArgumentException("layer " + layer + " has no planes to map");
    }
    gradients = new Lrp(network, Composite.GRADIENT);
    this.layer = layer;
  }

  /**
   * The signed maps of images.
   *
   * @param images (N, C, H, W)
   * @param targets the class to explain, per image; null: the predicted ones
   * @return (N, h, w), in the layer's resolution
   */
  public Tensor maps(Tensor images, int @Nullable [] targets) {
    int count = images.shape()[0];
    int together = BatchSize.images(gradients.network());
    List<Tensor> parts = new ArrayList<>();
    for (int from = 0; from < count; from += together) {
      int to = Math.min(count, from + together);
      int @Nullable [] part = targets == null ? null : Arrays.copyOfRange(targets, from, to);
      try (ForwardPass forward = gradients.forward(images.range(from, to), part)) {
        Tensor gradient = gradients.relevance(forward, List.of(Condition.target().worth(1)), layer);
        parts.add(weighted(forward.activations(layer), gradient));
      }
    }
    return Tensor.join(parts);
  }

  /** The same, negative values set to zero. */
  public Tensor rectified(Tensor images, int[] targets) {
    Tensor maps = maps(images, targets);
    for (int i = 0; i < maps.values().length; i++) {
      maps.values()[i] = Math.max(0, maps.values()[i]);
    }
    return maps;
  }

  private static Tensor weighted(Tensor activations, Tensor gradient) {
    int[] shape = activations.shape();
    int plane = shape[2] * shape[3];
    Tensor maps = Tensor.zeros(shape[0], shape[2], shape[3]);
    for (int image = 0; image < shape[0]; image++) {
      for (int c = 0; c < shape[1]; c++) {
        int from = (image * shape[1] + c) * plane;
        double mean = 0;
        for (int p = 0; p < plane; p++) {
          mean += gradient.values()[from + p] / (double) plane;
        }
        for (int p = 0; p < plane; p++) {
          maps.values()[image * plane + p] += (float) (mean * activations.values()[from + p]);
        }
      }
    }
    return maps;
  }

  @Override
  public void close() {
    gradients.close();
  }
}
