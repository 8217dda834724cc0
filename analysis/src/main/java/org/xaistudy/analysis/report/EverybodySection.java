package org.xaistudy.analysis.report;

import org.xaistudy.analysis.figure.Markup;
import org.xaistudy.analysis.results.MeasureResult;
import org.xaistudy.analysis.results.Results;

/** The main comparison with everybody in it: how much hangs on the exclusions. */
final class EverybodySection {
  private EverybodySection() {}

  static Markup of(Results results) {
    MeasureResult primary =
        results.unexcluded().stream()
            .filter(measure -> measure.measure() == results.plan().primary())
            .findFirst()
            .orElseThrow();
    return Markup.all(
        Blocks.paragraph(Apa.of(results.plan()).text("everybody", results.flow().leftOut())),
        Blocks.findings(Sentences.of(results.plan()).comparisons(primary, results.plan())));
  }
}
