package org.xaistudy.stimuli.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import org.jspecify.annotations.Nullable;

/**
 * A convolution's channels filled up with zeros, which change nothing, to whole blocks.
 *
 * <p>The engine's convolutions (oneDNN 3.7.1 in PyTorch 2.7.1) go through channels in blocks of 16.
 * On some processors (seen on an AMD EPYC of family 26, with all instruction sets from AVX on) they
 * do not clear what is left of the last block: whatever lay in memory is convolved with, forward
 * for the input channels, and in the gradient's way back for the output channels. Up to three
 * channels, as images have, are not laid out in blocks.
 */
record WholeBlocks(NDArray input, NDArray weight, @Nullable NDArray bias) {
  private static final int BLOCK = 16;

  private static final int NOT_IN_BLOCKS = 3;

  /** Fills up where it is needed; else all is left as it is. */
  static WholeBlocks of(NDArray input, NDArray weight, @Nullable NDArray bias) {
    NDManager owner = input.getManager();
    Shape shape = weight.getShape();
    long in = shape.get(1) <= NOT_IN_BLOCKS ? 0 : missing(shape.get(1));
    long out = missing(shape.get(0));
    return new WholeBlocks(
        filled(input, 1, in, owner),
        filled(filled(weight, 1, in, owner), 0, out, owner),
        bias == null ? null : filled(bias, 0, out, owner));
  }

  private static long missing(long channels) {
    return (BLOCK - channels % BLOCK) % BLOCK;
  }

  /** Weights stay for long: what is made of them belongs to the input's owner. */
  private static NDArray filled(NDArray array, int axis, long count, NDManager owner) {
    if (count == 0) {
      return array;
    }
    long[] shape = array.getShape().getShape().clone();
    shape[axis] = count;
    NDArray result = array.concat(owner.zeros(new Shape(shape), DataType.FLOAT32), axis);
    result.attach(owner);
    return result;
  }
}
