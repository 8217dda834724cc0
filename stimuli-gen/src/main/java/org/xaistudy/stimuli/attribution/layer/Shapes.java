package org.xaistudy.stimuli.attribution.layer;

import java.util.stream.LongStream;

/** The two ways to see N·G rows: as one axis, or as G rows for each of N images. */
public final class Shapes {
  private Shapes() {}

  /** (N·G, …) as (N, G, …). */
  public static long[] grouped(long[] shape, long images) {
    return LongStream.concat(LongStream.of(images, shape[0] / images), LongStream.of(shape).skip(1))
        .toArray();
  }

  /** (N, G, …) as (N·G, …). */
  public static long[] flat(long[] shape) {
    return LongStream.concat(LongStream.of(shape[0] * shape[1]), LongStream.of(shape).skip(2))
        .toArray();
  }
}
