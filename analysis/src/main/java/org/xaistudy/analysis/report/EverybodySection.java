package org.xaistudy.analysis.report;

import org.xaistudy.analysis.figure.Markup;
import org.xaistudy.analysis.results.MeasureResult;
import org.xaistudy.analysis.results.Results;

/** The main comparison with everybody in it: how much hangs on the exclusions. */
final class EverybodySection {
  private EverybodySection() {}

  static String of(Results results) {
    MeasureResult primary =
        results.unexcluded().stream()
            .filter(measure -> measure.measure() == results.plan().primary())
            .findFirst()
            .orElseThrow();
    StringBuilder html =
        new StringBuilder(
            Text.paragraph(
                "The same comparison with the %d participants whom the rules left out."
                    .formatted(results.flow().leftOut())));
    html.append("<ul class='findings'>");
    for (int i = 0; i < primary.comparisons().size(); i++) {
      String sentence = Sentences.comparison(primary, i, results.plan());
      html.append("<li>").append(Markup.escape(sentence)).append("</li>");
    }
    return html.append("</ul>\n").toString();
  }
}
