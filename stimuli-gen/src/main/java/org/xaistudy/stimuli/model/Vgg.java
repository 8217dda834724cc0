package org.xaistudy.stimuli.model;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Networks in the manner of Simonyan and Zisserman (2015), named as torchvision names them: {@code
 * features.N} counts convolutions, ReLUs and poolings, {@code classifier.N} linear layers, ReLUs
 * and dropouts (which are left out).
 *
 * <p>Fresh weights are drawn from He et al. (2015): normal, variance 2 / fan-in; biases are zero.
 */
public final class Vgg {
  /** In a plan: a 2 × 2 maximum pooling instead of a convolution of so many channels. */
  public static final int POOL = 0;

  private static final int[] VGG16 = {
    64, 64, POOL, 128, 128, POOL, 256, 256, 256, POOL, 512, 512, 512, POOL, 512, 512, 512, POOL
  };
  private static final int[] COMPACT = {16, POOL, 32, POOL, 64, 64, POOL, 64, 64, POOL};
  private static final int[] COMPACT_SMALL = {32, 32, POOL, 64, 64, POOL, 64, 64, POOL};

  /** The channels of convolutions along signals, of which each sees so many values. */
  private static final int[] ALONG_SIGNALS = {16, 32, 32, 48};

  private static final int SPAN = 7;

  private Vgg() {}

  /**
   * A small network for square colour images: six convolutions, about 25 million multiplications an
   * image at 64 × 64, 29 million at 32 × 32.
   *
   * @param size the images' side in pixels, at least 16
   */
  public static Network compact(int size, int classes, RandomGenerator random) {
    if (size < 16) {
      throw new IllegalArgumentException("images must be at least 16 pixels wide, not " + size);
    }
    int[] plan = size < 48 ? COMPACT_SMALL : COMPACT;
    return network(size, plan, new int[] {128}, 1, classes, random);
  }

  /**
   * A small network for signals of one channel: four convolutions of seven values each, a maximum
   * pooling after each.
   *
   * @param length the signals' values, at least 16
   */
  public static Network alongSignals(int length, int classes, RandomGenerator random) {
    if (length < 16) {
      throw new IllegalArgumentException("signals must have at least 16 values, not " + length);
    }
    List<Node> nodes = new ArrayList<>();
    int channels = 1;
    int width = length;
    for (int next : ALONG_SIGNALS) {
      Tensor weight = normal(random, channels * SPAN, next, channels, 1, SPAN);
      Window window = Window.row(SPAN, 1, SPAN / 2);
      append(nodes, "features", new Layer.Convolution(weight, new float[next], window, 1));
      append(nodes, "features", new Layer.ReLU());
      append(nodes, "features", new Layer.MaxPool(Window.row(2, 2, 0)));
      channels = next;
      width /= 2;
    }
    classifier(nodes, channels * width, new int[] {64}, 1, classes, random);
    return new Network(new int[] {1, 1, length}, nodes);
  }

  /** VGG-16 with untrained weights; {@code size} is a multiple of 32, 224 in the paper. */
  public static Network vgg16(int size, int classes, RandomGenerator random) {
    return network(size, VGG16, new int[] {4096, 4096}, 2, classes, random);
  }

  /**
   * A network after a plan.
   *
   * @param plan the channels of each 3 × 3 convolution, or {@link #POOL}
   * @param hidden the width of each linear layer before the last
   * @param modulesBetween ReLU, or ReLU and dropout, counted between two linear layers
   */
  public static Network network(
      int size, int[] plan, int[] hidden, int modulesBetween, int classes, RandomGenerator random) {
    List<Node> nodes = new ArrayList<>();
    int channels = 3;
    int side = size;
    for (int step : plan) {
      if (step == POOL) {
        append(nodes, "features", new Layer.MaxPool(Window.square(2, 2, 0)));
        side /= 2;
      } else {
        append(nodes, "features", convolution(channels, step, random));
        append(nodes, "features", new Layer.ReLU());
        channels = step;
      }
    }
    classifier(nodes, channels * side * side, hidden, modulesBetween, classes, random);
    return new Network(new int[] {3, size, size}, nodes);
  }

  private static void classifier(
      List<Node> nodes,
      int features,
      int[] hidden,
      int modulesBetween,
      int classes,
      RandomGenerator random) {
    String last = nodes.get(nodes.size() - 1).name();
    nodes.add(new Node("flatten", new Layer.Flatten(), last));
    int width = features;
    int index = 0;
    for (int next : hidden) {
      appendNumbered(nodes, "classifier", index, linear(width, next, random));
      appendNumbered(nodes, "classifier", index + 1, new Layer.ReLU());
      index += 1 + modulesBetween;
      width = next;
    }
    appendNumbered(nodes, "classifier", index, linear(width, classes, random));
  }

  private static void append(List<Node> nodes, String prefix, Layer layer) {
    appendNumbered(nodes, prefix, nodes.size(), layer);
  }

  private static void appendNumbered(List<Node> nodes, String prefix, int index, Layer layer) {
    String input = nodes.isEmpty() ? Network.INPUT : nodes.get(nodes.size() - 1).name();
    nodes.add(new Node(prefix + "." + index, layer, input));
  }

  private static Layer convolution(int in, int out, RandomGenerator random) {
    Tensor weight = normal(random, in * 9, out, in, 3, 3);
    return new Layer.Convolution(weight, new float[out], Window.square(3, 1, 1), 1);
  }

  private static Layer linear(int in, int out, RandomGenerator random) {
    return new Layer.Linear(normal(random, in, out, in), new float[out]);
  }

  /** He et al. (2015): normal, variance 2 / fan-in. */
  static Tensor normal(RandomGenerator random, int fanIn, int... shape) {
    Tensor tensor = Tensor.zeros(shape);
    double deviation = Math.sqrt(2.0 / fanIn);
    for (int i = 0; i < tensor.values().length; i++) {
      tensor.values()[i] = (float) (random.nextGaussian() * deviation);
    }
    return tensor;
  }
}
