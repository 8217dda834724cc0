package org.xaistudy.analysis.report;

import java.util.List;
import org.xaistudy.analysis.figure.ForestFigure;
import org.xaistudy.analysis.figure.Markup;
import org.xaistudy.analysis.figure.Svg;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.responses.Measure;
import org.xaistudy.analysis.results.Results;
import org.xaistudy.analysis.results.Specification;

/** The differences by several defensible ways: how much hangs on the choice. */
final class RobustnessSection {
  private RobustnessSection() {}

  static Markup of(Results results) {
    return Markup.all(
        Blocks.status(results.plan()),
        Blocks.figure(
            "panels wide",
            figures(results),
            "Difference by every combination of exclusions (as planned, or nobody left out), measure"
                + " and model, each with its "
                + Apa.level(results.plan().level())
                + " interval, not corrected; the dashed line is no difference. All are shares of the"
                + " measure’s scale, so 0.1 is "
                + (results.plan().asked().scored()
                    ? "a tenth of the accuracy"
                    : "eight tenths of a point of preference")
                + (results.has(Measure.CONFIDENCE) && !results.plan().asked().graded()
                    ? " or nine tenths of a step of confidence"
                    : "")
                + ". A finding that hangs on one of these choices is none."));
  }

  static List<Svg> figures(Results results) {
    Plan plan = results.plan();
    return results.arms().stream()
        .skip(1)
        .map(
            arm ->
                ForestFigure.of(
                    plan.name(arm.method()) + " − " + plan.name(plan.reference()),
                    results.specifications().stream()
                        .filter(one -> one.method().equals(arm.method()))
                        .map(RobustnessSection::line)
                        .toList(),
                    0,
                    2))
        .toList();
  }

  private static ForestFigure.Line line(Specification one) {
    return new ForestFigure.Line(
        one.way().title() + (one.excluding() ? "" : ", nobody left out"),
        one.difference(),
        one.interval());
  }
}
