package org.xaistudy.stimuli.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import org.junit.jupiter.api.Test;

class NnpackTest {
  /** In a process of its own: native libraries write past Java's standard error. */
  @Test
  void smallConvolutionsSayNothingOnProcessorsUnknownToNnpack() throws Exception {
    ChildProcess child = ChildProcess.of(SmallConvolution.class);
    assertThat(child.out().strip()).isEqualTo("576.0");
    assertThat(child.error()).doesNotContain("NNPACK");
  }

  /** One image with few values, to which PyTorch applies NNPACK if it may. */
  static final class SmallConvolution {
    private SmallConvolution() {}

    public static void main(String[] arguments) {
      try (NDManager manager = NativeTensors.manager()) {
        NDArray image = manager.ones(new Shape(1, 64, 3, 3));
        NDArray weight = manager.ones(new Shape(16, 64, 3, 3));
        Shape one = new Shape(1, 1);
        NDArray result = Conv2d.conv2d(image, weight, null, one, one, one, 1).singletonOrThrow();
        System.out.println(result.getFloat(0, 0, 1, 1));
      }
    }
  }
}
