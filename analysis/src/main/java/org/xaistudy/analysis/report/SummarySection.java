package org.xaistudy.analysis.report;

import org.xaistudy.analysis.figure.Markup;
import org.xaistudy.analysis.results.ArmResult;
import org.xaistudy.analysis.results.MeasureResult;
import org.xaistudy.analysis.results.Results;

/** What came out, in sentences ready to quote. */
final class SummarySection {
  private SummarySection() {}

  static String lead(Results results) {
    String numbers =
        "%,d participants, %,d answers, %d methods; reference: %s"
            .formatted(
                results.flow().kept().participants().size(),
                results.flow().kept().size(),
                results.arms().size(),
                results.plan().name(results.plan().reference()));
    return "<p class='lead'>"
        + Markup.escape(numbers)
        + "</p>\n"
        + (results.flow().simulated()
            ? Text.warning("Simulated answers: no person took part.")
            : "")
        + Editions.of(results.flow()).map(Text::warning).orElse("");
  }

  static String of(Results results) {
    StringBuilder html = new StringBuilder(status(results));
    html.append(Text.paragraph(rates(results)));
    MeasureResult primary = results.primary();
    if (!primary.comparisons().isEmpty()) {
      html.append("<ul class='findings'>");
      for (int i = 0; i < primary.comparisons().size(); i++) {
        String sentence = Sentences.comparison(primary, i, results.plan());
        html.append("<li>").append(Markup.escape(sentence)).append("</li>");
      }
      html.append("</ul>\n").append(Text.paragraph(Sentences.together(primary)));
    }
    return html.toString();
  }

  private static String status(Results results) {
    return Text.caption(
        results.plan().preregistered()
            ? "The comparison below is the one that the study’s file states. Whatever is marked"
                + " exploratory was not foreseen there."
            : "No plan was written down before: all of this report is exploratory.");
  }

  private static String rates(Results results) {
    StringBuilder text = new StringBuilder("Participants judged rightly ");
    for (int i = 0; i < results.arms().size(); i++) {
      ArmResult arm = results.arms().get(i);
      String joint = i == 0 ? "" : i == results.arms().size() - 1 ? " and " : ", ";
      text.append(joint)
          .append(Apa.percent(arm.confusion().accuracy().value()))
          .append(" of the time with ")
          .append(results.plan().name(arm.method()));
    }
    return Apa.typeset(text.append("; guessing would be 50 %.").toString());
  }
}
