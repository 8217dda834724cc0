package org.xaistudy.stimuli.model;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a node of a network computes. Shapes are those of one sample: (C, H, W) for planes, (F) for
 * vectors.
 */
public sealed interface Layer {
  /**
   * The output's shape for inputs of the given shapes.
   *
   * @throws IllegalArgumentException if they do not fit
   */
  int[] outputShape(List<int[]> inputs);

  /**
   * A cross-correlation, y = W ⋆ x + b.
   *
   * @param weight (O, I / groups, kernel height, kernel width)
   * @param bias O values
   */
  record Convolution(Tensor weight, float[] bias, Window window, int groups) implements Layer {
    public Convolution {
      require(weight.shape().length == 4, "a convolution's weight has 4 axes");
      require(weight.shape()[0] == bias.length, "a convolution needs a bias per output channel");
      require(groups > 0 && bias.length % groups == 0, "groups must divide the output channels");
    }

    @Override
    public int[] outputShape(List<int[]> inputs) {
      int[] in = inputs.get(0);
      require(
          in.length == 3 && in[0] == weight.shape()[1] * groups,
          "a convolution of " + weight.shape()[1] * groups + " channels got " + text(in));
      return new int[] {bias.length, window.outputHeight(in[1]), window.outputWidth(in[2])};
    }
  }

  /**
   * y = W x + b.
   *
   * @param weight (O, I)
   * @param bias O values
   */
  record Linear(Tensor weight, float[] bias) implements Layer {
    public Linear {
      require(weight.shape().length == 2, "a linear layer's weight has 2 axes");
      require(weight.shape()[0] == bias.length, "a linear layer needs a bias per output");
    }

    @Override
    public int[] outputShape(List<int[]> inputs) {
      int[] in = inputs.get(0);
      require(
          in.length == 1 && in[0] == weight.shape()[1],
          "a linear layer of " + weight.shape()[1] + " inputs got " + text(in));
      return new int[] {bias.length};
    }
  }

  /** max(x, 0). */
  record ReLU() implements Elementwise {}

  /** x where x ≥ 0, else {@code slope}·x. */
  record LeakyReLU(float slope) implements Elementwise {}

  /** σ(x) or its piecewise linear form, where something is to be switched on and off by it. */
  record Gate(Squashing function) implements Elementwise {}

  /** x·σ(x): SiLU, or with the piecewise linear form HardSwish. */
  record Swish(Squashing function) implements Elementwise {}

  /** Functions from 0 to 1. */
  enum Squashing {
    /** 1 / (1 + exp(−x)). */
    SIGMOID,
    /** min(max(x / 6 + 1/2, 0), 1). */
    HARD_SIGMOID
  }

  /**
   * scale·x + shift with one value a channel each, such as a batch normalisation that no layer
   * precedes; or with one for each value of a sample.
   *
   * @param scale (C), or (C, H, W) for one of each value
   * @param shift of the same shape
   */
  record Affine(Tensor scale, Tensor shift) implements Elementwise {
    public Affine {
      require(
          Arrays.equals(scale.shape(), shift.shape()), "scale and shift must have the same shape");
    }

    static Affine shift(Tensor shift) {
      float[] ones = new float[shift.values().length];
      Arrays.fill(ones, 1);
      return new Affine(new Tensor(ones, shift.shape()), shift);
    }

    static Affine scale(Tensor scale) {
      return new Affine(scale, Tensor.zeros(scale.shape()));
    }

    @Override
    public int[] outputShape(List<int[]> inputs) {
      int[] in = inputs.get(0);
      int[] own = scale.shape();
      require(
          Arrays.equals(own, in) || (perChannel() && own[0] == in[0]),
          "constants of " + text(own) + " got " + text(in));
      return in;
    }

    /** Whether all pixels of a channel are treated alike. */
    boolean perChannel() {
      return scale.shape().length == 1;
    }

    /** The one layer that does {@code before} and then this, or null if there is none. */
    @Nullable Layer after(Layer before) {
      if (before instanceof Affine first && Arrays.equals(scale.shape(), first.scale.shape())) {
        return new Affine(scaled(first.scale), new Tensor(moved(first.shift), shift.shape()));
      } else if (before instanceof Convolution c && perChannel()) {
        float[] bias = moved(new Tensor(c.bias, c.bias.length));
        return new Convolution(scaled(c.weight), bias, c.window, c.groups);
      } else if (before instanceof Linear l && perChannel()) {
        return new Linear(scaled(l.weight), moved(new Tensor(l.bias, l.bias.length)));
      }
      return null;
    }

