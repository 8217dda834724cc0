package org.xaistudy.analysis.report;

import java.util.ArrayList;
import java.util.List;
import org.xaistudy.analysis.distribution.Estimate;
import org.xaistudy.analysis.figure.ForestFigure;
import org.xaistudy.analysis.figure.Markup;
import org.xaistudy.analysis.figure.Svg;
import org.xaistudy.analysis.mixedmodel.DetectionFit;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.results.Results;

/** Sensitivity and criterion, with people that differ in both. */
final class SignalSection {
  private SignalSection() {}

  static Markup of(Results results, DetectionFit fit, Background background) {
    Plan plan = results.plan();
    Apa apa = Apa.of(plan);
    List<Markup> html = new ArrayList<>();
    html.add(Blocks.status(plan));
    html.add(
        Blocks.figure(
            "pair",
            List.of(sensitivity(fit, plan), criterion(fit, plan)),
            String.join(
                " ",
                Speech.of(plan).fitting("signal.caption.models", "signal.caption.predictions"),
                apa.text("signal.caption.drawn", apa.level(plan.level())),
                apa.text(
                    fit.model().stimuli() ? "signal.caption.crossed" : "signal.caption.people"))));
    html.add(methods(fit, plan).html());
    if (results.comparable() && fit.methods().size() > 1) {
      html.add(differences(fit, plan).html());
      html.add(Blocks.caption(apa.text("signal.riskDifference", plan.name(plan.reference()))));
    }
    html.add(Blocks.caption(spreads(fit, results.primary().paired(), apa)));
    html.add(ReaderSection.of(results, fit, background));
    html.addAll(warnings(fit, apa));
    return Markup.all(html);
  }

  static Svg sensitivity(DetectionFit fit, Plan plan) {
    List<ForestFigure.Line> lines = new ArrayList<>();
    for (int arm = 0; arm < fit.methods().size(); arm++) {
      lines.add(line(plan.name(fit.methods().get(arm)), fit.sensitivity(arm), plan));
    }
    return ForestFigure.of(plan.words().text("signal.sensitivity"), lines, 0, 2, plan.words());
  }

  static Svg criterion(DetectionFit fit, Plan plan) {
    List<ForestFigure.Line> lines = new ArrayList<>();
    for (int arm = 0; arm < fit.methods().size(); arm++) {
      lines.add(line(plan.name(fit.methods().get(arm)), fit.bias(arm).negated(), plan));
    }
    return ForestFigure.of(plan.words().text("signal.criterion"), lines, 0, 2, plan.words());
  }

  private static ForestFigure.Line line(String name, Estimate estimate, Plan plan) {
    return new ForestFigure.Line(name, estimate.value(), estimate.interval(plan.level()));
  }

  private static HtmlTable methods(DetectionFit fit, Plan plan) {
    Apa apa = Apa.of(plan);
    HtmlTable table =
        new HtmlTable(
            apa.text(fit.model().stimuli() ? "signal.table.crossed" : "signal.table"),
            List.of(
                apa.text("column.method"),
                apa.withInterval("d′", plan.level()),
                "p (d′ = 0)",
                apa.withInterval(apa.text("column.criterion"), plan.level()),
                apa.text("column.accuracyOfAnybody")));
    for (int arm = 0; arm < fit.methods().size(); arm++) {
      Estimate accuracy = fit.accuracy(arm);
      table.row(
          plan.name(fit.methods().get(arm)),
          List.of(
              apa.estimate(fit.sensitivity(arm), plan.level(), 2),
              apa.bareP(fit.sensitivity(arm).p()),
              apa.estimate(fit.bias(arm).negated(), plan.level(), 2),
              apa.estimate(accuracy.times(100), plan.level(), 1)));
    }
    return table;
  }

  private static HtmlTable differences(DetectionFit fit, Plan plan) {
    Apa apa = Apa.of(plan);
    HtmlTable table =
        new HtmlTable(
            apa.text("signal.differences", apa.level(plan.level()), plan.name(plan.reference())),
            List.of(
                apa.text("column.difference"),
                "d′",
                "p",
                apa.text("column.criterion"),
                "p",
                apa.text("column.riskDifference"),
                "p"));
    for (int arm = 1; arm < fit.methods().size(); arm++) {
      Estimate risk = fit.accuracyDifference(arm);
      Estimate criterion = fit.biasDifference(arm).negated();
      table.row(
          plan.name(fit.methods().get(arm)) + " − " + plan.name(plan.reference()),
          List.of(
              apa.estimate(fit.sensitivityDifference(arm), plan.level(), 2),
              apa.bareP(fit.sensitivityDifference(arm).p()),
              apa.estimate(criterion, plan.level(), 2),
              apa.bareP(criterion.p()),
              apa.estimate(risk.times(100), plan.level(), 1),
              apa.bareP(risk.p())));
    }
    return table;
  }

  private static String spreads(DetectionFit fit, boolean within, Apa apa) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        apa.text(
            "signal.people",
            apa.number(fit.sensitivitySd(), 2),
            apa.number(fit.biasSd(), 2),
            apa.share(fit.criterionCorrelation(), 2)));
    sentences.add(
        fit.stimulusSd().isPresent()
            ? apa.text("signal.stimuli", apa.number(fit.stimulusSd().getAsDouble(), 2))
            : apa.text(within ? "signal.stimuli.within" : "signal.stimuli.alike"));
    if (fit.every() > 1) {
      sentences.add(apa.text("signal.part", fit.every()));
    }
    return Apa.typeset(String.join(" ", sentences));
  }

  private static List<Markup> warnings(DetectionFit fit, Apa apa) {
    List<Markup> warnings = new ArrayList<>();
    if (!fit.everyArmDetermined()) {
      warnings.add(Blocks.warning(apa.text("warning.undetermined")));
    }
    if (!fit.converged()) {
      warnings.add(Blocks.warning(apa.text("warning.unconverged")));
    } else if (fit.singular()) {
      warnings.add(Blocks.warning(apa.text("warning.noSpread")));
    }
    return warnings;
  }
}
