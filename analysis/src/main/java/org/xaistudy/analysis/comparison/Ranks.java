package org.xaistudy.analysis.comparison;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.ranking.NaNStrategy;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.apache.commons.math3.stat.ranking.TiesStrategy;

/** Ranks of pooled values from 1; equal values share the mean of their ranks. */
public final class Ranks {
  private final double[] ranks;
  private final double ties;

  private Ranks(double[] pooled) {
    ranks = new NaturalRanking(NaNStrategy.FAILED, TiesStrategy.AVERAGE).rank(pooled);
    ties = ties(pooled);
  }

  /** Ranks of all samples together, in the order given. */
  public static Ranks of(Scores... samples) {
    return of(Stream.of(samples).flatMapToDouble(s -> Arrays.stream(s.values())).toArray());
  }

  /** Ranks of these values. */
  public static Ranks of(double[] pooled) {
    return new Ranks(pooled);
  }

  /** The ranks, in the order of the values. */
  public double[] values() {
    return ranks.clone();
  }

  /** The sum of {@code length} ranks from {@code start} on. */
  double sum(int start, int length) {
    return Arrays.stream(ranks, start, start + length).sum();
  }

  /** Σ(t³ − t) over groups of t equal values; 0 without ties. */
  double tieTerm() {
    return ties;
  }

  private static double ties(double[] pooled) {
    double[] sorted = pooled.clone();
    Arrays.sort(sorted);
    double sum = 0;
    for (int start = 0, end; start < sorted.length; start = end) {
      end = start + 1;
      while (end < sorted.length && sorted[end] == sorted[start]) {
        end++;
      }
      double t = end - start;
      sum += t * t * t - t;
    }
    return sum;
  }
}
