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
    Apa apa = Apa.of(results.plan());
    List<Markup> html = new ArrayList<>();
    html.add(Blocks.paragraph(apa.text("models.intro")));
    for (MixedModelFit fit : shown(results)) {
      html.add(
          results.plan().preregistered()
              ? Blocks.exploratory(fit.model().formula(), apa)
              : Blocks.heading(fit.model().formula()));
      html.add(table(fit, results.plan()).html());
      html.add(Blocks.caption(components(fit, apa)));
      html.add(warnings(fit, apa));
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
    Apa apa = Apa.of(plan);
    HtmlTable table =
        new HtmlTable(
            apa.text("models.table", fit.model().formula()),
            List.of(
                apa.text("column.term"),
                apa.text("column.estimate"),
                apa.text("column.error"),
                apa.text("column.ci", apa.level(plan.level())),
                "z",
                "p"));
    for (Coefficient one : fit.coefficients()) {
      table.row(
          name(one.term(), plan),
          List.of(
              apa.number(one.estimate(), 3),
              apa.number(one.error(), 3),
              apa.range(one.interval(plan.level()), 2),
              apa.number(one.z(), 2),
              apa.bareP(one.p())));
    }
    return table;
  }

  private static String name(Coefficient.Term term, Plan plan) {
    Apa apa = Apa.of(plan);
    return term.versus().isEmpty()
        ? apa.text("models.intercept", plan.name(term.method()))
        : apa.text("models.oddsRatio", plan.name(term.method()), plan.name(term.versus()));
  }

  private static String components(MixedModelFit fit, Apa apa) {
    String people = apa.number(fit.participantSd(), 3);
    String likelihood = apa.number(fit.logLikelihood(), 2);
    return Apa.typeset(
        fit.stimulusSd().isPresent()
            ? apa.text(
                "models.spreads.stimuli",
                people,
                apa.number(fit.stimulusSd().getAsDouble(), 3),
                likelihood)
            : apa.text("models.spreads", people, likelihood));
  }

  private static Markup warnings(MixedModelFit fit, Apa apa) {
    List<Markup> html = new ArrayList<>();
    if (fit.separated()) {
      html.add(Blocks.warning(apa.text("warning.separated")));
    } else if (!fit.converged()) {
      html.add(Blocks.warning(apa.text("warning.unfitted")));
    }
    if (fit.singular()) {
      html.add(Blocks.warning(apa.text("warning.singular")));
    }
    return Markup.all(html);
  }
}
