package org.xaistudy.stimuli.model;

import java.util.Arrays;
import java.util.List;

/**
 * Numbers on the Java heap in row-major order, with their shape; the currency between packages.
 *
 * @param values as many as the product of {@code shape}; not copied
 * @param shape the size of each axis, outermost first, for images (N, C, H, W)
 */
public record Tensor(float[] values, int... shape) {
  public Tensor {
    if (values.length != size(shape)) {
      throw new IllegalArgumentException(
          values.length + " values cannot have the shape " + Arrays.toString(shape));
    }
  }

  /** A tensor of zeros. */
  public static Tensor zeros(int... shape) {
    return new Tensor(new float[size(shape)], shape);
  }

  /** The number of values that a tensor of {@code shape} holds. */
  public static int size(int... shape) {
    int size = 1;
    for (int axis : shape) {
      size = Math.multiplyExact(size, axis);
    }
    return size;
  }

  /** Tensors of one shape (…) as one of shape (n, …). */
  public static Tensor stack(List<Tensor> tensors) {
    int[] each = tensors.get(0).shape();
    int size = size(each);
    float[] values = new float[Math.multiplyExact(size, tensors.size())];
    for (int i = 0; i < tensors.size(); i++) {
      if (!Arrays.equals(each, tensors.get(i).shape())) {
        throw new IllegalArgumentException(
            "cannot stack shapes "
                + Arrays.toString(each)
                + " and "
                + Arrays.toString(tensors.get(i).shape()));
      }
      System.arraycopy(tensors.get(i).values(), 0, values, i * size, size);
    }
    return new Tensor(values, prepend(tensors.size(), each));
  }

  /** Tensors of shapes (n, …), (m, …) and so on as one of shape (n + m + …, …). */
  public static Tensor join(List<Tensor> tensors) {
    int[] shape = tensors.get(0).shape().clone();
    shape[0] = tensors.stream().mapToInt(tensor -> tensor.shape()[0]).sum();
    float[] values = new float[size(shape)];
    int at = 0;
    for (Tensor tensor : tensors) {
      System.arraycopy(tensor.values(), 0, values, at, tensor.values().length);
      at += tensor.values().length;
    }
    return new Tensor(values, shape);
  }

  /** A copy of entry {@code index} of the first axis, of shape (…) where this is (n, …). */
  public Tensor slice(int index) {
    int[] rest = Arrays.copyOfRange(shape, 1, shape.length);
    int size = size(rest);
    return new Tensor(Arrays.copyOfRange(values, index * size, (index + 1) * size), rest);
  }

  /** A copy of entries {@code from} (inclusive) to {@code to} (exclusive) of the first axis. */
  public Tensor range(int from, int to) {
    int[] rest = Arrays.copyOfRange(shape, 1, shape.length);
    int size = size(rest);
    float[] part = Arrays.copyOfRange(values, from * size, to * size);
    return new Tensor(part, prepend(to - from, rest));
  }

  /** The same values, shared, in another shape. */
  public Tensor reshape(int... newShape) {
    return new Tensor(values, newShape);
  }

  /** The value at {@code index}, one number an axis. */
  public float at(int... index) {
    int offset = 0;
    for (int axis = 0; axis < shape.length; axis++) {
      offset = offset * shape[axis] + index[axis];
    }
    return values[offset];
  }

  /** Where the value stored at {@code offset} is, one number an axis. */
  public int[] position(int offset) {
    int[] index = new int[shape.length];
    int rest = offset;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      index[axis] = rest % shape[axis];
      rest /= shape[axis];
    }
    return index;
  }

  /** The sum over all values, in double precision. */
  public double sum() {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum;
  }

  /** The rows of a tensor of shape (n, m). */
  public float[][] rows() {
    int width = size(Arrays.copyOfRange(shape, 1, shape.length));
    float[][] rows = new float[shape[0]][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = Arrays.copyOfRange(values, i * width, (i + 1) * width);
    }
    return rows;
  }

  static int[] prepend(int first, int... rest) {
    int[] shape = new int[rest.length + 1];
    shape[0] = first;
    System.arraycopy(rest, 0, shape, 1, rest.length);
    return shape;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tensor tensor
        && Arrays.equals(shape, tensor.shape)
        && Arrays.equals(values, tensor.values);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(shape) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Tensor" + Arrays.toString(shape);
  }
}
