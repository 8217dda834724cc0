package org.xaistudy.analysis.distribution;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Streams of random numbers that do not depend on one another, one for each piece of work, so that
 * the same seed gives the same numbers on however many processors.
 *
 * <p>They are split off one generator, as Steele, Lea and Flood describe ("Fast splittable
 * pseudorandom number generators", OOPSLA 2014). Seeds at equal distances would not do: a generator
 * whose seed is larger by its own step (the golden ratio, 0x9E3779B97F4A7C15) goes through the same
 * numbers, one ahead.
 */
public final class RandomStreams {
  private static final int BLOCK = 250;

  private RandomStreams() {}

  /**
   * Independent streams.
   *
   * @param seed the same seed gives the same streams, and more of them begin with the same ones
   * @param count how many
   */
  public static List<SplittableRandom> of(long seed, int count) {
    SplittableRandom root = new SplittableRandom(seed);
    return Stream.generate(root::split).limit(count).toList();
  }

  /**
   * Fills an array with draws, {@value #BLOCK} at a time from a stream of their own, side by side.
   *
   * @param draws the array
   * @param one makes one of them
   * @return the array
   */
  public static <T> T[] fill(T[] draws, long seed, Function<SplittableRandom, T> one) {
    int blocks = (draws.length + BLOCK - 1) / BLOCK;
    List<SplittableRandom> streams = of(seed, blocks);
    IntStream.range(0, blocks)
        .parallel()
        .forEach(
            block -> {
              SplittableRandom random = streams.get(block);
              int end = Math.min(draws.length, (block + 1) * BLOCK);
              for (int i = block * BLOCK; i < end; i++) {
                draws[i] = one.apply(random);
              }
            });
    return draws;
  }
}
