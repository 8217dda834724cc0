package org.xaistudy.stimuli.model;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.pooling.Pool;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What each kind of layer computes, on native arrays (N, C, H, W) or (N, F).
 *
 * <p>A result belongs to the manager of the (first) input.
 */
public final class Operators {
  private Operators() {}

  /**
   * The output of a layer.
   *
   * @param weight the weight to use in place of the layer's own, null for layers without
   * @param bias likewise; null for none
   */
  public static NDArray apply(
      Layer layer, List<NDArray> inputs, @Nullable NDArray weight, @Nullable NDArray bias) {
    NDArray x = inputs.get(0);
    if (layer instanceof Layer.Convolution convolution) {
      return convolve(x, requireNonNull(weight), bias, convolution.window(), convolution.groups());
    } else if (layer instanceof Layer.Linear) {
      return ai.djl.nn.core.Linear.linear(x, requireNonNull(weight), bias).singletonOrThrow();
    } else if (layer instanceof Layer.Elementwise elementwise) {
      return elementwise(elementwise, x);
    } else if (layer instanceof Layer.MaxPool pool) {
      return maxPool(x, pool.window());
    } else if (layer instanceof Layer.AveragePool pool) {
      return averagePool(x, pool);
    } else if (layer instanceof Layer.GlobalAveragePool) {
      return globalAverage(x);
    } else if (layer instanceof Layer.Add) {
      return inputs.stream().reduce(NDArray::add).orElseThrow();
    } else if (layer instanceof Layer.Multiply) {
      return inputs.get(0).mul(inputs.get(1));
    } else if (layer instanceof Layer.Concat) {
      return NDArrays.concat(new NDList(inputs), 1);
    }
    if (!(layer instanceof Layer.Flatten || layer instanceof Layer.Reshape)) {
      throw new AssertionError("nobody said what is computed by " + layer);
    }
    int[] shape = NativeTensors.shape(x);
    int[] sample = Arrays.copyOfRange(shape, 1, shape.length);
    int[] reshaped = layer.outputShape(List.of(sample));
    return x.reshape(NativeTensors.shape(Tensor.prepend(shape[0], reshaped)));
  }

  private static NDArray elementwise(Layer.Elementwise layer, NDArray x) {
    if (layer instanceof Layer.ReLU) {
      return ai.djl.nn.Activation.relu(x);
    } else if (layer instanceof Layer.LeakyReLU leaky) {
      return ai.djl.nn.Activation.leakyRelu(x, leaky.slope());
    } else if (layer instanceof Layer.Clip clip) {
      return x.clip(clip.low(), clip.high());
    } else if (layer instanceof Layer.Gate gate) {
      return squash(gate.function(), x);
    } else if (layer instanceof Layer.Swish swish) {
      return x.mul(squash(swish.function(), x));
    } else if (layer instanceof Layer.Affine affine) {
      return x.mul(aligned(x, affine.scale())).add(aligned(x, affine.shift()));
    }
    throw new AssertionError("nobody said what is computed by " + layer);
  }

  /** The function's values, element by element. */
  public static NDArray squash(Layer.Squashing function, NDArray x) {
    return switch (function) {
      case SIGMOID -> ai.djl.nn.Activation.sigmoid(x);
      case HARD_SIGMOID -> x.div(6).add(0.5f).clip(0, 1);
    };
  }

  /** A channel's or a sample's constants in a shape that goes with a batch. */
  public static NDArray aligned(NDArray batch, Tensor constants) {
    int[] shape = new int[batch.getShape().dimension()];
    Arrays.fill(shape, 1);
    System.arraycopy(constants.shape(), 0, shape, 1, constants.shape().length);
    return NativeTensors.load(batch.getManager(), constants.reshape(shape));
  }

