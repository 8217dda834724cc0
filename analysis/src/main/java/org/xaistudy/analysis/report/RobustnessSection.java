package org.xaistudy.analysis.report;

import java.util.List;
import org.xaistudy.analysis.figure.ForestFigure;
import org.xaistudy.analysis.figure.Markup;
import org.xaistudy.analysis.figure.Svg;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.responses.Measure;
import org.xaistudy.analysis.results.Results;
import org.xaistudy.analysis.results.Specification;
import org.xaistudy.analysis.words.Words;

/** The differences by several defensible ways: how much hangs on the choice. */
final class RobustnessSection {
  private RobustnessSection() {}

  static Markup of(Results results) {
    Apa apa = Apa.of(results.plan());
    String tenth =
        results.plan().asked().scored() ? "robustness.accuracy" : "robustness.preference";
    return Markup.all(
        Blocks.status(results.plan()),
        Blocks.figure(
            "panels wide",
            figures(results),
            String.join(
                " ",
                apa.text("robustness.caption", apa.level(results.plan().level())),
                apa.text(
                    "robustness.shares",
                    apa.number(0.1, 1),
                    apa.words()
                        .or(
                            results.has(Measure.CONFIDENCE) && !results.plan().asked().graded()
                                ? List.of(apa.text(tenth), apa.text("robustness.confidence"))
                                : List.of(apa.text(tenth)))),
                apa.text("robustness.choices"))));
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
                        .map(one -> line(one, plan.words()))
                        .toList(),
                    0,
                    2,
                    plan.words()))
        .toList();
  }

  private static ForestFigure.Line line(Specification one, Words words) {
    return new ForestFigure.Line(
        one.excluding()
            ? words.text("way." + one.way().id())
            : words.text("way.everybody", words.text("way." + one.way().id())),
        one.difference(),
        one.interval());
  }
}
