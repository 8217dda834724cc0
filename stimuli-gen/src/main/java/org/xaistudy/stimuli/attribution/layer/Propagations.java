package org.xaistudy.stimuli.attribution.layer;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.xaistudy.stimuli.attribution.rule.Rule;
import org.xaistudy.stimuli.model.Inference;
import org.xaistudy.stimuli.model.Layer;
import org.xaistudy.stimuli.model.NativeTensors;
import org.xaistudy.stimuli.model.Node;
import org.xaistudy.stimuli.model.Window;

/**
 * What each layer of a network does with relevance under given rules: what the model alone
 * determines, computed once and shared by all forward passes.
 */
public final class Propagations {
  private final Map<String, Weights> weights = new HashMap<>();
  private final NonNegativity signs;
  private final Function<Node, Rule> rules;
  private final boolean biasesAbsorb;
  private final boolean gradient;
  private final boolean sumsGradient;

  /**
   * @param rules of convolutions and linear layers
   * @param biasesAbsorb whether a bias counts in the denominators
   * @param gradient whether all other layers hand down their derivative
   * @param sumsGradient whether sums do
   */
  public Propagations(
      Inference inference,
      Function<Node, Rule> rules,
      boolean biasesAbsorb,
      boolean gradient,
      boolean sumsGradient) {
    this.rules = rules;
    this.biasesAbsorb = biasesAbsorb;
    this.gradient = gradient;
    this.sumsGradient = sumsGradient;
    signs = new NonNegativity(inference.network());
    for (Node node : inference.network().nodes()) {
      if (node.layer() instanceof Layer.Convolution || node.layer() instanceof Layer.Linear) {
        weights.put(node.name(), new Weights(inference, node));
      }
    }
  }

  /** Whether relevance passes through activation functions unchanged. */
  public boolean passesActivations() {
    return !gradient;
  }

  /** Whether single channels of a layer can be handed down by themselves. */
  public boolean separable(Node node) {
    Weights ofLayer = weights.get(node.name());
    return ofLayer != null && ofLayer.separable();
  }

  /**
   * How a layer hands down relevance for given images.
   *
   * @param outputs of all layers and the input, by name, (N, …)
   * @param cache where it keeps what does not depend on a condition
   */
  public Propagation of(Node node, Map<String, NDArray> outputs, Cache cache) {
    List<NDArray> inputs = node.inputs().stream().map(outputs::get).toList();
    NDArray x = inputs.get(0);
    NDArray output = requireNonNull(outputs.get(node.name()));
    Layer layer = node.layer();
    if (layer instanceof Layer.Convolution || layer instanceof Layer.Linear) {
      return linear(node, x, output, cache);
    } else if (layer instanceof Layer.Elementwise elementwise) {
      return new ActivationPropagation(elementwise, x, gradient, cache);
    } else if (layer instanceof Layer.MaxPool pool) {
      return new MaxPoolPropagation(pool.window(), x, output, cache);
    } else if (layer instanceof Layer.AveragePool pool) {
      return new AveragePoolPropagation(pool, x, output, gradient, cache);
    } else if (layer instanceof Layer.GlobalAveragePool) {
      return new AveragePoolPropagation(whole(x), x, output, gradient, cache);
    } else if (layer instanceof Layer.Add) {
      return new AddPropagation(inputs, output, sumsGradient, cache);
    } else if (layer instanceof Layer.Multiply) {
      List<int[]> shapes = inputs.stream().map(NativeTensors::shape).toList();
      return new MultiplyPropagation(inputs, Layer.Multiply.signal(shapes), gradient);
    } else if (layer instanceof Layer.Concat) {
      return new ConcatPropagation(
          inputs.stream().mapToInt(input -> (int) input.getShape().get(1)).toArray());
    } else if (layer instanceof Layer.Flatten || layer instanceof Layer.Reshape) {
      return new ReshapePropagation(x, output, cache);
    }
    throw new AssertionError("nobody said how relevance passes through " + layer);
  }

  private LinearPropagation linear(Node node, NDArray x, NDArray output, Cache cache) {
    return new LinearPropagation(
        requireNonNull(weights.get(node.name())),
        rules.apply(node),
        x,
        signs.holds(node.inputs().get(0)),
        output,
        biasesAbsorb,
        cache);
  }

  private static Layer.AveragePool whole(NDArray x) {
    int height = (int) x.getShape().get(2);
    int width = (int) x.getShape().get(3);
    return new Layer.AveragePool(Window.whole(height, width), false);
  }
}
