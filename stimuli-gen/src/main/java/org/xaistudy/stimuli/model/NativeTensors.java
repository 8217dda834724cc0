package org.xaistudy.stimuli.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The border between the Java heap and the native engine (PyTorch through DJL). */
public final class NativeTensors {
  static {
    FreedMemory.keep();
    WaitingThreads.sleep();
    Nnpack.leaveOut();
  }

  private NativeTensors() {}

  /** A new owner of native memory; closing it frees whatever it still holds. */
  public static NDManager manager() {
    return NDManager.newBaseManager("PyTorch");
  }

  /**
   * A native copy of {@code tensor}, held by {@code manager}.
   *
   * <p>The engine owns its memory. What it creates from a Java array is a window on a buffer that
   * the collector may free as soon as that one array is closed, though a view of it, such as its
   * reshaping, lives on.
   */
  public static NDArray load(NDManager manager, Tensor tensor) {
    try (NDArray window = manager.create(tensor.values(), shape(tensor.shape()))) {
      return window.duplicate();
    }
  }

  /** A heap copy of {@code array}. */
  public static Tensor copy(NDArray array) {
    return new Tensor(array.toFloatArray(), shape(array));
  }

  /** The size of each axis of {@code array}. */
  public static int[] shape(NDArray array) {
    return Arrays.stream(array.getShape().getShape()).mapToInt(Math::toIntExact).toArray();
  }

  /**
   * What {@code compute} makes; every other array that it creates on the way is freed, even if it
   * fails. Where such calls are nested, the result of the inner one is on the outer one's way: what
   * nobody keeps cannot be forgotten.
   *
   * @param arrays those that the result holds
   */
  public static <T> T keeping(Supplier<T> compute, Function<T, Stream<NDArray>> arrays) {
    List<NDArray> kept = new ArrayList<>();
    T result;
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      result = compute.get();
      arrays.apply(result).forEach(kept::add);
      kept.forEach(NDScope::unregister);
    }
    kept.forEach(NDScope::register);
    return result;
  }

  /** The same for a single array. */
  public static NDArray keeping(Supplier<NDArray> compute) {
    return keeping(compute, Stream::of);
  }

  /** The same for what keeps none: copies on the Java heap. */
  public static <T> T freeing(Supplier<T> compute) {
    return keeping(compute, result -> Stream.empty());
  }

  /** The same for an array that {@code owner} holds from now on, whoever asked for it. */
  public static NDArray ownedBy(NDManager owner, Supplier<NDArray> compute) {
    NDArray array = keeping(compute);
    NDScope.unregister(array);
    array.attach(owner);
    return array;
  }

  /** The engine's form of {@code shape}. */
  public static Shape shape(int... shape) {
    return new Shape(Arrays.stream(shape).asLongStream().toArray());
  }
}
