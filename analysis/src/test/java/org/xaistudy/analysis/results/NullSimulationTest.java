package org.xaistudy.analysis.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.xaistudy.analysis.comparison.MannWhitney;
import org.xaistudy.analysis.comparison.PermutationTest;
import org.xaistudy.analysis.comparison.Scores;
import org.xaistudy.analysis.comparison.TTest;
import org.xaistudy.analysis.comparison.VarianceAnalysis;

/** Where nothing is to be found, p-values are uniform: Kolmogorov's distance from the diagonal. */
class NullSimulationTest {
  private static final int STUDIES = 2000;

  /** Kolmogorov's critical value at α = 0.001; the seed is fixed, so that it holds or does not. */
  private static final double CRITICAL = 1.95 / Math.sqrt(STUDIES);

  @Test
  void welchOfEqualPopulations() {
    assertUniform(random -> TTest.welch(normal(random, 20, 1), normal(random, 30, 2), 0.95).p());
  }

  @Test
  void studentOfEqualPopulations() {
    assertUniform(random -> TTest.student(normal(random, 8, 1), normal(random, 9, 1), 0.95).p());
  }

  @Test
  void exactRanksOfEqualPopulations() {
    assertUniform(random -> MannWhitney.of(normal(random, 30, 1), normal(random, 25, 1)).p());
  }

  @Test
  void permutationsOfEqualPopulations() {
    assertUniform(
        random ->
            PermutationTest.of(normal(random, 12, 1), normal(random, 15, 1), 500, random.nextLong())
                .p());
  }

  @Test
  void varianceAnalysesOfEqualPopulations() {
    assertUniform(random -> VarianceAnalysis.anova(three(random)).p());
    assertUniform(random -> VarianceAnalysis.welch(three(random)).p());
    assertUniform(random -> VarianceAnalysis.kruskalWallis(three(random)).p());
  }

  private interface Study {
    double p(SplittableRandom random);
  }

  private static void assertUniform(Study study) {
    SplittableRandom random = new SplittableRandom(7);
    double[] p =
        IntStream.range(0, STUDIES).mapToDouble(i -> study.p(random.split())).sorted().toArray();
    double distance =
        IntStream.range(0, STUDIES)
            .mapToDouble(i -> Math.abs(p[i] - (i + 0.5) / STUDIES))
            .max()
            .orElseThrow();
    assertThat(distance).isLessThan(CRITICAL);
    assertThat(Arrays.stream(p).filter(one -> one < 0.05).count()).isBetween(65L, 140L);
  }

  private static List<Scores> three(SplittableRandom random) {
    return List.of(normal(random, 25, 1), normal(random, 30, 1), normal(random, 35, 1));
  }

  private static Scores normal(SplittableRandom random, int size, double sd) {
    return Scores.of(
        IntStream.range(0, size).mapToDouble(i -> sd * random.nextGaussian()).toArray());
  }
}
