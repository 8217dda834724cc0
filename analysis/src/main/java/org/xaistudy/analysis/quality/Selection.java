package org.xaistudy.analysis.quality;

import java.util.List;

/**
 * Who counts.
 *
 * @param versions whose answers are looked at
 * @param rules who of them is left out, in this order
 */
public record Selection(Versions versions, List<Rule> rules) {
  /** Copies the list. */
  public Selection {
    rules = List.copyOf(rules);
  }

  /** Those rules among the answers to the newest version. */
  public static Selection by(List<Rule> rules) {
    return new Selection(Versions.NEWEST, rules);
  }
}
