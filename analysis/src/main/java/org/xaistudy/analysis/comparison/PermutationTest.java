package org.xaistudy.analysis.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.xaistudy.analysis.distribution.RandomStreams;

/**
 * How often a random split of all participants, or random signs of paired differences, differ as
 * much as the true ones (Phipson & Smyth, Stat. Appl. Genet. Mol. Biol. 9, 2010: the true one
 * counts among them, so p is never 0).
 *
 * @param samples how many random splits
 * @param p two-sided, for the difference of means
 */
public record PermutationTest(int samples, double p) {
  private static final int BLOCK = 500;

  /** The test of one pair of samples. */
  public static PermutationTest of(Scores x, Scores y, int samples, long seed) {
    return of(List.of(new Pair(x, y)), samples, seed).get(0);
  }

  /**
   * The test of paired values by random signs.
   *
   * @param differences of each pair
   */
  public static PermutationTest ofPairs(Scores differences, int samples, long seed) {
    return SignFlips.of(differences, samples, seed);
  }

  /** Two samples. */
  public record Pair(Scores x, Scores y) {
    private int size() {
      return x.size() + y.size();
    }

    private int smaller() {
      return Math.min(x.size(), y.size());
    }
  }

  /**
   * Draws {@code samples} random splits. Pools are sorted first, so that the result depends on the
   * values and the seed only, not on the order of participants. Pairs of the same sizes share their
   * splits: those were the same anyway, coming from the same seed.
   *
   * @return one test for each pair
   */
  public static List<PermutationTest> of(List<Pair> pairs, int samples, long seed) {
    Map<List<Integer>, List<Integer>> alike = new LinkedHashMap<>();
    for (int i = 0; i < pairs.size(); i++) {
      Pair pair = pairs.get(i);
      alike.computeIfAbsent(List.of(pair.size(), pair.smaller()), size -> new ArrayList<>()).add(i);
    }
    PermutationTest[] tests = new PermutationTest[pairs.size()];
    for (List<Integer> places : alike.values()) {
      long[] extreme = new Pools(places.stream().map(pairs::get).toList()).extreme(samples, seed);
      for (int k = 0; k < extreme.length; k++) {
        tests[places.get(k)] = new PermutationTest(samples, (extreme[k] + 1.0) / (samples + 1.0));
      }
    }
    return List.of(tests);
  }

  /** The values of pairs that are alike in size, each pair's sorted. */
  private static final class Pools {
    private final int size;
    private final int drawn;
    private final int pairs;

    /** Values of the same rank lie together. */
    private final double[] values;

    private final double[] expected;
    private final double[] observed;

    Pools(List<Pair> group) {
      size = group.get(0).size();
      drawn = group.get(0).smaller();
      pairs = group.size();
      values = new double[size * pairs];
      expected = new double[pairs];
      observed = new double[pairs];
      for (int k = 0; k < pairs; k++) {
        enter(k, group.get(k).x(), group.get(k).y());
      }
    }

    private void enter(int k, Scores x, Scores y) {
      double[] pool = Arrays.copyOf(x.values(), size);
      System.arraycopy(y.values(), 0, pool, x.size(), y.size());
      Arrays.sort(pool);
      double mean = Arrays.stream(pool).sum() / size;
      for (int i = 0; i < size; i++) {
        values[i * pairs + k] = pool[i];
      }
      expected[k] = mean * drawn;
      double own = x.size() == drawn ? x.mean() : y.mean();
      observed[k] = Math.abs(own - mean) * drawn * (1 - 1e-10) - 1e-9;
    }

    /** How many splits put a pair's sum at least as far away from its mean as the true one. */
    long[] extreme(int samples, long seed) {
      int blocks = (samples + BLOCK - 1) / BLOCK;
      List<SplittableRandom> streams = RandomStreams.of(seed, blocks);
      LongAdder[] extreme = new LongAdder[pairs];
      Arrays.setAll(extreme, k -> new LongAdder());
      IntStream.range(0, blocks)
          .parallel()
          .forEach(
              block -> {
                int times = Math.min(BLOCK, samples - block * BLOCK);
                long[] counts = extreme(times, streams.get(block));
                for (int k = 0; k < pairs; k++) {
                  extreme[k].add(counts[k]);
                }
              });
      return Arrays.stream(extreme).mapToLong(LongAdder::sum).toArray();
    }

    private long[] extreme(int times, SplittableRandom random) {
      int[] places = new int[size];
      Arrays.setAll(places, i -> i * pairs);
      long[] counts = new long[pairs];
      double[] sums = new double[pairs];
      for (int time = 0; time < times; time++) {
        Arrays.fill(sums, 0);
        for (int i = 0; i < drawn; i++) {
          int other = i + random.nextInt(size - i);
          int place = places[other];
          places[other] = places[i];
          places[i] = place;
          for (int k = 0; k < pairs; k++) {
            sums[k] += values[place + k];
          }
        }
        for (int k = 0; k < pairs; k++) {
          counts[k] += Math.abs(sums[k] - expected[k]) >= observed[k] ? 1 : 0;
        }
      }
      return counts;
    }
  }
}
