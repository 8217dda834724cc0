package org.xaistudy.stimuli.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xaistudy.stimuli.model.Inference;
import org.xaistudy.stimuli.model.Layer;
import org.xaistudy.stimuli.model.Network;
import org.xaistudy.stimuli.model.Node;
import org.xaistudy.stimuli.model.Tensor;

/**
 * Layer-wise and concept relevance propagation through one network under one composite.
 *
 * <p>{@link #trace} runs images forward and keeps what depends on them; the trace then answers any
 * number of conditions. {@link #attribute} does both, image by image as memory allows. Close it to
 * free native memory; not for use by two threads at once.
 */
public final class Lrp implements AutoCloseable {
  private final Inference inference;
  private final Composite composite;
  private final Map<String, Weights> weights = new HashMap<>();
  private final NonNegativity signs;

  public Lrp(Network network, Composite composite) {
    inference = new Inference(network);
    this.composite = composite;
    signs = new NonNegativity(network);
    for (Node node : network.nodes()) {
      if (node.layer() instanceof Layer.Convolution || node.layer() instanceof Layer.Linear) {
        weights.put(node.name(), new Weights(inference, node));
      }
    }
  }

  /** The network that is explained. */
  public Network network() {
    return inference.network();
  }

  /** Its native form, for plain predictions. */
  public Inference inference() {
    return inference;
  }

  Composite composite() {
    return composite;
  }

  Weights weights(String layer) {
    return weights.get(layer);
  }

  boolean nonNegative(String layer) {
    return signs.holds(layer);
  }

  /**
   * Runs images forward; the decisions to explain are the predicted classes.
   *
   * @param images (N, C, H, W), normalised as the network expects
   */
  public Trace trace(Tensor images) {
    return trace(images, null);
  }

  /**
   * Runs images forward.
   *
   * @param images (N, C, H, W)
   * @param targets the class to explain, per image; null: the predicted ones
   */
  public Trace trace(Tensor images, int[] targets) {
    return new Trace(this, images, targets);
  }

  /**
   * Explains images under conditions, so many at a time as memory allows.
   *
   * @param images (N, C, H, W)
   * @param targets the class to explain, per image, where a condition names none; null: the
   *     predicted ones
   * @param record layers whose channels' relevances are wanted
   */
  public Attribution attribute(
      Tensor images, int[] targets, List<Condition> conditions, List<String> record) {
    List<Attribution> results = new ArrayList<>();
    int count = images.shape()[0];
    int step = Memory.imagesAtOnce(network());
    for (int from = 0; from < count; from += step) {
      int to = Math.min(count, from + step);
      int[] part = targets == null ? null : Arrays.copyOfRange(targets, from, to);
      try (Trace trace = trace(images.range(from, to), part)) {
        results.add(trace.attribute(conditions, record));
      }
    }
    return Attribution.joined(results);
  }

  /** Explains the predicted classes as a whole: one heat map an image, (N, H, W). */
  public Tensor heatmaps(Tensor images) {
    Tensor maps = attribute(images, null, List.of(Condition.target()), List.of()).heatmaps();
    int[] shape = maps.shape();
    return maps.reshape(shape[0], shape[2], shape[3]);
  }

  @Override
  public void close() {
    inference.close();
  }
}
