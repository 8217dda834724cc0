package org.xaistudy.stimuli.attribution;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xaistudy.stimuli.attribution.layer.Cache;
import org.xaistudy.stimuli.attribution.layer.LinearPropagation;
import org.xaistudy.stimuli.attribution.layer.Propagation;
import org.xaistudy.stimuli.attribution.layer.Propagations;
import org.xaistudy.stimuli.model.Inference;
import org.xaistudy.stimuli.model.NativeTensors;
import org.xaistudy.stimuli.model.Network;
import org.xaistudy.stimuli.model.Node;
import org.xaistudy.stimuli.model.Tensor;

/**
 * Images that went forward through a network, with all that relevance needs on its way back. What
 * has been computed for one backward pass is kept for the next, until this is closed. It only holds
 * data: ask {@link Lrp} for relevance.
 */
public final class ForwardPass implements AutoCloseable {
  private final Network network;
  private final Propagations propagations;
  private final NDManager manager;
  private final Cache cache;
  private final Map<String, NDArray> outputs;
  private final Map<String, Propagation> byLayer = new HashMap<>();
  private final Tensor logits;
  private final int[] targets;

  ForwardPass(
      Inference inference, Propagations propagations, Tensor images, int @Nullable [] targets) {
    int count = inference.check(images);
    if (targets != null && targets.length != count) {
      throw new IllegalArgumentException(
          targets.length + " targets do not match " + count + " images");
    }
    this.network = inference.network();
    this.propagations = propagations;
    manager = inference.manager().newSubManager();
    cache = new Cache(manager);
    outputs = inference.forward(NativeTensors.load(manager, images), layer -> true);
    NDArray output = requireNonNull(outputs.get(network.output().name()));
    logits = NativeTensors.copy(output).reshape(count, network.classes());
    requireFinite();
    this.targets = targets == null ? predicted() : targets.clone();
  }

  private void requireFinite() {
    for (float logit : logits.values()) {
      if (!Float.isFinite(logit)) {
        throw new IllegalArgumentException("the network's output is not finite: " + logit);
      }
    }
  }

  private int[] predicted() {
    float[][] rows = logits.rows();
    int[] classes = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      classes[i] = Inference.largest(rows[i]);
    }
    return classes;
  }

  Network network() {
    return network;
  }

  NDManager manager() {
    return manager;
  }

  /** Whether it went through a network under the given rules. */
  boolean under(Propagations rules) {
    return propagations == rules;
  }

  /** The number of images. */
  public int images() {
    return targets.length;
  }

  /** (N, classes). */
  public Tensor logits() {
    return logits;
  }

  /** The class explained where a condition names none, per image. */
  public int[] targets() {
    return targets.clone();
  }

  /** The output of a layer, (N, …). */
  public Tensor activations(String layer) {
    return NativeTensors.copy(requireNonNull(outputs.get(network.node(layer).name())));
  }

  /** A layer's activations, channel by channel. */
  public ChannelSummary summary(String layer) {
    return ChannelSummary.of(requireNonNull(outputs.get(network.node(layer).name())));
  }

  /** Whether relevance passes through activation functions unchanged. */
  boolean passesActivations() {
    return propagations.passesActivations();
  }

  /** How one layer hands relevance down. */
  Propagation propagation(Node node) {
    return byLayer.computeIfAbsent(node.name(), name -> propagations.of(node, outputs, cache));
  }

  /** That of a layer whose channels can be handed down singly, else null. */
  @Nullable LinearPropagation separable(Node node) {
    return propagations.separable(node) ? (LinearPropagation) propagation(node) : null;
  }

  @Override
  public void close() {
    manager.close();
  }
}
