package org.xaistudy.analysis.bootstrap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.xaistudy.analysis.distribution.RandomStreams;

/**
 * Intervals of what follows from sums over the people of one or several groups: each bootstrap
 * sample draws as many people of each group as there are, with replacement, each with all their
 * counts.
 *
 * <p>People are put in an order that depends on their counts alone, so that who comes first in the
 * file changes nothing. With several groups the acceleration of BCa is that of Efron and Tibshirani
 * (1993, section 14.3 with influence values by group): each group's jackknife values around their
 * own mean, times (n − 1)/n.
 */
public final class SumBootstrap {
  /** (group, person, count). */
  private final int[][][] groups;

  private final long[][] all;

  /**
   * Over the people of these groups.
   *
   * @param groups for each group the counts of each person, equally many for everybody
   */
  public SumBootstrap(List<List<int[]>> groups) {
    this.groups =
        groups.stream()
            .map(people -> people.stream().sorted(Arrays::compare).toArray(int[][]::new))
            .toArray(int[][][]::new);
    all = Arrays.stream(this.groups).map(SumBootstrap::sum).toArray(long[][]::new);
  }

  private static long[] sum(int[][] people) {
    long[] sum = new long[people[0].length];
    for (int[] person : people) {
      add(sum, person, 1);
    }
    return sum;
  }

  private static void add(long[] sum, int[] person, int times) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += (long) times * person[i];
    }
  }

  /** A statistic of everybody as they are. */
  public double estimate(ToDoubleFunction<long[][]> statistic) {
    return statistic.applyAsDouble(all);
  }

  /**
   * Standard errors and BCa intervals of several statistics from one set of samples.
   *
   * @param statistics each of the sums (group, count)
   * @param samples how many
   * @param level such as 0.95
   * @return in the statistics' order; undetermined where a group has a single person
   */
  public List<Resampled> resample(
      List<ToDoubleFunction<long[][]>> statistics, int samples, double level, long seed) {
    if (Arrays.stream(groups).anyMatch(people -> people.length < 2)) {
      return statistics.stream().map(statistic -> Resampled.NOTHING).toList();
    }
    long[][][] drawn = RandomStreams.fill(new long[samples][][], seed, this::sample);
    return statistics.stream()
        .map(
            statistic ->
                Resampled.of(
                    estimate(statistic),
                    Arrays.stream(drawn).mapToDouble(statistic).toArray(),
                    jackknife(statistic),
                    level))
        .toList();
  }

  private long[][] sample(SplittableRandom random) {
    long[][] sums = new long[groups.length][];
    for (int group = 0; group < groups.length; group++) {
      sums[group] = new long[all[group].length];
      for (int i = 0; i < groups[group].length; i++) {
        add(sums[group], groups[group][random.nextInt(groups[group].length)], 1);
      }
    }
    return sums;
  }

  /** Leaving one person out after the other, as far from the mean of their group as they count. */
  private double[] jackknife(ToDoubleFunction<long[][]> statistic) {
    List<Double> values = new ArrayList<>();
    for (int group = 0; group < groups.length; group++) {
      double[] own = new double[groups[group].length];
      for (int person = 0; person < own.length; person++) {
        long[][] without = all.clone();
        without[group] = all[group].clone();
        add(without[group], groups[group][person], -1);
        own[person] = statistic.applyAsDouble(without);
      }
      double mean = Arrays.stream(own).average().orElseThrow();
      double weight = (own.length - 1.0) / own.length;
      Arrays.stream(own).forEach(value -> values.add((value - mean) * weight));
    }
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
