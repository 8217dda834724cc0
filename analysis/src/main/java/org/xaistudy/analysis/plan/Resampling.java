package org.xaistudy.analysis.plan;

/**
 * What is drawn by chance.
 *
 * @param samples how many bootstrap samples and random permutations
 * @param seed the same seed gives the same numbers
 */
public record Resampling(int samples, long seed) {
  /** The seed where nobody chose one: the year of the study that this one repeats. */
  public static final long SEED = 2023;

  /** How many where nobody said. */
  static final int SAMPLES = 10_000;
}
