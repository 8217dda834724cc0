package org.xaistudy.stimuli.attribution;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xaistudy.stimuli.model.Inference;
import org.xaistudy.stimuli.model.Layer;
import org.xaistudy.stimuli.model.NativeTensors;
import org.xaistudy.stimuli.model.Network;
import org.xaistudy.stimuli.model.Node;
import org.xaistudy.stimuli.model.Tensor;

/**
 * Images that went forward through a network, with all that relevance needs on its way back. What
 * has been computed for one question is kept for the next, until the trace is closed.
 */
public final class Trace implements AutoCloseable {
  private final Lrp lrp;
  private final NDManager manager;
  private final Cache cache;
  private final Map<String, NDArray> outputs;
  private final Map<String, Step> steps = new HashMap<>();
  private final Tensor logits;
  private final int[] targets;

  Trace(Lrp lrp, Tensor images, int[] targets) {
    this.lrp = lrp;
    int count = lrp.inference().check(images);
    manager = lrp.inference().manager().newSubManager();
    cache = new Cache(manager);
    outputs = lrp.inference().forward(NativeTensors.load(manager, images), layer -> true);
    NDArray output = outputs.get(network().output().name());
    logits = NativeTensors.copy(output).reshape(count, network().classes());
    this.targets = targets == null ? predicted() : targets.clone();
    if (this.targets.length != count) {
      throw new IllegalArgumentException(
          this.targets.length + " targets do not match " + count + " images");
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
    return lrp.network();
  }

  NDManager manager() {
    return manager;
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
    return NativeTensors.copy(output(network().node(layer).name()));
  }

  NDArray output(String layer) {
    return outputs.get(layer);
  }

  /**
   * Relevance under conditions.
   *
   * @param record layers whose channels' relevances are wanted
   * @throws IllegalArgumentException if a condition or {@code record} names a layer, channel or
   *     class that is not there
   */
  public Attribution attribute(List<Condition> conditions, List<String> record) {
    return new Question(this, conditions, false).attribution(record);
  }

  /** The same, relevance that goes around a conditioned layer by a shortcut included. */
  public Attribution attributeWithShortcuts(List<Condition> conditions, List<String> record) {
    return new Question(this, conditions, true).attribution(record);
  }

  /**
   * The relevance of every neuron of one layer, after a condition's mask; what lies below the layer
   * is not computed.
   *
   * @param layer a layer, or {@link Network#INPUT} for every pixel of every colour
   * @return (N, K, …) with the layer's shape
   */
  public Tensor relevance(List<Condition> conditions, String layer) {
    return new Question(this, conditions, false).relevance(layer);
  }

  /**
   * Where the relevance of the targets stayed, all images of the trace together.
   *
   * @param condition one without channels
   */
  public Ledger ledger(Condition condition) {
    return Ledger.of(this, condition);
  }

  /** Whether relevance passes through activations unchanged. */
  boolean passesActivations() {
    return !lrp.composite().gradient();
  }

  Step step(Node node) {
    return steps.computeIfAbsent(node.name(), name -> create(node));
  }

  private Step create(Node node) {
    List<NDArray> inputs = node.inputs().stream().map(outputs::get).toList();
    NDArray x = inputs.get(0);
    NDArray output = outputs.get(node.name());
    Layer layer = node.layer();
    boolean gradient = lrp.composite().gradient();
    if (layer instanceof Layer.Convolution || layer instanceof Layer.Linear) {
      return linear(node, x, output);
    } else if (layer instanceof Layer.Elementwise elementwise) {
      return new ActivationStep(elementwise, x, gradient, cache);
    } else if (layer instanceof Layer.MaxPool pool) {
      return new MaxPoolStep(pool.window(), x, output, cache);
    } else if (layer instanceof Layer.AveragePool pool) {
      return new AveragePoolStep(pool, x, output, gradient, cache);
    } else if (layer instanceof Layer.GlobalAveragePool) {
      return new AveragePoolStep(whole(x), x, output, gradient, cache);
    } else if (layer instanceof Layer.Add) {
      return new AddStep(inputs, output, gradient, cache);
    } else if (layer instanceof Layer.Concat) {
      return new ConcatStep(
          inputs.stream().mapToInt(input -> (int) input.getShape().get(1)).toArray());
    }
    return new ReshapeStep(x, cache); // Flatten and Reshape are left
  }

  private LinearStep linear(Node node, NDArray x, NDArray output) {
    return new LinearStep(
        lrp.weights(node.name()),
        lrp.composite().rule(network(), node),
        x,
        lrp.nonNegative(node.inputs().get(0)),
        output,
        lrp.composite().biasesAbsorb(),
        cache);
  }

  private static Layer.AveragePool whole(NDArray x) {
    int height = (int) x.getShape().get(2);
    int width = (int) x.getShape().get(3);
    return new Layer.AveragePool(org.xaistudy.stimuli.model.Window.whole(height, width), false);
  }

  /** The linear step of a layer whose channels can be handed down singly, else null. */
  LinearStep separable(Node node) {
    Weights weights = lrp.weights(node.name());
    return weights != null && weights.separable() ? (LinearStep) step(node) : null;
  }

  @Override
  public void close() {
    manager.close();
  }
}
