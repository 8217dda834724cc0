package org.xaistudy.stimuli.model;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A network in native memory, ready to run. Close it to free that memory; not for use by two
 * threads at once.
 */
public final class Inference implements AutoCloseable {
  /** So many input values go through at once, to bound memory. */
  private static final int VALUES_AT_ONCE = 1 << 20;

  private final Network network;
  private final NDManager manager = NativeTensors.manager();
  private final Map<String, NDArray> weights = new HashMap<>();
  private final Map<String, NDArray> biases = new HashMap<>();

  public Inference(Network network) {
    this.network = network;
    for (Node node : network.nodes()) {
      if (node.layer() instanceof Layer.Convolution convolution) {
        load(node.name(), convolution.weight(), convolution.bias());
      } else if (node.layer() instanceof Layer.Linear linear) {
        load(node.name(), linear.weight(), linear.bias());
      }
    }
  }

  private void load(String name, Tensor weight, float[] bias) {
    weights.put(name, NativeTensors.load(manager, weight));
    biases.put(name, NativeTensors.load(manager, new Tensor(bias, bias.length)));
  }

  /** The network that runs here. */
  public Network network() {
    return network;
  }

  /** The owner of the weights. */
  public NDManager manager() {
    return manager;
  }

  /** The native weight of a convolution or linear layer, else null. */
  public @Nullable NDArray weight(String layer) {
    return weights.get(layer);
  }

  /** The native bias of a convolution or linear layer, else null. */
  public @Nullable NDArray bias(String layer) {
    return biases.get(layer);
  }

  /**
   * The logits of images.
   *
   * @param images (N, C, H, W), normalised as the network expects
   * @return (N, classes)
   */
  public Tensor logits(Tensor images) {
    return activations(images, network.output().name());
  }

  /** The class of the largest logit, per image of (N, C, H, W). */
  public int[] predict(Tensor images) {
    float[][] logits = logits(images).rows();
    int[] classes = new int[logits.length];
    for (int i = 0; i < classes.length; i++) {
      classes[i] = largest(logits[i]);
    }
    return classes;
  }

  /** The index of the largest value; of equal ones the first. */
  public static int largest(float[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      best = values[i] > values[best] ? i : best;
    }
    return best;
  }

  /**
   * The output of one layer.
   *
   * @param images (N, C, H, W)
   * @return (N, …) with the layer's shape
   */
  public Tensor activations(Tensor images, String layer) {
    int count = check(images);
    String name = network.node(layer).name();
    int[] shape = network.shape(name);
    int size = Tensor.size(shape);
    float[] values = new float[Math.multiplyExact(count, size)];
    int step = Math.max(1, VALUES_AT_ONCE / Tensor.size(network.inputShape()));
    for (int from = 0; from < count; from += step) {
      try (NDManager scope = manager.newSubManager()) {
        Tensor part = images.range(from, Math.min(count, from + step));
        NDArray result =
            requireNonNull(forward(NativeTensors.load(scope, part), name::equals).get(name));
        float[] chunk = result.toFloatArray();
        System.arraycopy(chunk, 0, values, from * size, chunk.length);
      }
    }
    return new Tensor(values, Tensor.prepend(count, shape));
  }

  /**
   * The number of images.
   *
   * @throws IllegalArgumentException if they do not fit the network's input, are none, or hold
   *     values that are not finite
   */
  public int check(Tensor images) {
    int[] shape = images.shape();
    int[] sample = network.inputShape();
    if (!Arrays.equals(shape, Tensor.prepend(shape.length == 0 ? 0 : shape[0], sample))) {
      throw new IllegalArgumentException(
          "the network takes " + expected() + ", these are " + Arrays.toString(shape));
    }
    if (shape[0] == 0) {
      throw new IllegalArgumentException("there are no images in this batch");
    }
    float[] values = images.values();
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        int[] at = images.position(i);
        throw new IllegalArgumentException(
            "pixel (image, channel, row, column) "
                + Arrays.toString(at)
                + " is "
                + values[i]
                + ", not a finite number");
      }
    }
    return shape[0];
  }

  private String expected() {
    int[] sample = network.inputShape();
    return network.isOfSignals()
        ? "signals of (N, " + sample[0] + ", " + sample[2] + ")"
        : Arrays.toString(sample).replace("[", "images of (N, ").replace("]", ")");
  }

  /**
   * Runs the network; what is not kept is freed as soon as nobody needs it any more.
   *
   * @param input (N, C, H, W); results belong to its manager
   * @param keep by name, the layers whose outputs are wanted, {@link Network#INPUT} included
   */
  public Map<String, NDArray> forward(NDArray input, Predicate<String> keep) {
    Map<String, NDArray> live = new LinkedHashMap<>();
    live.put(Network.INPUT, input);
    Map<String, String> lastReader = lastReaders();
    List<String> wanted = new ArrayList<>(network.layers().stream().filter(keep).toList());
    for (Node node : network.nodes()) {
      if (wanted.isEmpty()) {
        break;
      }
      List<NDArray> inputs = node.inputs().stream().map(live::get).toList();
      live.put(node.name(), apply(node, inputs));
      wanted.remove(node.name());
      for (String name : node.inputs()) {
        if (node.name().equals(lastReader.get(name)) && !keep.test(name)) {
          release(live, name);
        }
      }
    }
    live.keySet().removeIf(name -> !keep.test(name));
    return live;
  }

  private static void release(Map<String, NDArray> live, String name) {
    NDArray array = live.remove(name);
    if (array != null && !name.equals(Network.INPUT)) { // the caller owns the input
      array.close();
    }
  }

  /**
   * The logits of one image with a layer's channels scaled: by 0, to see what becomes without them.
   *
   * @param image (1, C, H, W)
   * @param scales (B, channels of the layer)
   * @return (B, classes)
   */
  public Tensor logitsWith(Tensor image, String layer, Tensor scales) {
    check(image);
    Node changed = network.node(layer);
    long[] shape = new long[network.shape(changed.name()).length + 1];
    Arrays.fill(shape, 1);
    shape[0] = scales.shape()[0];
    shape[1] = scales.shape()[1];
    try (NDManager scope = manager.newSubManager()) {
      NDArray factors = NativeTensors.load(scope, scales).reshape(new Shape(shape));
      Map<String, NDArray> live = new HashMap<>();
      live.put(Network.INPUT, NativeTensors.load(scope, image));
      for (Node node : network.nodes()) {
        List<NDArray> inputs = node.inputs().stream().map(live::get).toList();
        NDArray output = apply(node, sameRows(inputs, shape[0]));
        live.put(node.name(), node.name().equals(changed.name()) ? output.mul(factors) : output);
      }
      return NativeTensors.copy(requireNonNull(live.get(network.output().name())));
    }
  }

  /** Where some inputs have a row for each change and others a single one, that one repeated. */
  private static List<NDArray> sameRows(List<NDArray> inputs, long rows) {
    boolean changed = inputs.stream().anyMatch(input -> input.getShape().get(0) == rows);
    return inputs.stream()
        .map(input -> changed && input.getShape().get(0) == 1 ? input.repeat(0, rows) : input)
        .toList();
  }

  /** The output of one node for the given inputs. */
  public NDArray apply(Node node, List<NDArray> inputs) {
    return Operators.apply(node.layer(), inputs, weight(node.name()), bias(node.name()));
  }

  private Map<String, String> lastReaders() {
    Map<String, String> last = new HashMap<>();
    for (Node node : network.nodes()) {
      node.inputs().forEach(name -> last.put(name, node.name()));
    }
    return last;
  }

  @Override
  public void close() {
    manager.close();
  }
}
