package org.xaistudy.analysis.exclusion;

import java.util.List;

/**
 * Who counts.
 *
 * @param versions whose answers are looked at
 * @param rules who of them is left out, in this order
 */
public record Eligibility(VersionSelection versions, List<ExclusionRule> rules) {
  /** Copies the list. */
  public Eligibility {
    rules = List.copyOf(rules);
  }

  /** Those rules among the answers to the newest version. */
  public static Eligibility by(List<ExclusionRule> rules) {
    return new Eligibility(VersionSelection.NEWEST, rules);
  }
}
