package org.xaistudy.analysis.comparison;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.FDistribution;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.special.Gamma;
import org.apache.commons.math3.stat.correlation.Covariance;

/**
 * A test of several samples at once.
 *
 * @param statistic F, or Kruskal and Wallis's H, or Friedman's Q
 * @param df1 degrees of freedom between samples
 * @param df2 degrees of freedom within; {@code NaN} for H and Q
 * @param p {@code NaN} where the data do not determine it
 */
public record VarianceAnalysis(double statistic, double df1, double df2, double p) {
  /** Where the data determine nothing. */
  public static final VarianceAnalysis UNDETERMINED =
      new VarianceAnalysis(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

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

  /**
   * Analysis of variance of repeated measures, sphericity assumed.
   *
   * @param values one row a person, one column a method; at least two of either
   */
  public static VarianceAnalysis repeated(double[][] values) {
    return repeated(values, 1);
  }

  /**
   * The same with degrees of freedom shrunken by Greenhouse and Geisser's ε (Psychometrika 24,
   * 1959), so that methods may differ in spread and in how they go together.
   */
  public static VarianceAnalysis greenhouseGeisser(double[][] values) {
    return repeated(values, epsilon(values));
  }

  private static VarianceAnalysis repeated(double[][] values, double epsilon) {
    int people = values.length;
    int methods = values[0].length;
    double[] own = means(values);
    double[] ofMethod = means(turned(values));
    double grand = Arrays.stream(own).sum() / people;
    double between = Arrays.stream(ofMethod).map(mean -> people * square(mean - grand)).sum();
    double within = 0;
    for (int i = 0; i < people; i++) {
      for (int j = 0; j < methods; j++) {
        within += square(values[i][j] - own[i] - ofMethod[j] + grand);
      }
    }
    double df1 = methods - 1.0;
    double df2 = df1 * (people - 1.0);
    return f(between / df1 / (within / df2), epsilon * df1, epsilon * df2);
  }

  private static double epsilon(double[][] values) {
    int k = values[0].length;
    double[][] s = new Covariance(values).getCovarianceMatrix().getData();
    double[] rows = means(s);
    double grand = Arrays.stream(rows).sum() / k;
    double diagonal = 0;
    double squares = 0;
    for (int i = 0; i < k; i++) {
      diagonal += s[i][i] / k;
      squares += Arrays.stream(s[i]).map(VarianceAnalysis::square).sum();
    }
    double rowSquares = Arrays.stream(rows).map(VarianceAnalysis::square).sum();
    return square(k * (diagonal - grand))
        / ((k - 1) * (squares - 2 * k * rowSquares + square(k * grand)));
  }

  /**
   * Friedman's rank test (J. Am. Stat. Assoc. 32, 1937), corrected for ties.
   *
   * @param values one row a person, one column a method
   */
  public static VarianceAnalysis friedman(double[][] values) {
    double n = values.length;
    double k = values[0].length;
    double[] sums = new double[values[0].length];
    double ties = 0;
    for (double[] row : values) {
      Ranks ranks = Ranks.of(row);
      double[] own = ranks.values();
      for (int j = 0; j < sums.length; j++) {
        sums[j] += own[j];
      }
      ties += ranks.tieTerm();
    }
    double spread = Arrays.stream(sums).map(sum -> square(sum - n * (k + 1) / 2)).sum();
    double q = 12 * spread / (n * k * (k + 1) - ties / (k - 1));
    return Double.isFinite(q)
        ? new VarianceAnalysis(q, k - 1, Double.NaN, chiSquaredTail(q, k - 1))
        : new VarianceAnalysis(Double.NaN, k - 1, Double.NaN, Double.NaN);
  }

  private static double[] means(double[][] rows) {
    return Arrays.stream(rows)
        .mapToDouble(row -> Arrays.stream(row).average().orElseThrow())
        .toArray();
  }

  private static double[][] turned(double[][] values) {
    return new Array2DRowRealMatrix(values).transpose().getData();
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
