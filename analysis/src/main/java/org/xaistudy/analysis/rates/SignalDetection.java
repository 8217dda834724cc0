package org.xaistudy.analysis.rates;

import org.xaistudy.analysis.distribution.Interval;
import org.xaistudy.analysis.distribution.Normal;

/**
 * Sensitivity and bias apart, by equal-variance signal detection (Green & Swets 1966).
 *
 * <p>Rates are log-linearly corrected, (hits + ½)/(n + 1) (Hautus, Behav. Res. Methods 27, 1995),
 * so that perfect participants have a finite d′.
 *
 * @param dPrime z(hit rate) − z(false-alarm rate); 0 is guessing; {@code NaN} if only one kind of
 *     model was judged
 * @param criterion −½ (z(hit rate) + z(false-alarm rate)); below 0: yes is said too easily
 * @param dPrimeError standard error of d′ (Gourevitch & Galanter, Psychometrika 32, 1967)
 */
public record SignalDetection(double dPrime, double criterion, double dPrimeError) {
  /** From pooled counts. */
  public static SignalDetection of(Confusion counts) {
    return of(counts.tp(), counts.positives(), counts.fp(), counts.negatives());
  }

  /** The z-value of a log-linearly corrected rate. */
  public static double z(double yes, double trials) {
    return Normal.quantile((yes + 0.5) / (trials + 1));
  }

  /** From counts that need not be whole, as those of a jackknife. */
  public static SignalDetection of(
      double hits, double positives, double falseAlarms, double negatives) {
    if (!(positives > 0) || !(negatives > 0)) {
      return new SignalDetection(Double.NaN, Double.NaN, Double.NaN);
    }
    double hitRate = (hits + 0.5) / (positives + 1);
    double alarmRate = (falseAlarms + 0.5) / (negatives + 1);
    double zHit = Normal.quantile(hitRate);
    double zAlarm = Normal.quantile(alarmRate);
    double variance = variance(hitRate, zHit, positives) + variance(alarmRate, zAlarm, negatives);
    return new SignalDetection(zHit - zAlarm, -(zHit + zAlarm) / 2, Math.sqrt(variance));
  }

  /** d′ ± z · standard error; takes trials for independent. */
  public Interval dPrimeInterval(double level) {
    return Interval.around(dPrime, Normal.critical(level) * dPrimeError);
  }

  /** The criterion's standard error is half that of d′, the two z being independent. */
  public Interval criterionInterval(double level) {
    return Interval.around(criterion, Normal.critical(level) * dPrimeError / 2);
  }

  private static double variance(double rate, double z, double trials) {
    double density = Normal.density(z);
    return rate * (1 - rate) / (trials * density * density);
  }
}
