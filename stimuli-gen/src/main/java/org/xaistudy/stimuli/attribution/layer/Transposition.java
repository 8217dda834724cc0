package org.xaistudy.stimuli.attribution.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import org.xaistudy.stimuli.model.NativeTensors;
import org.xaistudy.stimuli.model.Operators;
import org.xaistudy.stimuli.model.Window;

/**
 * The transpose of a convolution, as a convolution of stride 1 with a rearranged kernel.
 *
 * <p>For stride 1 the kernel is flipped in space and its channel axes are swapped. For stride s the
 * input pixels fall into s × s phases; each is reached by its own subset of the kernel's taps, so
 * one convolution computes all phases as channels, which are then interleaved. No zeros are
 * inserted, and nothing is computed twice.
 */
final class Transposition implements AutoCloseable {
  private final NDArray kernel; // (I·sY·sX, O / groups, taps, taps)
  private final Window window;
  private final int groups;
  private final boolean phased;
  private final int tapsY;
  private final int tapsX;

  /**
   * @param weight (O, I / groups, height, width)
   */
  Transposition(NDArray weight, Window window, int groups) {
    this.window = window;
    this.groups = groups;
    phased = window.strideY() > 1 || window.strideX() > 1;
    tapsY = phased ? divideUp(window.spanY(), window.strideY()) : window.height();
    tapsX = phased ? divideUp(window.spanX(), window.strideX()) : window.width();
    kernel =
        NativeTensors.ownedBy(
            weight.getManager(), () -> rearranged(phased ? spread(weight) : weight));
  }

  /** The weight with zeros between dilated taps and after the last, up to whole strides. */
  private NDArray spread(NDArray weight) {
    Shape shape = weight.getShape();
    long height = (long) tapsY * window.strideY();
    long width = (long) tapsX * window.strideX();
    NDArray canvas =
        weight.getManager().zeros(new Shape(shape.get(0), shape.get(1), height, width));
    NDArray taps =
        canvas.get(
            "...,0:{}:{},0:{}:{}",
            window.spanY(),
            window.dilationY(),
            window.spanX(),
            window.dilationX());
    taps.addi(weight); // a view: this writes into the canvas
    return canvas;
  }

  private NDArray rearranged(NDArray weight) {
    long out = weight.getShape().get(0);
    long in = weight.getShape().get(1);
    int sy = phased ? window.strideY() : 1;
    int sx = phased ? window.strideX() : 1;
    return weight
        .reshape(groups, out / groups, in, tapsY, sy, tapsX, sx)
        .flip(3, 5)
        .transpose(0, 2, 4, 6, 1, 3, 5)
        .flatten() // in the order of the axes, which the engine would else bring about at each use
        .reshape(groups * in * sy * sx, out / groups, tapsY, tapsX);
  }

  /**
   * Applies it.
   *
   * @param s (B, O, h, w)
   * @return (B, I, {@code height}, {@code width})
   */
  NDArray apply(NDArray s, int height, int width) {
    return phased ? interleaved(s, height, width) : flipped(s, height, width);
  }

  private NDArray flipped(NDArray s, int height, int width) {
    int fullY = window.spanY() - 1;
    int fullX = window.spanX() - 1;
    int padY = Math.max(0, fullY - window.padTop());
    int padX = Math.max(0, fullX - window.padLeft());
    int top = padY - (fullY - window.padTop());
    int left = padX - (fullX - window.padLeft());
    int bottom = top + height - ((int) s.getShape().get(2) + padY - fullY);
    int right = left + width - ((int) s.getShape().get(3) + padX - fullX);
    Window stride1 =
        new Window(
            window.height(),
            window.width(),
            1,
            1,
            padY,
            padX,
            Math.max(0, bottom),
            Math.max(0, right),
            window.dilationY(),
            window.dilationX(),
            false);
    NDArray full = Operators.convolve(s, kernel, null, stride1, groups);
    return cut(full, top, left, height, width);
  }

  private NDArray interleaved(NDArray s, int height, int width) {
    Window stride1 =
        new Window(tapsY, tapsX, 1, 1, tapsY - 1, tapsX - 1, tapsY - 1, tapsX - 1, 1, 1, false);
    NDArray phases = Operators.convolve(s, kernel, null, stride1, groups);
    Shape shape = phases.getShape();
    int sy = window.strideY();
    int sx = window.strideX();
    long channels = shape.get(1) / sy / sx;
    NDArray full =
        phases
            .reshape(shape.get(0), channels, sy, sx, shape.get(2), shape.get(3))
            .transpose(0, 1, 4, 2, 5, 3)
            .reshape(shape.get(0), channels, shape.get(2) * sy, shape.get(3) * sx);
    return cut(full, window.padTop(), window.padLeft(), height, width);
  }

  /**
   * PassArrays from {@code top} on, columns from {@code left} on; zeros where no window reached.
   */
  private static NDArray cut(NDArray full, int top, int left, int height, int width) {
    long rows = full.getShape().get(2);
    long columns = full.getShape().get(3);
    if (top == 0 && left == 0 && rows == height && columns == width) {
      return full;
    }
    long bottom = Math.min(rows, top + height);
    long right = Math.min(columns, left + width);
    NDArray part = full.get("...,{}:{},{}:{}", top, bottom, left, right);
    return part.pad(new Shape(0, left + width - right, 0, top + height - bottom), 0);
  }

  @Override
  public void close() {
    kernel.close();
  }

  private static int divideUp(int a, int b) {
    return (a + b - 1) / b;
  }
}
