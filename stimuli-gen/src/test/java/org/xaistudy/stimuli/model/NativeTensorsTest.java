package org.xaistudy.stimuli.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/** What the engine holds is the engine's, whatever the Java heap does meanwhile. */
class NativeTensorsTest {
  private static final int SIZE = 1000;

  @Test
  void aViewOutlivesWhatItWasTakenFrom() {
    float[] values = new float[SIZE];
    for (int i = 0; i < SIZE; i++) {
      values[i] = i;
    }
    try (NDManager manager = NativeTensors.manager()) {
      NDArray view;
      try (NDArray loaded = NativeTensors.load(manager, new Tensor(values, SIZE))) {
        view = loaded.reshape(new Shape(10, -1));
      }
      for (int round = 0; round < 20; round++) {
        System.gc();
        overwriteFreedMemory();
        assertThat(view.toFloatArray()).containsExactly(values);
      }
    }
  }

  /** Takes and fills what was freed in pieces of the same size. */
  private static void overwriteFreedMemory() {
    for (int i = 0; i < 50; i++) {
      ByteBuffer other = ByteBuffer.allocateDirect(SIZE * Float.BYTES);
      while (other.hasRemaining()) {
        other.put((byte) 0x7f);
      }
    }
  }
}
