package org.xaistudy.stimuli.model;

/**
 * How a kernel slides over a plane: sizes in pixels, (height, width) each.
 *
 * @param padTop rows of padding above; with {@code ceil}, rows below may be added to the stated
 *     ones until the last window fits
 * @param ceil whether a last window that sticks out of the padded plane still counts (as PyTorch's
 *     {@code ceil_mode})
 */
public record Window(
    int height,
    int width,
    int strideY,
    int strideX,
    int padTop,
    int padLeft,
    int padBottom,
    int padRight,
    int dilationY,
    int dilationX,
    boolean ceil) {

  public Window {
    if (height < 1 || width < 1 || strideY < 1 || strideX < 1 || dilationY < 1 || dilationX < 1) {
      throw new IllegalArgumentException("kernel, stride and dilation must be at least 1");
    }
    if (padTop < 0 || padLeft < 0 || padBottom < 0 || padRight < 0) {
      throw new IllegalArgumentException("padding must not be negative");
    }
  }

  /** A square window with the same stride and padding in both directions. */
  public static Window square(int kernel, int stride, int padding) {
    return new Window(
        kernel, kernel, stride, stride, padding, padding, padding, padding, 1, 1, false);
  }

  /** One window over a whole plane of the given size. */
  public static Window whole(int height, int width) {
    return new Window(height, width, height, width, 0, 0, 0, 0, 1, 1, false);
  }

  /** A window along a row with the same padding at both ends. */
  public static Window row(int kernel, int stride, int padding) {
    return new Window(1, kernel, 1, stride, 0, padding, 0, padding, 1, 1, false);
  }

  /** Whether it is one row high and stays in its row. */
  boolean isFlat() {
    return height == 1 && strideY == 1 && padTop == 0 && padBottom == 0 && dilationY == 1;
  }

  /** The same window whose taps stand {@code dilation} apart. */
  public Window dilated(int dilation) {
    return new Window(
        height, width, strideY, strideX, padTop, padLeft, padBottom, padRight, dilation, dilation,
        ceil);
  }

  /** The same window, a last one that sticks out counted too. */
  public Window withCeil() {
    return new Window(
        height, width, strideY, strideX, padTop, padLeft, padBottom, padRight, dilationY, dilationX,
        true);
  }

  /** The rows from a window's first tap to its last. */
  public int spanY() {
    return dilationY * (height - 1) + 1;
  }

  /** The columns from a window's first tap to its last. */
  public int spanX() {
    return dilationX * (width - 1) + 1;
  }

  /** The output's height for an input {@code inputHeight} rows high. */
  public int outputHeight(int inputHeight) {
    return positions(inputHeight, padTop, padBottom, spanY(), strideY);
  }

  /** The output's width for an input {@code inputWidth} columns wide. */
  public int outputWidth(int inputWidth) {
    return positions(inputWidth, padLeft, padRight, spanX(), strideX);
  }

  /** This window with {@code ceil} replaced by the padding it means for an input of that size. */
  public Window resolved(int inputHeight, int inputWidth) {
    if (!ceil) {
      return this;
    }
    int needY = (outputHeight(inputHeight) - 1) * strideY + spanY() - inputHeight - padTop;
    int needX = (outputWidth(inputWidth) - 1) * strideX + spanX() - inputWidth - padLeft;
    return new Window(
        height,
        width,
        strideY,
        strideX,
        padTop,
        padLeft,
        Math.max(padBottom, needY),
        Math.max(padRight, needX),
        dilationY,
        dilationX,
        false);
  }

  boolean symmetric() {
    return padTop == padBottom && padLeft == padRight;
  }

  private int positions(int size, int before, int after, int span, int stride) {
    int room = size + before + after - span;
    if (room < 0) {
      throw new IllegalArgumentException(
          "a window spanning " + span + " does not fit into " + (size + before + after));
    }
    if (!ceil) {
      return room / stride + 1;
    }
    int count = (room + stride - 1) / stride + 1;
    // A window must start inside the input or the padding before it.
    return (count - 1) * stride >= size + before ? count - 1 : count;
  }
}
