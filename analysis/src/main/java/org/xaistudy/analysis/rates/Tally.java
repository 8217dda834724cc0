package org.xaistudy.analysis.rates;

/** What was said where what was right, counted. */
public sealed interface Tally permits Confusion, Choices, Places {
  /** The share of right answers. */
  Rate accuracy();
}
