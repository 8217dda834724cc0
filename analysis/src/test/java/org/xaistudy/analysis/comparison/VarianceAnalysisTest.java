package org.xaistudy.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Against {@code oneway.test}, {@code aov} and {@code kruskal.test} of R 4.2.2. */
class VarianceAnalysisTest {
  /** Unequal sizes and spreads, with ties within and between. */
  private static final List<Scores> THREE =
      List.of(Scores.of(1, 2, 2, 5, 7), Scores.of(3, 3, 4, 8), Scores.of(9, 6, 6, 2, 2, 10));

  private static final List<Scores> FAR =
      List.of(Scores.of(0.1, 0.2, 0.3), Scores.of(50, 51, 52.5));

  private static void compare(
      VarianceAnalysis actual, double statistic, double df1, double df2, double p) {
    assertThat(actual.statistic()).isCloseTo(statistic, withinPercentage(1e-8));
    assertThat(actual.df1()).isEqualTo(df1);
    assertThat(actual.p()).isCloseTo(p, withinPercentage(1e-7));
    if (Double.isNaN(df2)) {
      assertThat(actual.df2()).isNaN();
    } else {
      assertThat(actual.df2()).isCloseTo(df2, withinPercentage(1e-8));
    }
  }

  @Test
  void equalVariances() {
    compare(VarianceAnalysis.anova(THREE), 0.987546280713564, 2, 12, 0.40082916875089);
    compare(VarianceAnalysis.anova(FAR), 4890.88075313808, 1, 4, 2.50487094521038e-07);
  }

  @Test
  void aSingleValueSaysSomethingOfItsMeanAndNothingOfTheSpread() {
    List<Scores> single = List.of(Scores.of(4, 4.5), Scores.of(9), Scores.of(2, 2.5));
    compare(VarianceAnalysis.anova(single), 121.8, 2, 2, 0.00814332247557001);
  }

  @Test
  void unequalVariances() {
    compare(
        VarianceAnalysis.welch(THREE), 0.867761601576305, 2, 7.76056020226314, 0.456970147595931);
    compare(
        VarianceAnalysis.welch(FAR), 4890.88075313808, 1, 2.02526215020786, 0.00018667601440882);
  }

  @Test
  void ranks() {
    compare(
        VarianceAnalysis.kruskalWallis(THREE), 1.97737226277373, 2, Double.NaN, 0.372065214831525);
    compare(
        VarianceAnalysis.kruskalWallis(FAR), 3.85714285714286, 1, Double.NaN, 0.0495346134356268);
  }

  @Test
  void whatTheDataDoNotDetermineIsNotSaid() {
    List<Scores> alike = List.of(Scores.of(3, 3), Scores.of(3, 3));
    for (VarianceAnalysis undetermined :
        List.of(
            VarianceAnalysis.anova(alike),
            VarianceAnalysis.anova(List.of(Scores.of(1), Scores.of(2))),
            VarianceAnalysis.welch(alike),
            VarianceAnalysis.welch(List.of(Scores.of(1, 2), Scores.of(5, 5))),
            VarianceAnalysis.kruskalWallis(alike))) {
      assertThat(undetermined.statistic()).isNaN();
      assertThat(undetermined.p()).isNaN();
    }
  }

  @Test
  void ranksThatAreTheSameInAllSamplesAreNoDifference() {
    VarianceAnalysis none =
        VarianceAnalysis.kruskalWallis(List.of(Scores.of(1, 4), Scores.of(2, 3)));
    assertThat(none.statistic()).isZero();
    assertThat(none.p()).isEqualTo(1);
  }
}
