package org.xaistudy.analysis.report;

import org.xaistudy.analysis.figure.Markup;
import org.xaistudy.analysis.results.ArmResult;
import org.xaistudy.analysis.results.Results;

/** What is to be known before any number is quoted. */
final class Warnings {
  private Warnings() {}

  /** Where an arm has few people. */
  static Markup few(Results results) {
    return results.arms().stream().anyMatch(ArmResult::few)
        ? Blocks.warning(
            "Fewer than 10 people in an arm: bootstrap intervals are too narrow there, tests see"
                + " little, and one person changes much.")
        : Markup.NONE;
  }
}