    private Tensor scaled(Tensor values) {
      float[] result = values.values().clone();
      int size = result.length / scale.values().length;
      for (int i = 0; i < result.length; i++) {
        result[i] *= scale.values()[i / size];
      }
      return new Tensor(result, values.shape());
    }

    private float[] moved(Tensor values) {
      float[] result = values.values().clone();
      for (int i = 0; i < result.length; i++) {
        result[i] = (float) ((double) result[i] * scale.values()[i] + shift.values()[i]);
      }
      return result;
    }
  }

  /** min(max(x, low), high). */
  record Clip(float low, float high) implements Elementwise {}

  /** The largest value in each window; of equal ones the first in reading order wins. */
  record MaxPool(Window window) implements Layer {
    @Override
    public int[] outputShape(List<int[]> inputs) {
      return pooled(window, inputs.get(0));
    }
  }

  /** The mean of each window, padding counted as zeros if {@code countPadding}, else left out. */
  record AveragePool(Window window, boolean countPadding) implements Layer {
    @Override
    public int[] outputShape(List<int[]> inputs) {
      return pooled(window, inputs.get(0));
    }
  }

  /** The mean of each channel, as a plane of one pixel. */
  record GlobalAveragePool() implements Layer {
    @Override
    public int[] outputShape(List<int[]> inputs) {
      return new int[] {inputs.get(0)[0], 1, 1};
    }
  }

  /** The sum of all inputs. */
  record Add() implements Layer {
    @Override
    public int[] outputShape(List<int[]> inputs) {
      for (int[] input : inputs) {
        require(
            Arrays.equals(input, inputs.get(0)),
            "cannot add " + text(input) + " and " + text(inputs.get(0)));
      }
      return inputs.get(0);
    }
  }

  /** The product of a signal (C, H, W) and a gate of that shape or (C, 1, 1), in either order. */
  record Multiply() implements Layer {
    @Override
    public int[] outputShape(List<int[]> inputs) {
      int[] signal = inputs.get(signal(inputs));
      int[] gate = inputs.get(1 - signal(inputs));
      boolean perChannel =
          gate.length == signal.length
              && gate[0] == signal[0]
              && Arrays.stream(gate).skip(1).allMatch(axis -> axis == 1);
      require(
          perChannel || Arrays.equals(signal, gate),
          "cannot multiply " + text(inputs.get(0)) + " and " + text(inputs.get(1)));
      return signal;
    }

    /** Which of the two inputs is the signal: the larger one, else the first. */
    public static int signal(List<int[]> inputs) {
      return Tensor.size(inputs.get(1)) > Tensor.size(inputs.get(0)) ? 1 : 0;
    }
  }

  /** All inputs one after another along the channels. */
  record Concat() implements Layer {
    @Override
    public int[] outputShape(List<int[]> inputs) {
      int[] shape = inputs.get(0).clone();
      for (int[] input : inputs.subList(1, inputs.size())) {
        require(
            Arrays.equals(input, 1, input.length, shape, 1, shape.length),
            "cannot concatenate " + text(input) + " and " + text(shape));
        shape[0] += input[0];
      }
      return shape;
    }
  }

  /** (C, H, W) as (C·H·W). */
  record Flatten() implements Layer {
    @Override
    public int[] outputShape(List<int[]> inputs) {
      return new int[] {Tensor.size(inputs.get(0))};
    }
  }

  /** The same values in another shape, of one sample; one axis may be −1: what is left. */
  record Reshape(int... shape) implements Layer {
    @Override
    public int[] outputShape(List<int[]> inputs) {
      int size = Tensor.size(inputs.get(0));
      int known = 1;
      for (int axis : shape) {
        known *= axis == -1 ? 1 : axis;
      }
      int[] result = shape.clone();
      for (int i = 0; i < result.length; i++) {
        result[i] = result[i] == -1 ? size / known : result[i];
      }
      require(
          Tensor.size(result) == size,
          "cannot reshape " + text(inputs.get(0)) + " to " + text(shape));
      return result;
    }
  }

  /** A function of each value by itself. */
  sealed interface Elementwise extends Layer permits ReLU, LeakyReLU, Gate, Swish, Affine, Clip {
    @Override
    default int[] outputShape(List<int[]> inputs) {
      return inputs.get(0);
    }
  }

  private static int[] pooled(Window window, int[] in) {
    require(in.length == 3, "pooling needs (C, H, W), got " + text(in));
    return new int[] {in[0], window.outputHeight(in[1]), window.outputWidth(in[2])};
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }

  private static String text(int[] shape) {
    return Arrays.toString(shape);
  }
}
