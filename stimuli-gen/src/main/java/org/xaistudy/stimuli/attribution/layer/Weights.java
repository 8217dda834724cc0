package org.xaistudy.stimuli.attribution.layer;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xaistudy.stimuli.attribution.rule.WeightPart;
import org.xaistudy.stimuli.model.Inference;
import org.xaistudy.stimuli.model.Layer;
import org.xaistudy.stimuli.model.Node;
import org.xaistudy.stimuli.model.Operators;
import org.xaistudy.stimuli.model.Window;

/**
 * A convolution or linear layer as a linear map and its transpose, with the parts of the weight
 * that rules ask for. Computed once a model.
 */
final class Weights {
  private final Layer layer;
  private final NDArray weight;
  private final NDArray bias;
  private final Cache cache;
  private final Map<WeightPart, Transposition> transpositions = new HashMap<>();

  Weights(Inference inference, Node node) {
    layer = node.layer();
    weight = requireNonNull(inference.weight(node.name()));
    bias = requireNonNull(inference.bias(node.name()));
    cache = new Cache(inference.manager());
  }

  boolean isConvolution() {
    return layer instanceof Layer.Convolution;
  }

  /** Whether single output channels can be handed down by themselves. */
  boolean separable() {
    return !(layer instanceof Layer.Convolution convolution) || convolution.groups() == 1;
  }

  /** The number of inputs that one output channel reads at one tap. */
  int inputChannels() {
    return (int) weight.getShape().get(1);
  }

  private NDArray part(WeightPart part) {
    return part instanceof WeightPart.All
        ? weight
        : cache.get(part, () -> requireNonNull(part.of(weight)));
  }

  /** The part of the bias, or null for none. */
  @Nullable NDArray bias(WeightPart part) {
    return part instanceof WeightPart.None || part instanceof WeightPart.All
        ? (part instanceof WeightPart.All ? bias : null)
        : cache.get("bias " + part, () -> requireNonNull(part.of(bias)));
  }

  /** The part of the bias, which must have one, and ε. */
  NDArray stabilisedBias(WeightPart part, double epsilon) {
    return cache.get(List.of(part, epsilon), () -> requireNonNull(bias(part)).add((float) epsilon));
  }

  /** A bias in the shape of the layer's output, for one image. */
  NDArray perChannel(NDArray b) {
    return isConvolution() ? b.reshape(1, b.size(), 1, 1) : b.reshape(1, b.size());
  }

  /** The part of W applied to {@code x}, plus {@code b} unless that is null. */
  NDArray forward(NDArray x, WeightPart part, @Nullable NDArray b) {
    if (layer instanceof Layer.Convolution convolution) {
      return Operators.convolve(x, part(part), b, convolution.window(), convolution.groups());
    }
    return Linear.linear(x, part(part), b).singletonOrThrow();
  }

  /**
   * The part of W applied to {@code x}. All ones are applied to a single plane, the sum over the
   * channels, and the result is broadcast.
   */
  NDArray forward(NDArray x, WeightPart part) {
    if (!(part instanceof WeightPart.Ones) || !separable()) {
      return forward(x, part, null);
    }
    NDArray plane = x.sum(new int[] {1}, true);
    long outputs = weight.getShape().get(0);
    if (layer instanceof Layer.Convolution convolution) {
      Window window = convolution.window();
      NDArray sums = Operators.convolve(plane, box(window), null, window, 1);
      long[] shape = sums.getShape().getShape().clone();
      shape[1] = outputs;
      return sums.broadcast(new Shape(shape));
    }
    return plane.broadcast(new Shape(plane.getShape().get(0), outputs));
  }

