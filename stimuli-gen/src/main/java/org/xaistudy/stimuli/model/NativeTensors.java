package org.xaistudy.stimuli.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;

/** The border between the Java heap and the native engine (PyTorch through DJL). */
public final class NativeTensors {
  private NativeTensors() {}

  /** A new owner of native memory; closing it frees whatever it still holds. */
  public static NDManager manager() {
    return NDManager.newBaseManager("PyTorch");
  }

  /** A native copy of {@code tensor}, held by {@code manager}. */
  public static NDArray load(NDManager manager, Tensor tensor) {
    return manager.create(tensor.values(), shape(tensor.shape()));
  }

  /** A heap copy of {@code array}. */
  public static Tensor copy(NDArray array) {
    return new Tensor(array.toFloatArray(), shape(array));
  }

  /** The size of each axis of {@code array}. */
  public static int[] shape(NDArray array) {
    return Arrays.stream(array.getShape().getShape()).mapToInt(Math::toIntExact).toArray();
  }

  /** The engine's form of {@code shape}. */
  public static Shape shape(int... shape) {
    return new Shape(Arrays.stream(shape).asLongStream().toArray());
  }
}
