package org.xaistudy.stimuli.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.xaistudy.stimuli.model.Layer;
import org.xaistudy.stimuli.model.Network;
import org.xaistudy.stimuli.model.Node;
import org.xaistudy.stimuli.model.Tensor;
import org.xaistudy.stimuli.model.Window;

/** Random networks that between them have every kind of layer; inputs (2, 11, 13), 5 classes. */
public final class SmallNetworks {
  static final int[] INPUT = {2, 11, 13};

  /** Of {@link #signals}. */
  static final int LENGTH = 41;

  private final SplittableRandom random;
  private final boolean biases;
  private final List<Node> nodes = new ArrayList<>();

  private SmallNetworks(long seed, boolean biases) {
    random = new SplittableRandom(seed);
    this.biases = biases;
  }

  /** A chain with maximum poolings, the second one overlapping, padded and rounding up. */
  public static Network chain(long seed, boolean biases) {
    SmallNetworks n = new SmallNetworks(seed, biases);
    n.add("features.0", n.convolution(2, 6, Window.square(3, 1, 1), 1));
    n.add("features.1", new Layer.ReLU());
    n.add("features.2", new Layer.MaxPool(Window.square(2, 2, 0)));
    n.add("features.3", n.convolution(6, 8, Window.square(3, 1, 2).dilated(2), 2));
    n.add("features.4", new Layer.ReLU());
    n.add("features.5", new Layer.MaxPool(Window.square(3, 2, 1).withCeil()));
    n.add("flatten", new Layer.Flatten());
    n.add("classifier.0", n.linear(8 * 3 * 4, 10));
    n.add("classifier.1", new Layer.ReLU());
    n.add("classifier.2", n.linear(10, 5));
    return n.network();
  }

  /** A chain of what slides along signals (2, 41): strides, dilation, poolings of both kinds. */
  public static Network signals(long seed, boolean biases) {
    SmallNetworks n = new SmallNetworks(seed, biases);
    n.add("features.0", n.convolution(2, 6, Window.row(7, 1, 3), 1));
    n.add("features.1", new Layer.ReLU());
    n.add("features.2", new Layer.MaxPool(Window.row(3, 2, 1)));
    n.add("features.3", n.convolution(6, 8, Window.row(5, 2, 2), 2));
    n.add("features.4", new Layer.ReLU());
    n.add("features.5", new Layer.AveragePool(Window.row(2, 2, 0), false));
    n.add("features.6", n.convolution(8, 8, Window.row(3, 1, 1), 1));
    n.add("features.7", new Layer.ReLU());
    n.add("features.8", new Layer.MaxPool(Window.row(2, 2, 0).withCeil()));
    n.add("flatten", new Layer.Flatten());
    n.add("classifier.0", n.linear(8 * 3, 5));
    return new Network(new int[] {2, 1, LENGTH}, n.nodes);
  }

  /** Two residual blocks, the first with a stride and a convolution on its shortcut. */
  public static Network residual(long seed, boolean biases) {
    SmallNetworks n = new SmallNetworks(seed, biases);
    n.add("conv1", n.convolution(2, 6, Window.square(3, 1, 1), 1));
    n.add("relu", new Layer.ReLU());
    n.add("layer1.conv1", n.convolution(6, 6, Window.square(3, 2, 1), 1));
    n.add("layer1.relu", new Layer.ReLU());
    n.add("layer1.conv2", n.convolution(6, 6, Window.square(3, 1, 1), 1));
    n.add("layer1.downsample", n.convolution(6, 6, Window.square(1, 2, 0), 1), "relu");
    n.add("layer1.add", new Layer.Add(), "layer1.conv2", "layer1.downsample");
    n.add("layer1.relu_1", new Layer.ReLU());
    n.add("layer2.conv1", n.convolution(6, 6, Window.square(3, 1, 1), 1));
    n.add("layer2.add", new Layer.Add(), "layer2.conv1", "layer1.relu_1");
    n.add("layer2.relu", new Layer.ReLU());
    n.add("avgpool", new Layer.GlobalAveragePool());
    n.add("flatten", new Layer.Flatten());
    n.add("fc", n.linear(6, 5));
    return n.network();
  }