  /** The cross-correlation of {@code x} with {@code weight} (O, I / groups, h, w). */
  public static NDArray convolve(
      NDArray x, NDArray weight, @Nullable NDArray bias, Window window, int groups) {
    NDArray padded = window.symmetric() ? x : pad(x, window, 0);
    Shape padding =
        window.symmetric() ? new Shape(window.padTop(), window.padLeft()) : new Shape(0, 0);
    Shape stride = new Shape(window.strideY(), window.strideX());
    Shape dilation = new Shape(window.dilationY(), window.dilationX());
    if (groups == 1) {
      return convolve(padded, weight, bias, stride, padding, dilation);
    }
    if (groups == padded.getShape().get(1)) { // each channel by itself: no channel meets another
      return Conv2d.conv2d(padded, weight, bias, stride, padding, dilation, groups)
          .singletonOrThrow();
    }
    NDList results = new NDList(groups);
    for (int group = 0; group < groups; group++) {
      NDArray kernel = part(weight, 0, group, groups, x.getManager());
      NDArray constants = bias == null ? null : part(bias, 0, group, groups, x.getManager());
      NDArray seen = part(padded, 1, group, groups, x.getManager());
      results.add(convolve(seen, kernel, constants, stride, padding, dilation));
    }
    return NDArrays.concat(results, 1);
  }

  private static NDArray convolve(
      NDArray x,
      NDArray weight,
      @Nullable NDArray bias,
      Shape stride,
      Shape padding,
      Shape dilation) {
    WholeBlocks whole = WholeBlocks.of(x, weight, bias);
    NDArray result =
        isSlowTogether(x, weight, stride)
            ? singly(whole, stride, padding, dilation)
            : conv2d(whole.input(), whole, stride, padding, dilation);
    long channels = weight.getShape().get(0);
    return result.getShape().get(1) == channels ? result : result.get(":, :" + channels);
  }

  private static NDArray conv2d(
      NDArray x, WholeBlocks whole, Shape stride, Shape padding, Shape dilation) {
    return Conv2d.conv2d(x, whole.weight(), whole.bias(), stride, padding, dilation, 1)
        .singletonOrThrow();
  }

  /**
   * Whether oneDNN takes a slower way for several images than for one: so it does with windows of 3
   * columns over planes of 28 and at least 512 channels (VGG's at 224 pixels), by a quarter.
   */
  private static boolean isSlowTogether(NDArray x, NDArray weight, Shape stride) {
    return x.getShape().get(0) > 1
        && x.getShape().get(1) >= 512
        && x.getShape().get(3) == 28
        && weight.getShape().get(3) == 3
        && stride.get(1) == 1;
  }

  private static NDArray singly(WholeBlocks whole, Shape stride, Shape padding, Shape dilation) {
    NDList results = new NDList();
    for (long image = 0; image < whole.input().getShape().get(0); image++) {
      NDArray one = whole.input().get(image + ":" + (image + 1));
      results.add(conv2d(one, whole, stride, padding, dilation));
    }
    return NDArrays.concat(results, 0);
  }

  private static NDArray part(NDArray array, int axis, int number, int count, NDManager owner) {
    long size = array.getShape().get(axis) / count;
    String range = number * size + ":" + (number + 1) * size;
    NDArray part = array.get(axis == 0 ? range : ":, " + range);
    part.attach(owner);
    return part;
  }

  /**
   * Maximum pooling as the engine does it: slow forward, but fast where it is derived, and its
   * derivative goes to the first of equal values instead of a part to each. It knows no dilation;
   * windows with one are looked at tap by tap.
   */
  public static NDArray derivableMaxPool(NDArray x, Window window) {
    if (window.dilationY() > 1 || window.dilationX() > 1) {
      return maxPool(x, window);
    }
    Window plain = window.resolved((int) x.getShape().get(2), (int) x.getShape().get(3));
    boolean own = plain.symmetric() && 2 * plain.padTop() <= plain.height();
    own &= 2 * plain.padLeft() <= plain.width();
    NDArray padded = own ? x : pad(x, plain, Double.NEGATIVE_INFINITY);
    Shape padding = own ? new Shape(plain.padTop(), plain.padLeft()) : new Shape(0, 0);
    return Pool.maxPool2d(padded, size(plain), stride(plain), padding, false);
  }

