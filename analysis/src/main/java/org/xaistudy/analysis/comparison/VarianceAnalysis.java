package org.xaistudy.analysis.comparison;

import java.util.List;
import org.apache.commons.math3.distribution.FDistribution;
import org.apache.commons.math3.special.Gamma;

/**
 * A test of several samples at once.
 *
 * @param statistic F, or Kruskal and Wallis's H
 * @param df1 degrees of freedom between samples
 * @param df2 degrees of freedom within; {@code NaN} for H
 * @param p {@code NaN} where the data do not determine it
 */
public record VarianceAnalysis(double statistic, double df1, double df2, double p) {
  /** One-way analysis of variance, equal variances assumed. Single values are allowed. */
  public static VarianceAnalysis anova(List<Scores> samples) {
    double all = samples.stream().mapToInt(Scores::size).sum();
    double grand = samples.stream().mapToDouble(s -> s.size() * s.mean()).sum() / all;
    double between = samples.stream().mapToDouble(s -> s.size() * square(s.mean() - grand)).sum();
    double within =
        samples.stream()
            .filter(s -> s.size() > 1)
            .mapToDouble(s -> (s.size() - 1) * s.variance())
            .sum();
    double df1 = samples.size() - 1.0;
    double df2 = all - samples.size();
    return f(between / df1 / (within / df2), df1, df2);
  }

  /** Welch's analysis of variance (Biometrika 38, 1951); needs spread in every sample. */
  public static VarianceAnalysis welch(List<Scores> samples) {
    double k = samples.size();
    double weights = samples.stream().mapToDouble(VarianceAnalysis::weight).sum();
    double grand = samples.stream().mapToDouble(s -> weight(s) * s.mean()).sum() / weights;
    double lambda =
        samples.stream().mapToDouble(s -> square(1 - weight(s) / weights) / (s.size() - 1)).sum()
            / (k * k - 1);
    double between = samples.stream().mapToDouble(s -> weight(s) * square(s.mean() - grand)).sum();
    return f(between / ((k - 1) * (1 + 2 * (k - 2) * lambda)), k - 1, 1 / (3 * lambda));
  }

  /** Kruskal and Wallis's rank test (J. Am. Stat. Assoc. 47, 1952), corrected for ties. */
  public static VarianceAnalysis kruskalWallis(List<Scores> samples) {
    Ranks ranks = Ranks.of(samples.toArray(Scores[]::new));
    double all = 0;
    double sum = 0;
    for (Scores sample : samples) {
      sum += square(ranks.sum((int) all, sample.size())) / sample.size();
      all += sample.size();
    }
    double h = 12 * sum / (all * (all + 1)) - 3 * (all + 1);
    double corrected = h / (1 - ranks.tieTerm() / (all * all * all - all));
    double df = samples.size() - 1.0;
    return Double.isFinite(corrected)
        ? new VarianceAnalysis(corrected, df, Double.NaN, chiSquaredTail(corrected, df))
        : new VarianceAnalysis(Double.NaN, df, Double.NaN, Double.NaN);
  }

  private static VarianceAnalysis f(double f, double df1, double df2) {
    boolean determined = Double.isFinite(f) && df2 > 0;
    return new VarianceAnalysis(
        determined ? f : Double.NaN,
        df1,
        determined ? df2 : Double.NaN,
        determined ? fTail(f, df1, df2) : Double.NaN);
  }

  /** By the reciprocal: 1 − P(F ≤ f) would lose small p-values in rounding. */
  private static double fTail(double f, double df1, double df2) {
    return new FDistribution(null, df2, df1).cumulativeProbability(1 / f);
  }

  private static double chiSquaredTail(double x, double df) {
    return x <= 0 ? 1 : Gamma.regularizedGammaQ(df / 2, x / 2);
  }

  private static double weight(Scores sample) {
    return sample.size() / sample.variance();
  }

  private static double square(double x) {
    return x * x;
  }
}