  /** Branches that are concatenated, a padded mean, and the less usual activations. */
  static Network branched(long seed, boolean biases) {
    SmallNetworks n = new SmallNetworks(seed, biases);
    n.add("squeeze", n.convolution(2, 4, Window.square(1, 1, 0), 1));
    n.add("leaky", new Layer.LeakyReLU(0.1f));
    n.add("expand1", n.convolution(4, 4, Window.square(1, 1, 0), 1));
    n.add("expand3", n.convolution(4, 3, Window.square(3, 1, 1), 1), "leaky");
    n.add("concat", new Layer.Concat(), "expand1", "expand3");
    n.add("clip", new Layer.Clip(0, 6));
    n.add("mean", new Layer.AveragePool(Window.square(3, 2, 1), false));
    n.add("last", n.convolution(7, 5, Window.square(3, 3, 0), 1));
    n.add("last.relu", new Layer.ReLU());
    n.add("shape", new Layer.Reshape(5, -1, 2));
    n.add("flatten", new Layer.Flatten());
    n.add("fc", n.linear(20, 5));
    return n.network();
  }

  /** Squeeze and excitation: channels are weighted by gates that are computed from all of them. */
  static Network gated(long seed, boolean biases) {
    SmallNetworks n = new SmallNetworks(seed, biases);
    n.add("conv", n.convolution(2, 4, Window.square(3, 1, 1), 1));
    n.add("norm", new Layer.Affine(n.scaled(1, 4), n.scaled(0.3, 4)));
    n.add("swish", new Layer.Swish(Layer.Squashing.SIGMOID));
    n.add("expand", n.convolution(4, 6, Window.square(3, 2, 1), 1));
    n.add("hardswish", new Layer.Swish(Layer.Squashing.HARD_SIGMOID));
    n.add("squeeze", new Layer.GlobalAveragePool());
    n.add("excite", n.convolution(6, 6, Window.square(1, 1, 0), 1));
    n.add("gate", new Layer.Gate(Layer.Squashing.SIGMOID));
    n.add("scale", new Layer.Multiply(), "hardswish", "gate");
    n.add("avgpool", new Layer.GlobalAveragePool());
    n.add("flatten", new Layer.Flatten());
    n.add("fc", n.linear(6, 5));
    return n.network();
  }

  /** Those whose relevance is compared with explicit matrices. */
  public static List<Network> all(long seed, boolean biases) {
    return List.of(chain(seed, biases), residual(seed, biases), branched(seed, biases));
  }

  /** Noise, (count, 2, 11, 13). */
  public static Tensor images(long seed, int count) {
    return normal(new SplittableRandom(seed), count, INPUT[0], INPUT[1], INPUT[2]);
  }

  /** Noise for {@link #signals}, (count, 2, 1, 41). */
  public static Tensor noise(long seed, int count) {
    return normal(new SplittableRandom(seed), count, 2, 1, LENGTH);
  }

  /** Numbers from the standard normal distribution. */
  public static Tensor normal(SplittableRandom random, int... shape) {
    Tensor tensor = Tensor.zeros(shape);
    for (int i = 0; i < tensor.values().length; i++) {
      tensor.values()[i] = (float) random.nextGaussian();
    }
    return tensor;
  }

  private void add(String name, Layer layer, String... inputs) {
    String last = nodes.isEmpty() ? Network.INPUT : nodes.get(nodes.size() - 1).name();
    nodes.add(new Node(name, layer, inputs.length == 0 ? List.of(last) : List.of(inputs)));
  }

  private Layer convolution(int in, int out, Window window, int groups) {
    double scale = Math.sqrt(2.0 * groups / in / window.height() / window.width());
    return new Layer.Convolution(
        scaled(scale, out, in / groups, window.height(), window.width()),
        bias(out),
        window,
        groups);
  }

  private Layer linear(int in, int out) {
    return new Layer.Linear(scaled(Math.sqrt(2.0 / in), out, in), bias(out));
  }

  private Tensor scaled(double scale, int... shape) {
    Tensor tensor = normal(random, shape);
    for (int i = 0; i < tensor.values().length; i++) {
      tensor.values()[i] *= (float) scale;
    }
    return tensor;
  }

  private float[] bias(int count) {
    return biases ? scaled(0.3, count).values() : new float[count];
  }

  private Network network() {
    return new Network(INPUT, nodes);
  }
}
