package org.xaistudy.stimuli.model;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A small network in the manner of He et al. (2016), named as torchvision names them: blocks of two
 * convolutions, with a shortcut around each, and the mean of each channel at the end.
 *
 * <p>Fresh weights are drawn as for {@link Vgg}; biases are zero.
 */
public final class Resnet {
  private static final int[] CHANNELS = {32, 64, 128};

  private final RandomGenerator random;
  private final List<Node> nodes = new ArrayList<>();

  private Resnet(RandomGenerator random) {
    this.random = random;
  }

  /**
   * Seven 3 × 3 convolutions in three blocks, about 26 million multiplications an image at 64 × 64.
   *
   * @param size the images' side in pixels, at least 16
   */
  public static Network compact(int size, int classes, RandomGenerator random) {
    if (size < 16) {
      throw new IllegalArgumentException("images must be at least 16 pixels wide, not " + size);
    }
    return new Resnet(random).network(size, classes);
  }

  private Network network(int size, int classes) {
    int channels = 16;
    // Larger images are halved once more, so that the blocks see a similar number of pixels.
    String last = activated("conv1", Network.INPUT, 3, channels, size < 48 ? 1 : 2);
    for (int i = 0; i < CHANNELS.length; i++) {
      last = block("layer" + (i + 1) + ".0", last, channels, CHANNELS[i]);
      channels = CHANNELS[i];
    }
    nodes.add(new Node("avgpool", new Layer.GlobalAveragePool(), last));
    nodes.add(new Node("flatten", new Layer.Flatten(), "avgpool"));
    Layer linear = new Layer.Linear(normal(channels, classes, channels), new float[classes]);
    nodes.add(new Node("fc", linear, "flatten"));
    return new Network(new int[] {3, size, size}, nodes);
  }

  /** Two convolutions, the first of stride 2, and a 1 × 1 convolution as the way around them. */
  private String block(String name, String input, int in, int out) {
    String first = activated(name + ".conv1", input, in, out, 2);
    nodes.add(new Node(name + ".conv2", convolution(out, out, 3, 1), first));
    nodes.add(new Node(name + ".downsample", convolution(in, out, 1, 2), input));
    nodes.add(
        new Node(name + ".add", new Layer.Add(), List.of(name + ".conv2", name + ".downsample")));
    nodes.add(new Node(name + ".relu", new Layer.ReLU(), name + ".add"));
    return name + ".relu";
  }

  private String activated(String name, String input, int in, int out, int stride) {
    nodes.add(new Node(name, convolution(in, out, 3, stride), input));
    nodes.add(new Node(name + ".relu", new Layer.ReLU(), name));
    return name + ".relu";
  }

  private Layer convolution(int in, int out, int kernel, int stride) {
    return new Layer.Convolution(
        normal(in * kernel * kernel, out, in, kernel, kernel),
        new float[out],
        Window.square(kernel, stride, kernel / 2),
        1);
  }

  private Tensor normal(int fanIn, int... shape) {
    return Vgg.normal(random, fanIn, shape);
  }
}
