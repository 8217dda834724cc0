package org.xaistudy.analysis.report;

import java.util.List;
import org.xaistudy.analysis.figure.ForestFigure;
import org.xaistudy.analysis.figure.Markup;
import org.xaistudy.analysis.figure.Svg;
import org.xaistudy.analysis.rates.Places;
import org.xaistudy.analysis.results.ArmResult;
import org.xaistudy.analysis.results.Results;

/** Whether people prefer a place, whatever stands there. */
final class PlaceSection {
  private PlaceSection() {}

  static Markup of(Results results) {
    return Markup.all(
        Blocks.heading("Places", false),
        Blocks.figure(
            "panels wide",
            figures(results),
            "How much more often people chose a place than the right explanation stood there, as a"
                + " share of a person’s trials: means over people with "
                + Apa.level(results.plan().level())
                + " intervals, not corrected. The order was drawn anew for each person and picture:"
                + " right of the dashed line people prefer the place, whatever stands there."),
        table(results).html(),
        Blocks.caption(
            "Trials, and in brackets their share in per cent: of all and, in the last column, of those"
                + " in which the right explanation stood there. The difference is a mean over"
                + " people."));
  }

  /** One for each method. */
  static List<Svg> figures(Results results) {
    double level = results.plan().level();
    return results.arms().stream()
        .map(
            arm ->
                ForestFigure.of(
                    results.plan().name(arm.method()),
                    places(arm).stream()
                        .map(
                            place ->
                                new ForestFigure.Line(
                                    "place " + place.name(),
                                    place.bias().value(),
                                    place.bias().interval(level)))
                        .toList(),
                    0,
                    2))
        .toList();
  }

  private static HtmlTable table(Results results) {
    double level = results.plan().level();
    HtmlTable table =
        new HtmlTable(
            "How often the right explanation stood at a place, and how often people chose it",
            List.of(
                "Method and place",
                "Right one there",
                "Chosen",
                "Difference, % [" + Apa.level(level) + " CI]",
                "Chosen when right"));
    for (ArmResult arm : results.arms()) {
      for (Places.Place place : places(arm)) {
        table.row(
            results.plan().name(arm.method()) + ": " + place.name(),
            List.of(
                Apa.counted(place.right()),
                Apa.counted(place.said()),
                Apa.estimateOrValue(place.bias().times(100), level, 1),
                Apa.counted(place.found())));
      }
    }
    return table;
  }

  private static List<Places.Place> places(ArmResult arm) {
    return ((Places) arm.right().tally()).places();
  }
}
