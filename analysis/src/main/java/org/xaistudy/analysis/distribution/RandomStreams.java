package org.xaistudy.analysis.distribution;

import java.util.List;
import java.util.SplittableRandom;
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
}