  /**
   * The maximum along columns, then along rows, each of a few shifted views: exactly what the
   * engine's own pooling gives, which is ten times slower because it notes where the largest are.
   */
  private static NDArray maxPool(NDArray x, Window window) {
    int height = (int) x.getShape().get(2);
    int width = (int) x.getShape().get(3);
    Window plain = window.resolved(height, width);
    NDArray padded = pad(x, plain, Double.NEGATIVE_INFINITY);
    int rows = (plain.outputHeight(height) - 1) * plain.strideY() + 1;
    int columns = (plain.outputWidth(width) - 1) * plain.strideX() + 1;
    NDArray largest = padded.get("...,{}:{}:{},:", 0, rows, plain.strideY());
    for (int tap = 1; tap < plain.height(); tap++) {
      int top = tap * plain.dilationY();
      largest = largest.maximum(padded.get("...,{}:{}:{},:", top, top + rows, plain.strideY()));
    }
    NDArray ofRows = largest;
    largest = ofRows.get("...,{}:{}:{}", 0, columns, plain.strideX());
    for (int tap = 1; tap < plain.width(); tap++) {
      int left = tap * plain.dilationX();
      largest = largest.maximum(ofRows.get("...,{}:{}:{}", left, left + columns, plain.strideX()));
    }
    return largest;
  }

  private static NDArray globalAverage(NDArray x) {
    Shape plane = x.getShape().slice(2);
    return Pool.avgPool2d(x, plane, new Shape(1, 1), new Shape(0, 0), false, true);
  }

  private static NDArray averagePool(NDArray x, Layer.AveragePool pool) {
    int height = (int) x.getShape().get(2);
    int width = (int) x.getShape().get(3);
    Window plain = pool.window().resolved(height, width);
    NDArray padded = pad(x, plain, 0);
    NDArray mean = Pool.avgPool2d(padded, size(plain), stride(plain), new Shape(0, 0), false, true);
    if (padded == x) {
      return mean;
    }
    return mean.mul(NativeTensors.load(x.getManager(), averaging(pool, height, width)));
  }

  /**
   * Window area over the number of values that count, per output pixel (1, 1, H', W'): 1 wherever a
   * window lies inside the plane.
   */
  public static Tensor averaging(Layer.AveragePool pool, int height, int width) {
    Window w = pool.window();
    int rows = w.outputHeight(height);
    int columns = w.outputWidth(width);
    float[] share = new float[rows * columns];
    for (int y = 0; y < rows; y++) {
      int counted =
          counted(
              y * w.strideY() - w.padTop(), w.height(), height, w.padBottom(), w.padTop(), pool);
      for (int x = 0; x < columns; x++) {
        int across =
            counted(
                x * w.strideX() - w.padLeft(), w.width(), width, w.padRight(), w.padLeft(), pool);
        share[y * columns + x] = (float) (w.height() * w.width()) / (counted * across);
      }
    }
    return new Tensor(share, 1, 1, rows, columns);
  }

  /** How many taps from {@code first} on lie in the plane, or in the padding if that counts. */
  private static int counted(
      int first, int taps, int size, int after, int before, Layer.AveragePool pool) {
    int low = pool.countPadding() ? -before : 0;
    int high = pool.countPadding() ? size + after : size;
    return Math.max(1, Math.min(first + taps, high) - Math.max(first, low));
  }

  /** {@code x} with the window's padding around it, or itself if there is none. */
  public static NDArray pad(NDArray x, Window w, double value) {
    if (w.padTop() + w.padBottom() + w.padLeft() + w.padRight() == 0) {
      return x;
    }
    return x.pad(new Shape(w.padLeft(), w.padRight(), w.padTop(), w.padBottom()), value);
  }

  private static Shape size(Window window) {
    return new Shape(window.height(), window.width());
  }

  private static Shape stride(Window window) {
    return new Shape(window.strideY(), window.strideX());
  }
}