  /**
   * Σ_k W[o, i, k] · Σ_p s[o, p] · x[i, p + k].
   *
   * @param s (N, O, …)
   * @param x (N or 1, I, …)
   * @return (N, O, I)
   */
  NDArray composition(NDArray s, NDArray x, WeightPart part) {
    if (!(layer instanceof Layer.Convolution convolution)) {
      return s.expandDims(2).mul(part(part).expandDims(0)).mul(x.expandDims(1));
    }
    Window window = convolution.window();
    NDArray padded = Operators.pad(x, window, 0);
    long images = s.getShape().get(0);
    long rows = s.getShape().get(2);
    long columns = s.getShape().get(3);
    NDArray upper = s.reshape(images, s.getShape().get(1), rows * columns);
    NDArray sum = null;
    for (int tap = 0; tap < window.height() * window.width(); tap++) {
      int row = tap / window.width();
      int column = tap % window.width();
      int top = row * window.dilationY();
      int left = column * window.dilationX();
      NDArray seen =
          padded.get(
              "...,{}:{}:{},{}:{}:{}",
              top,
              top + (rows - 1) * window.strideY() + 1,
              window.strideY(),
              left,
              left + (columns - 1) * window.strideX() + 1,
              window.strideX());
      NDArray lower = seen.reshape(x.getShape().get(0), x.getShape().get(1), rows * columns);
      NDArray taps = part(part).get("...,{},{}", row, column).expandDims(0);
      NDArray product = upper.matMul(lower.transpose(0, 2, 1)).mul(taps);
      sum = sum == null ? product : sum.add(product);
    }
    return requireNonNull(sum, "a window has a tap");
  }

  /** The number of taps inside the image, times input channels, per output pixel (1, 1, …). */
  NDArray taps(NDArray x) {
    if (layer instanceof Layer.Convolution convolution) {
      Window window = convolution.window();
      Shape plane = new Shape(1, 1, x.getShape().get(2), x.getShape().get(3));
      NDArray box = box(window);
      return Operators.convolve(x.getManager().ones(plane), box, null, window, 1)
          .mul(inputChannels());
    }
    return x.getManager().ones(new Shape(1, 1)).mul(inputChannels());
  }

  private NDArray box(Window window) {
    return cache.get(
        "box", () -> cache.manager().ones(new Shape(1, 1, window.height(), window.width())));
  }

  /** The transposed part of W applied to {@code s}, for an input of the shape of {@code x}. */
  NDArray transposed(NDArray s, WeightPart part, NDArray x) {
    if (layer instanceof Layer.Convolution convolution) {
      return convolutionTransposed(s, part, x, convolution);
    }
    return part instanceof WeightPart.Ones
        ? s.sum(new int[] {1}, true).broadcast(s.getShape().get(0), inputChannels())
        : s.matMul(part(part));
  }

  private NDArray convolutionTransposed(
      NDArray s, WeightPart part, NDArray x, Layer.Convolution convolution) {
    int height = (int) x.getShape().get(2);
    int width = (int) x.getShape().get(3);
    if (part instanceof WeightPart.Ones && convolution.groups() == 1) {
      // All kernels are the same box: one plane tells what every channel gets.
      Transposition box =
          transpositions.computeIfAbsent(
              part, p -> new Transposition(box(convolution.window()), convolution.window(), 1));
      NDArray plane = box.apply(s.sum(new int[] {1}, true), height, width);
      return plane.broadcast(s.getShape().get(0), inputChannels(), height, width);
    }
    return transpositions
        .computeIfAbsent(
            part, p -> new Transposition(part(p), convolution.window(), convolution.groups()))
        .apply(s, height, width);
  }

  /**
   * What single output channels hand down.
   *
   * @param s (N, K, …): in column k what channel {@code channels[k]} has
   * @param channels (K), whole numbers
   * @return (N·K, I, …)
   */
  NDArray transposedSingly(NDArray s, NDArray channels, WeightPart part, NDArray x) {
    long images = s.getShape().get(0);
    long count = s.getShape().get(1);
    NDArray chosen = part(part).get(channels); // (K, I, …)
    if (layer instanceof Layer.Convolution convolution) {
      int height = (int) x.getShape().get(2);
      int width = (int) x.getShape().get(3);
      try (Transposition single = new Transposition(chosen, convolution.window(), (int) count)) {
        return single
            .apply(s, height, width)
            .reshape(images * count, inputChannels(), height, width);
      }
    }
    return s.expandDims(2).mul(chosen.expandDims(0)).reshape(images * count, inputChannels());
  }
}
