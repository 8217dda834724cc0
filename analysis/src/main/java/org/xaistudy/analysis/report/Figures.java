package org.xaistudy.analysis.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xaistudy.analysis.figure.CalibrationFigure;
import org.xaistudy.analysis.figure.ConfusionFigure;
import org.xaistudy.analysis.figure.FlowFigure;
import org.xaistudy.analysis.figure.ForestFigure;
import org.xaistudy.analysis.figure.ForestFigure.Line;
import org.xaistudy.analysis.figure.PeopleFigure;
import org.xaistudy.analysis.figure.Svg;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.responses.Measure;
import org.xaistudy.analysis.results.ArmResult;
import org.xaistudy.analysis.results.Awareness;
import org.xaistudy.analysis.results.Comparison;
import org.xaistudy.analysis.results.MeasureResult;
import org.xaistudy.analysis.results.Results;
import org.xaistudy.analysis.words.Words;
import org.xaistudy.studies.Task;
import org.xaistudy.studies.responses.ParticipantOutcome;

/** Which figures there are, by file name. */
final class Figures {
  private Figures() {}

  static Map<String, Svg> of(Results results, Map<ParticipantOutcome, Integer> before) {
    Map<String, Svg> figures = new LinkedHashMap<>();
    figures.put("flow.svg", FlowFigure.of(results.flow(), before, results.plan().words()));
    results
        .detection()
        .map(detection -> detection.signal().leading())
        .ifPresent(
            fit -> {
              figures.put("confusion.svg", row(confusion(results), results.plan()));
              figures.put("sensitivity.svg", SignalSection.sensitivity(fit, results.plan()));
              figures.put("criterion.svg", SignalSection.criterion(fit, results.plan()));
            });
    if (!results.utility().isEmpty()) {
      figures.put("utility.svg", UtilitySection.figure(results));
    }
    if (results.plan().task().key() == Task.Key.CANDIDATE) {
      figures.put("places.svg", row(PlaceSection.figures(results), results.plan()));
    }
    if (!results.plan().asked().scored()) {
      figures.put("ratings.svg", RatingSection.figure(results));
    }
    for (MeasureResult measure : results.measures()) {
      if (!measure.comparisons().isEmpty()) {
        figures.put(
            "difference-" + measure.measure().id() + ".svg", differences(measure, results.plan()));
      }
      figures.put("participants-" + measure.measure().id() + ".svg", people(results, measure));
    }
    if (!calibration(results).isEmpty()) {
      figures.put("calibration.svg", row(calibration(results), results.plan()));
    }
    figures.putAll(FurtherSection.figures(results));
    if (!results.grades().isEmpty()) {
      figures.put("grades.svg", GradeSection.figure(results));
    }
    if (!results.specifications().isEmpty()) {
      figures.put("robustness.svg", row(RobustnessSection.figures(results), results.plan()));
    }
    return figures;
  }

  static List<Svg> confusion(Results results) {
    return results.arms().stream()
        .map(
            arm ->
                ConfusionFigure.of(
                    arm,
                    results.plan().name(arm.method()),
                    results.plan().task(),
                    results.plan().words()))
        .toList();
  }

  /** One for each method of which somebody was asked how sure they are. */
  static List<Svg> calibration(Results results) {
    return results.arms().stream()
        .flatMap(arm -> arm.awareness().map(one -> calibration(arm, one, results.plan())).stream())
        .toList();
  }

  private static Svg calibration(ArmResult arm, Awareness awareness, Plan plan) {
    return CalibrationFigure.of(
        plan.name(arm.method()),
        awareness.pooled(),
        plan.level(),
        plan.chance(),
        plan.high(Measure.CONFIDENCE),
        plan.words());
  }

  static Svg differences(MeasureResult measure, Plan plan) {
    List<Line> lines =
        measure.comparisons().stream()
            .map(Comparison::turned)
            .map(
                one ->
                    new Line(
                        plan.name(one.method()) + " − " + plan.name(one.versus()),
                        one.leading().difference(),
                        one.leading().interval()))
            .toList();
    return ForestFigure.of(
        differenceOf(measure.measure(), plan.words()), lines, 0, 2, plan.words());
  }

  /** What a drawing of differences is of. */
  static String differenceOf(Measure measure, Words words) {
    return words.text("difference.figure", words.text("measure." + measure.id()));
  }

  static Svg people(Results results, MeasureResult measure) {
    Measure of = measure.measure();
    Words words = results.plan().words();
    return PeopleFigure.of(
        words.text("people.figure", words.text("measure." + of.id())),
        measure.scores().keySet().stream().map(results.plan()::name).toList(),
        List.copyOf(measure.scores().values()),
        of.low(),
        results.plan().high(of),
        results.plan().indifferent(of),
        words);
  }

  /** Drawings side by side, as one file. */
  private static Svg row(List<Svg> drawings, Plan plan) {
    double gap = 12;
    double width = drawings.stream().mapToDouble(one -> one.width() + gap).sum();
    Svg row = new Svg(width, drawings.get(0).height(), plan.words().text("figure.panels"));
    double x = 0;
    for (Svg drawing : drawings) {
      row.place(drawing, x, 0);
      x += drawing.width() + gap;
    }
    return row;
  }
}
