package org.xaistudy.analysis.comparison;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.xaistudy.analysis.distribution.RandomStreams;

/**
 * How often a random split of all participants differs as much as the true one (Phipson & Smyth,
 * Stat. Appl. Genet. Mol. Biol. 9, 2010: the true one counts among them, so p is never 0).
 *
 * @param samples how many random splits
 * @param p two-sided, for the difference of means
 */
public record PermutationTest(int samples, double p) {
  private static final int BLOCK = 500;

  /**
   * Draws {@code samples} random splits. The pool is sorted first, so that the result depends on
   * the values and the seed only, not on the order of participants.
   */
  public static PermutationTest of(Scores x, Scores y, int samples, long seed) {
    double[] pool =
        DoubleStream.concat(Arrays.stream(x.values()), Arrays.stream(y.values()))
            .sorted()
            .toArray();
    int drawn = Math.min(x.size(), y.size());
    double mean = Arrays.stream(pool).sum() / pool.length;
    double observed =
        Math.abs(x.size() == drawn ? x.mean() - mean : y.mean() - mean) * drawn * (1 - 1e-10);
    int blocks = (samples + BLOCK - 1) / BLOCK;
    List<SplittableRandom> streams = RandomStreams.of(seed, blocks);
    long extreme =
        IntStream.range(0, blocks)
            .parallel()
            .mapToLong(
                block ->
                    extreme(
                        pool,
                        drawn,
                        mean * drawn,
                        observed,
                        Math.min(BLOCK, samples - block * BLOCK),
                        streams.get(block)))
            .sum();
    return new PermutationTest(samples, (extreme + 1.0) / (samples + 1.0));
  }

  /** How many of {@code times} splits put a sum at least {@code observed} away from its mean. */
  private static long extreme(
      double[] sorted,
      int drawn,
      double expected,
      double observed,
      int times,
      SplittableRandom random) {
    double[] pool = sorted.clone();
    long count = 0;
    for (int time = 0; time < times; time++) {
      double sum = 0;
      for (int i = 0; i < drawn; i++) {
        int other = i + random.nextInt(pool.length - i);
        double value = pool[other];
        pool[other] = pool[i];
        pool[i] = value;
        sum += value;
      }
      count += Math.abs(sum - expected) >= observed - 1e-9 ? 1 : 0;
    }
    return count;
  }
}
