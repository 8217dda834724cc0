package org.xaistudy.stimuli.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

class MaxPoolTest {
  /** Row by row and column by column, or window by window: the same values, bit for bit. */
  @Property(tries = 40, seed = "20", shrinking = ShrinkingMode.OFF)
  void isThatOfTheEngine(
      @ForAll @IntRange(min = 1, max = 4) int kernel,
      @ForAll @IntRange(min = 1, max = 3) int stride,
      @ForAll @IntRange(max = 2) int padding,
      @ForAll @IntRange(min = 1, max = 2) int dilation,
      @ForAll boolean ceil) {
    Window square = Window.square(kernel, stride, Math.min(padding, kernel / 2)).dilated(dilation);
    Window window = ceil ? square.withCeil() : square;
    Tensor values = Tensor.zeros(2, 3, 9, 8);
    SplittableRandom random = new SplittableRandom(kernel * 100 + stride * 10 + padding);
    for (int i = 0; i < values.values().length; i++) {
      values.values()[i] = (float) Math.max(-1, random.nextGaussian()); // with ties
    }
    try (NDManager manager = NativeTensors.manager()) {
      NDArray x = NativeTensors.load(manager, values);
      NDArray own = Operators.apply(new Layer.MaxPool(window), List.of(x), null, null);
      assertThat(NativeTensors.copy(own))
          .isEqualTo(NativeTensors.copy(Operators.derivableMaxPool(x, window)));
    }
  }
}
