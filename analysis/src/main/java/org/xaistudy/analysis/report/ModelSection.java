package org.xaistudy.analysis.report;

import java.util.ArrayList;
import java.util.List;
import org.xaistudy.analysis.figure.Markup;
import org.xaistudy.analysis.mixedmodel.Coefficient;
import org.xaistudy.analysis.mixedmodel.LogisticMixedModel.Outcome;
import org.xaistudy.analysis.mixedmodel.MixedModelFit;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.results.Results;

/** The mixed models, each with its warnings in plain words. */
final class ModelSection {
  private ModelSection() {}

  static Markup of(Results results) {
    List<Markup> html = new ArrayList<>();
    html.add(
        Blocks.paragraph(
            "Trials of one person are not independent. These logistic models of right answers give every person an intercept of their own; estimates are log odds and log odds ratios, not corrected for their number."));
    for (MixedModelFit fit : shown(results)) {
      html.add(Blocks.heading(fit.model().formula(), results.plan().preregistered()));
      html.add(table(fit, results.plan()).html());
      html.add(Blocks.caption(components(fit)));
      html.add(warnings(fit));
    }
    return Markup.all(html);
  }

  /** Of right answers alone: where people differ in sensitivity, that of answers finds too much. */
  private static List<MixedModelFit> shown(Results results) {
    return results.models().stream()
        .filter(fit -> fit.model().outcome() == Outcome.CORRECT && !fit.model().asLme4())
        .toList();
  }

  private static HtmlTable table(MixedModelFit fit, Plan plan) {
    HtmlTable table =
        new HtmlTable(
            "Fixed effects of " + fit.model().formula() + " (Laplace approximation, Wald tests)",
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
        : plan.name(term.method()) + " − " + plan.name(term.versus()) + ": " + effect;
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

  private static Markup warnings(MixedModelFit fit) {
    List<Markup> html = new ArrayList<>();
    if (fit.separated()) {
      html.add(
          Blocks.warning(
              "Some method’s answers are all alike, so an estimate runs off to infinity: do not"
                  + " quote its size, error or p-value."));
    } else if (!fit.converged()) {
      html.add(Blocks.warning("The model could not be fitted to these answers: do not quote it."));
    }
    if (fit.singular()) {
      html.add(
          Blocks.warning(
              "The fit is singular: a variance component is estimated as 0, the data show no"
                  + " spread beyond chance there."));
    }
    return Markup.all(html);
  }
}
