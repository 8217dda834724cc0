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
    List<Markup> html = new ArrayList<>();
    html.add(Blocks.status(plan));
    html.add(
        Blocks.figure(
            "pair",
            List.of(sensitivity(fit, plan), criterion(fit, plan)),
            "Sensitivity d′, how well people tell "
                + (plan.task().comparesModels()
                    ? "the two models apart"
                    : "right predictions from wrong ones")
                + " (the dashed line is guessing),"
                + " and criterion c, their readiness to say yes (left of the dashed line: yes is said"
                + " too easily). Dots are estimates for the average person, lines "
                + Apa.level(plan.level())
                + " intervals, from hierarchical signal detection: every person has a sensitivity"
                + " and a criterion of their own"
                + (fit.model().stimuli()
                    ? ", and every stimulus is said yes to more or less readily."
                    : ".")));
    html.add(methods(fit, plan).html());
    if (results.comparable() && fit.methods().size() > 1) {
      html.add(differences(fit, plan).html());
      html.add(
          Blocks.caption(
              "Risk difference: in how many more of 100 judgements somebody drawn by chance is right"
                  + " with the method than with "
                  + plan.name(plan.reference())
                  + ". These p-values are not corrected for the number of comparisons."));
    }
    html.add(Blocks.caption(spreads(fit)));
    html.add(ReaderSection.of(results, fit, background));
    html.addAll(warnings(fit));
    return Markup.all(html);
  }

  static Svg sensitivity(DetectionFit fit, Plan plan) {
    List<ForestFigure.Line> lines = new ArrayList<>();
    for (int arm = 0; arm < fit.methods().size(); arm++) {
      lines.add(line(plan.name(fit.methods().get(arm)), fit.sensitivity(arm), plan));
    }
    return ForestFigure.of("Sensitivity d′ (0 is guessing)", lines, 0, 2);
  }

  static Svg criterion(DetectionFit fit, Plan plan) {
    List<ForestFigure.Line> lines = new ArrayList<>();
    for (int arm = 0; arm < fit.methods().size(); arm++) {
      lines.add(line(plan.name(fit.methods().get(arm)), fit.bias(arm).negated(), plan));
    }
    return ForestFigure.of("Criterion c (below 0: yes too easily)", lines, 0, 2);
  }

  private static ForestFigure.Line line(String name, Estimate estimate, Plan plan) {
    return new ForestFigure.Line(name, estimate.value(), estimate.interval(plan.level()));
  }

  private static HtmlTable methods(DetectionFit fit, Plan plan) {
    String interval = " [" + Apa.level(plan.level()) + " CI]";
    HtmlTable table =
        new HtmlTable(
            "Hierarchical signal detection of "
                + (fit.model().stimuli() ? "people and stimuli" : "people")
                + ", per method",
            List.of(
                "Method",
                "d′" + interval,
                "p (d′ = 0)",
                "Criterion c" + interval,
                "Accuracy of a person drawn by chance, %"));
    for (int arm = 0; arm < fit.methods().size(); arm++) {
      Estimate accuracy = fit.accuracy(arm);
      table.row(
          plan.name(fit.methods().get(arm)),
          List.of(
              Apa.estimate(fit.sensitivity(arm), plan.level(), 2),
              Apa.bareP(fit.sensitivity(arm).p()),
              Apa.estimate(fit.bias(arm).negated(), plan.level(), 2),
              Apa.estimate(accuracy.times(100), plan.level(), 1)));
    }
    return table;
  }

  private static HtmlTable differences(DetectionFit fit, Plan plan) {
    HtmlTable table =
        new HtmlTable(
            "Differences of methods, "
                + Apa.level(plan.level())
                + " CI in brackets: method − "
                + plan.name(plan.reference()),
            List.of("Difference", "d′", "p", "Criterion c", "p", "Risk difference, %", "p"));
    for (int arm = 1; arm < fit.methods().size(); arm++) {
      Estimate risk = fit.accuracyDifference(arm);
      Estimate criterion = fit.biasDifference(arm).negated();
      table.row(
          plan.name(fit.methods().get(arm)) + " − " + plan.name(plan.reference()),
          List.of(
              Apa.estimate(fit.sensitivityDifference(arm), plan.level(), 2),
              Apa.bareP(fit.sensitivityDifference(arm).p()),
              Apa.estimate(criterion, plan.level(), 2),
              Apa.bareP(criterion.p()),
              Apa.estimate(risk.times(100), plan.level(), 1),
              Apa.bareP(risk.p())));
    }
    return table;
  }

  private static String spreads(DetectionFit fit) {
    String people =
        "People differ: standard deviation %s in d′ and %s in c; their correlation is %s."
            .formatted(
                Apa.number(fit.sensitivitySd(), 2),
                Apa.number(fit.biasSd(), 2),
                Apa.share(fit.criterionCorrelation(), 2));
    String stimuli =
        fit.stimulusSd().isPresent()
            ? " Stimuli differ: standard deviation %s in how readily yes is said to them. Intervals hold for other people and other stimuli of their kind."
                .formatted(Apa.number(fit.stimulusSd().getAsDouble(), 2))
            : " Stimuli are taken as they are: the file does not name them, or shows no difference between them beyond chance.";
    String part =
        fit.every() > 1
            ? " The model was fitted to one of %d participants of each method, which tells enough of them."
                .formatted(fit.every())
            : "";
    return Apa.typeset(people + stimuli + part);
  }

  private static List<Markup> warnings(DetectionFit fit) {
    List<Markup> warnings = new ArrayList<>();
    if (!fit.everyArmDetermined()) {
      warnings.add(
          Blocks.warning(
              "Where a method’s answers are all right, all alike, or about one kind of model only,"
                  + " d′ and c are not determined. What can be said of its accuracy stands with"
                  + " the judgements below."));
    }
    if (!fit.converged()) {
      warnings.add(Blocks.warning("The fit did not converge: do not quote it."));
    } else if (fit.singular()) {
      warnings.add(
          Blocks.warning(
              "The data show no spread between people beyond chance in one of the two, or one that"
                  + " follows from the other."));
    }
    return warnings;
  }
}
