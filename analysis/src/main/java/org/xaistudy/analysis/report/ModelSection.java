package org.xaistudy.analysis.report;

import java.util.List;
import org.xaistudy.analysis.mixedmodel.Coefficient;
import org.xaistudy.analysis.mixedmodel.MixedModelFit;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.results.Results;

/** The mixed models, each with its warnings in plain words. */
final class ModelSection {
  private ModelSection() {}

  static String of(Results results) {
    StringBuilder html =
        new StringBuilder(
            Text.paragraph(
                "Trials of one person are not independent. These logistic models give every person"
                    + " an intercept of their own; estimates are log odds and log odds ratios."));
    for (MixedModelFit fit : results.models()) {
      html.append(Text.heading(fit.model().formula(), results.plan().preregistered()))
          .append(table(fit, results.plan()).html())
          .append(Text.caption(components(fit)))
          .append(warnings(fit));
    }
    return html.toString();
  }

  private static HtmlTable table(MixedModelFit fit, Plan plan) {
    HtmlTable table =
        new HtmlTable(
            "Fixed effects (Laplace approximation, Wald tests)",
            List.of("Term", "Estimate", "SE", Apa.level(plan.level()) + " CI", "z", "p"));
    for (Coefficient one : fit.coefficients()) {
      table.row(
          name(one.term(), plan),
          List.of(
              Apa.number(one.estimate(), 3),
              Apa.number(one.error(), 3),
              Apa.range(one.interval(plan.level()), 2),
              Apa.number(one.z(), 2),
              Apa.bareP(one.p())));
    }
    return table;
  }

  private static String name(Coefficient.Term term, Plan plan) {
    String effect = term.effect().replace('_', ' ');
    return term.versus().isEmpty()
        ? plan.name(term.method()) + ": " + effect
        : plan.name(term.method()) + " against " + plan.name(term.versus()) + ": " + effect;
  }

  private static String components(MixedModelFit fit) {
    String stimuli =
        fit.stimulusSd().isPresent()
            ? ", between stimuli " + Apa.number(fit.stimulusSd().getAsDouble(), 3)
            : "";
    return Apa.typeset(
        "Standard deviation between participants %s%s (log odds); log-likelihood %s."
            .formatted(
                Apa.number(fit.participantSd(), 3), stimuli, Apa.number(fit.logLikelihood(), 2)));
  }

  private static String warnings(MixedModelFit fit) {
    StringBuilder html = new StringBuilder();
    if (fit.separated()) {
      html.append(
          Text.warning(
              "Some method’s answers are all alike, so an estimate runs off to infinity: do not"
                  + " quote its size, error or p-value."));
    } else if (!fit.converged()) {
      html.append(Text.warning("The fit did not converge: do not quote it."));
    }
    if (fit.singular()) {
      html.append(
          Text.warning(
              "The fit is singular: a variance component is estimated as 0, the data show no"
                  + " spread beyond chance there."));
    }
    return html.toString();
  }
}
