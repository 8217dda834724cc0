package org.xaistudy.analysis.comparison;

/** A two-sided test by ranks. */
public sealed interface RankTest permits MannWhitney, SignedRanks {
  /** U, or V. */
  double statistic();

  /** {@code NaN} where nothing differs. */
  double p();
}
