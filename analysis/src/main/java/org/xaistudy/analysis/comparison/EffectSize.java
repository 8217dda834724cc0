package org.xaistudy.analysis.comparison;

import org.xaistudy.analysis.estimate.Interval;
import org.xaistudy.analysis.estimate.Normal;

/**
 * A difference of means in units of the pooled standard deviation.
 *
 * @param d Cohen's d; {@code NaN} without spread
 * @param dInterval its interval
 * @param g Hedges' g = d (1 − 3/(4(n+m−2) − 1)), nearly free of d's bias in small samples
 * @param gInterval its interval
 */
public record EffectSize(double d, Interval dInterval, double g, Interval gInterval) {
  /**
   * From two samples. The standard error is that of large samples, √((n+m)/(nm) + d²/(2(n+m)))
   * (Hedges & Olkin, Statistical Methods for Meta-Analysis, 1985, eq. 5.12).
   */
  public static EffectSize of(Sample x, Sample y, double level) {
    double n = x.size();
    double m = y.size();
    double sd = Pooled.sd(x, y);
    double d = sd > 0 ? (x.mean() - y.mean()) / sd : Double.NaN;
    double shrink = 1 - 3 / (4 * (n + m - 2) - 1);
    double half = Normal.critical(level) * Math.sqrt((n + m) / (n * m) + d * d / (2 * (n + m)));
    return new EffectSize(
        d, Interval.around(d, half), shrink * d, Interval.around(shrink * d, shrink * half));
  }
}
