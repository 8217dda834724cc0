package org.xaistudy.analysis.comparison;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.xaistudy.analysis.distribution.RandomStreams;

/**
 * The permutation test of paired values: if nothing differed, each person's difference could as
 * well have the other sign (Fisher 1935, The Design of Experiments, § 21; the true signs count
 * among those that are drawn, as in {@link PermutationTest}).
 */
final class SignFlips {
  private static final int BLOCK = 500;

  private SignFlips() {}

  /**
   * Draws signs.
   *
   * @param differences of each pair
   * @param samples how often
   */
  static PermutationTest of(Scores differences, int samples, long seed) {
    double[] sizes = Arrays.stream(differences.values()).map(Math::abs).sorted().toArray();
    double observed = Math.abs(Arrays.stream(differences.values()).sum()) * (1 - 1e-10) - 1e-9;
    int blocks = (samples + BLOCK - 1) / BLOCK;
    var streams = RandomStreams.of(seed, blocks);
    long extreme =
        IntStream.range(0, blocks)
            .parallel()
            .mapToLong(
                block ->
                    extreme(
                        sizes,
                        observed,
                        Math.min(BLOCK, samples - block * BLOCK),
                        streams.get(block)))
            .sum();
    return new PermutationTest(samples, (extreme + 1.0) / (samples + 1.0));
  }

  private static long extreme(double[] sizes, double observed, int times, SplittableRandom random) {
    long extreme = 0;
    for (int time = 0; time < times; time++) {
      double sum = 0;
      for (double size : sizes) {
        sum += random.nextBoolean() ? size : -size;
      }
      extreme += Math.abs(sum) >= observed ? 1 : 0;
    }
    return extreme;
  }
}
