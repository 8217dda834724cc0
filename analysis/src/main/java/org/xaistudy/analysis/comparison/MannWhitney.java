package org.xaistudy.analysis.comparison;

import org.apache.commons.statistics.inference.ContinuityCorrection;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;

/**
 * Mann and Whitney's test (Ann. Math. Stat. 18, 1947), two-sided, as R's {@code wilcox.test}: exact
 * for fewer than 50 values a sample without ties, else by the normal distribution with corrections
 * for ties and continuity.
 *
 * @param u pairs in which x exceeds y, ties counting half
 * @param p {@code NaN} if all values are equal
 */
public record MannWhitney(double u, double p) implements RankTest {
  private static final int EXACT_BELOW = 50;

  @Override
  public double statistic() {
    return u;
  }

  /** Tests whether values of x tend to exceed those of y, or the reverse. */
  public static MannWhitney of(Scores x, Scores y) {
    double all = x.size() + y.size();
    double ties = Ranks.of(x, y).tieTerm();
    boolean exact = x.size() < EXACT_BELOW && y.size() < EXACT_BELOW && ties == 0;
    MannWhitneyUTest.Result test =
        MannWhitneyUTest.withDefaults()
            .with(exact ? PValueMethod.EXACT : PValueMethod.ASYMPTOTIC)
            .with(ContinuityCorrection.ENABLED)
            .test(x.values(), y.values());
    boolean allEqual = ties == all * all * all - all;
    return new MannWhitney(test.getStatistic(), allEqual ? Double.NaN : test.getPValue());
  }
}
