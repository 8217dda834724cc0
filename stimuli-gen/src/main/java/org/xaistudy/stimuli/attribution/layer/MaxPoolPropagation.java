package org.xaistudy.stimuli.attribution.layer;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import org.xaistudy.stimuli.model.Operators;
import org.xaistudy.stimuli.model.Window;

/** Maximum pooling: the winner takes all; of equal values the first in reading order wins. */
final class MaxPoolPropagation implements Propagation {
  /** Height and width together of the planes that the engine turns. */
  private static final int LARGEST_TURNED = 128;

  private final NDArray x;
  private final NDArray pooled;
  private final Window window;
  private final Cache cache;
  private final int height;
  private final int width;
  private final boolean tiled;

  MaxPoolPropagation(Window window, NDArray x, NDArray pooled, Cache cache) {
    this.x = x;
    this.pooled = pooled;
    this.cache = cache;
    height = (int) x.getShape().get(2);
    width = (int) x.getShape().get(3);
    // With the padding in numbers, every window lies inside the padded plane.
    this.window = window.resolved(height, width);
    tiled = isTiling(this.window);
  }

  private boolean isTiling(Window w) {
    return w.height() == w.strideY()
        && w.width() == w.strideX()
        && w.dilationY() == 1
        && w.dilationX() == 1
        && w.padTop() + w.padLeft() + w.padBottom() + w.padRight() == 0
        && height % w.height() == 0
        && width % w.width() == 0;
  }

  @Override
  public List<Relevance> propagate(Relevance upper) {
    return List.of(tiled ? enlarged(upper) : scattered(upper.product()));
  }

  @Override
  public NDArray gather(List<NDArray> shares) {
    NDArray padded = Operators.pad(shares.get(0), window, 0);
    NDArray winners = cache.get(List.of(this, "taps"), this::tapWinners);
    NDArray sum = null;
    for (int tap = 0; tap < window.height() * window.width(); tap++) {
      NDArray won = Relevance.times(tap(padded, tap), winners.get(tap));
      sum = sum == null ? won : sum.add(won);
    }
    return requireNonNull(sum, "a window has a tap");
  }

  /** Windows that do not overlap: enlarge, and let only the winners through. */
  private Relevance enlarged(Relevance upper) {
    NDArray winners = cache.get(this, this::winnersInPlace);
    NDArray above = upper.factor();
    NDArray factor =
        above == null ? winners : cache.derive(above, this, () -> spread(above, winners));
    return new Relevance(enlarge(upper.values()), factor);
  }

  /** A factor of the output as one of the input; what the pooling gave, its winners had. */
  private NDArray spread(NDArray above, NDArray winners) {
    return above == pooled ? x.mul(winners) : enlarge(above).mul(winners);
  }

  /**
   * The engine's own enlarging turns small planes into another layout and back, four times slower.
   */
  private NDArray enlarge(NDArray values) {
    if (height + width > LARGEST_TURNED) {
      return values.getNDArrayInternal().interpolation(new long[] {height, width}, 0, false);
    }
    Shape shape = new Shape(values.getShape().get(0), values.getShape().get(1), height, width);
    NDArray canvas = values.getManager().create(shape, values.getDataType());
    for (int tap = 0; tap < window.height() * window.width(); tap++) {
      canvas.set(positions(tap), values);
    }
    return canvas;
  }

  /** 1 where a window's first of the largest values is, (N, C, H, W). */
  private NDArray winnersInPlace() {
    NDArray canvas = x.zerosLike();
    NDArray open = null;
    int taps = window.height() * window.width();
    for (int tap = 0; tap < taps; tap++) {
      NDArray largest = tap(x, tap).eq(pooled);
      NDArray wins = open == null ? largest : largest.logicalAnd(open);
      tap(canvas, tap).addi(wins.toType(x.getDataType(), false)); // a view: this writes into it
      if (tap + 1 < taps) {
        NDArray others = wins.logicalNot();
        open = open == null ? others : open.logicalAnd(others);
      }
    }
    return canvas;
  }

  /** Windows that may overlap: add up what each tap's winners get. */
  private Relevance scattered(NDArray relevance) {
    Shape shape = relevance.getShape();
    NDArray canvas =
        relevance
            .getManager()
            .zeros(new Shape(shape.get(0), shape.get(1), paddedHeight(), paddedWidth()));
    NDArray winners = cache.get(List.of(this, "taps"), this::tapWinners);
    for (int tap = 0; tap < window.height() * window.width(); tap++) {
      tap(canvas, tap).addi(Relevance.times(relevance, winners.get(tap)));
    }
    NDArray inside =
        canvas.get(
            "...,{}:{},{}:{}",
            window.padTop(),
            window.padTop() + height,
            window.padLeft(),
            window.padLeft() + width);
    return Relevance.of(inside.duplicate());
  }

  /** (taps, N, C, h, w). */
  private NDArray tapWinners() {
    return NDArrays.stack(new NDList(winners()));
  }

  /** Per tap of the window, 1 where it holds the first of the largest values: (N, C, h, w). */
  private List<NDArray> winners() {
    NDArray padded = Operators.pad(x, window, Double.NEGATIVE_INFINITY);
    NDArray open = pooled.onesLike().toType(DataType.BOOLEAN, false);
    List<NDArray> winners = new ArrayList<>();
    for (int tap = 0; tap < window.height() * window.width(); tap++) {
      NDArray wins = tap(padded, tap).eq(pooled).logicalAnd(open);
      open = open.logicalAnd(wins.logicalNot());
      winners.add(wins.toType(x.getDataType(), false));
    }
    return winners;
  }

  /** A view of what a tap of the window sees, over all of its positions. */
  private NDArray tap(NDArray plane, int tap) {
    return plane.get(positions(tap));
  }

  /** What a tap of the window sees, over all of its positions. */
  private NDIndex positions(int tap) {
    int top = tap / window.width() * window.dilationY();
    int left = tap % window.width() * window.dilationX();
    long rows = (pooled.getShape().get(2) - 1) * window.strideY() + 1;
    long columns = (pooled.getShape().get(3) - 1) * window.strideX() + 1;
    return new NDIndex(
        "...,{}:{}:{},{}:{}:{}",
        top,
        top + rows,
        window.strideY(),
        left,
        left + columns,
        window.strideX());
  }

  private long paddedHeight() {
    return (long) height + window.padTop() + window.padBottom();
  }

  private long paddedWidth() {
    return (long) width + window.padLeft() + window.padRight();
  }
}
