package org.xaistudy.analysis.comparison;

import java.util.Arrays;
import org.apache.commons.statistics.inference.ContinuityCorrection;
import org.apache.commons.statistics.inference.PValueMethod;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;

/**
 * Wilcoxon's test of paired values (Biometrics Bulletin 1, 1945), two-sided, as R's {@code
 * wilcox.test}: pairs without a difference are left out; exact for fewer than 50 of the others
 * without ties, else by the normal distribution with corrections for ties and continuity.
 *
 * @param v sum of the ranks of pairs in which x exceeds y
 * @param p {@code NaN} if no pair differs
 */
public record SignedRanks(double v, double p) implements RankTest {
  private static final int EXACT_BELOW = 50;

  /**
   * Tests whether differences tend to be above 0, or below.
   *
   * @param differences of each pair, x less y
   */
  public static SignedRanks of(Scores differences) {
    double[] values = differences.values();
    double[] other = Arrays.stream(values).filter(value -> value != 0).toArray();
    if (other.length == 0) {
      return new SignedRanks(0, Double.NaN);
    }
    double ties = Ranks.of(Arrays.stream(other).map(Math::abs).toArray()).tieTerm();
    boolean exact = values.length < EXACT_BELOW && ties == 0 && other.length == values.length;
    WilcoxonSignedRankTest.Result test =
        WilcoxonSignedRankTest.withDefaults()
            .with(exact ? PValueMethod.EXACT : PValueMethod.ASYMPTOTIC)
            .with(ContinuityCorrection.ENABLED)
            .test(other);
    return new SignedRanks(test.getStatistic(), test.getPValue());
  }

  @Override
  public double statistic() {
    return v;
  }
}
