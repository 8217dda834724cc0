package org.xaistudy.analysis.bootstrap;

import java.util.function.ToDoubleFunction;
import org.xaistudy.analysis.rates.Confusion;
import org.xaistudy.analysis.rates.SignalDetection;

/** What is counted in each bootstrap sample. */
public enum ResampledStatistic {
  /** True positive rate. */
  TPR(counts -> counts.tpr().value()),
  /** True negative rate. */
  TNR(counts -> counts.tnr().value()),
  /** Share of right answers. */
  ACCURACY(counts -> counts.accuracy().value()),
  /** Sensitivity. */
  D_PRIME(counts -> SignalDetection.of(counts).dPrime()),
  /** Bias. */
  CRITERION(counts -> SignalDetection.of(counts).criterion());

  private final ToDoubleFunction<Confusion> value;

  ResampledStatistic(ToDoubleFunction<Confusion> value) {
    this.value = value;
  }

  /** The statistic of these counts. */
  public double of(Confusion counts) {
    return value.applyAsDouble(counts);
  }

  /** The name in {@code statistics.csv}. */
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
