package org.xaistudy.stimuli.model;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The derivative of one output by the input, as the engine derives it: where each image is passed
 * back but once, nothing is gained by keeping what depends on the image alone, and the engine's own
 * way back needs fewer passes over the arrays. To be kept for another way down, or to be changed on
 * its way, relevance goes by the package {@code attribution}.
 */
public final class InputGradient {
  private final Inference inference;

  /** That of a network; what it computes with belongs to {@code inference}. */
  public InputGradient(Inference inference) {
    this.inference = inference;
  }

  /**
   * ∂ output / ∂ input. At a kink the slope towards zero; of equal values in a pooling's window the
   * first has all.
   *
   * @param images (N, C, H, W)
   * @param output which of the network's outputs, counted from 0
   * @return of the shape of the images
   * @throws IllegalArgumentException if the images do not fit
   */
  public Tensor of(Tensor images, int output) {
    inference.check(images);
    try (NDManager manager = inference.manager().newSubManager()) {
      return NativeTensors.freeing(() -> derived(NativeTensors.load(manager, images), output));
    }
  }

  private Tensor derived(NDArray input, int output) {
    input.setRequiresGradient(true);
    try (Autograd autograd = new Autograd()) {
      autograd.backward(outputs(input).get(":," + output).sum());
      return NativeTensors.copy(input.getGradient());
    }
  }

  /** (N, outputs). */
  private NDArray outputs(NDArray input) {
    Network network = inference.network();
    Map<String, NDArray> live = new HashMap<>();
    live.put(Network.INPUT, input);
    for (Node node : network.nodes()) {
      List<NDArray> inputs = node.inputs().stream().map(live::get).toList();
      NDArray result =
          node.layer() instanceof Layer.MaxPool pool
              ? Operators.derivableMaxPool(inputs.get(0), pool.window())
              : inference.apply(node, inputs);
      live.put(node.name(), result);
    }
    return requireNonNull(live.get(network.output().name()));
  }
}
