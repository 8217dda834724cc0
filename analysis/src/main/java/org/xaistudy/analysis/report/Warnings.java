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
        ? Blocks.warning(Apa.of(results.plan()).text("warning.few"))
        : Markup.NONE;
  }
}
