package org.xaistudy.stimuli.model;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Convolutions and their derivatives against their definition, in double precision. */
class ConvolutionTest {
  /** One convolution without padding, of images of {@code size} × {@code size}. */
  record Case(int groups, int in, int out, int kernel, int size, long seed) {}

  @Property(tries = 300, seed = "7", shrinking = ShrinkingMode.OFF)
  void isWhatItsDefinitionSaysAtAnyNumberOfChannels(@ForAll("cases") Case it) {
    SplittableRandom random = new SplittableRandom(it.seed());
    int reach = it.size() - it.kernel() + 1;
    Tensor x = random(random, 1, it.groups() * it.in(), it.size(), it.size());
    Tensor w = random(random, it.groups() * it.out(), it.in(), it.kernel(), it.kernel());
    Tensor up = random(random, 1, it.groups() * it.out(), reach, reach);
    double[] output = new double[up.values().length];
    double[] toInput = new double[x.values().length];
    double[] toWeight = new double[w.values().length];
    for (int o = 0; o < it.groups() * it.out(); o++) {
      for (int i = 0; i < it.in(); i++) {
        int channel = o / it.out() * it.in() + i;
        for (int tap = 0; tap < it.kernel() * it.kernel(); tap++) {
          int dy = tap / it.kernel();
          int dx = tap % it.kernel();
          int weight = (o * it.in() + i) * it.kernel() * it.kernel() + tap;
          for (int at = 0; at < reach * reach; at++) {
            int to = o * reach * reach + at;
            int from = (channel * it.size() + at / reach + dy) * it.size() + at % reach + dx;
            output[to] += (double) w.values()[weight] * x.values()[from];
            toInput[from] += (double) w.values()[weight] * up.values()[to];
            toWeight[weight] += (double) x.values()[from] * up.values()[to];
          }
        }
      }
    }
    spoil();
    try (NDManager scope = NativeTensors.manager()) {
      NDArray image = NativeTensors.load(scope, x);
      NDArray kernel = NativeTensors.load(scope, w);
      List.of(image, kernel).forEach(array -> array.setRequiresGradient(true));
      try (GradientCollector tape = Engine.getEngine("PyTorch").newGradientCollector()) {
        Window window = Window.square(it.kernel(), 1, 0);
        NDArray result = Operators.convolve(image, kernel, null, window, it.groups());
        Close.to(NativeTensors.copy(result), tensor(output, up.shape()), 1e-4);
        tape.backward(result.mul(NativeTensors.load(scope, up)).sum());
      }
      Close.to(NativeTensors.copy(image.getGradient()), tensor(toInput, x.shape()), 1e-4);
      Close.to(NativeTensors.copy(kernel.getGradient()), tensor(toWeight, w.shape()), 1e-4);
    }
  }

  /** Of a size that the engine computes more slowly for several images together. */
  @Example
  void ofSeveralImagesIsThatOfEach() {
    SplittableRandom random = new SplittableRandom(8);
    Tensor images = random(random, 3, 512, 5, 28);
    Window window = Window.square(3, 1, 1);
    try (NDManager scope = NativeTensors.manager()) {
      NDArray kernel = NativeTensors.load(scope, random(random, 20, 512, 3, 3));
      NDArray bias = NativeTensors.load(scope, random(random, 20));
      NDArray batch = NativeTensors.load(scope, images);
      Tensor together = NativeTensors.copy(Operators.convolve(batch, kernel, bias, window, 1));
      for (int i = 0; i < 3; i++) {
        NDArray one = NativeTensors.load(scope, images.range(i, i + 1));
        Tensor alone = NativeTensors.copy(Operators.convolve(one, kernel, bias, window, 1));
        Close.to(together.range(i, i + 1), alone, 1e-5);
      }
    }
  }

  /** Leaves memory behind in which nothing is a number, for whoever takes it uncleared. */
  private static void spoil() {
    for (int size = 1 << 8; size <= 1 << 18; size *= 2) {
      try (NDManager scope = NativeTensors.manager()) {
        for (int times = 0; times < 12; times++) {
          scope.full(NativeTensors.shape(size - 16 * times), Float.NaN);
        }
      }
    }
  }

  @Provide
  Arbitrary<Case> cases() {
    return Combinators.combine(
            Arbitraries.of(1, 1, 1, 2, 3, 24),
            Arbitraries.integers().between(1, 40),
            Arbitraries.integers().between(1, 40),
            Arbitraries.of(1, 3, 5),
            Arbitraries.integers().between(0, 20),
            Arbitraries.longs())
        .as(
            (groups, in, out, kernel, more, seed) ->
                new Case(
                    groups,
                    groups == 24 ? 1 : in,
                    groups == 24 ? 1 : out,
                    kernel,
                    kernel + more,
                    seed));
  }

  private static Tensor random(SplittableRandom random, int... shape) {
    Tensor tensor = Tensor.zeros(shape);
    for (int i = 0; i < tensor.values().length; i++) {
      tensor.values()[i] = (float) random.nextGaussian();
    }
    return tensor;
  }

  private static Tensor tensor(double[] values, int[] shape) {
    Tensor tensor = Tensor.zeros(shape);
    for (int i = 0; i < values.length; i++) {
      tensor.values()[i] = (float) values[i];
    }
    return tensor;
  }
}
