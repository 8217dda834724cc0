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
    Apa apa = Apa.of(results.plan());
    return Markup.all(
        Blocks.heading(apa.text("places")),
        Blocks.figure(
            "panels wide",
            figures(results),
            apa.text("places.caption", apa.level(results.plan().level()))),
        table(results).html(),
        Blocks.caption(apa.text("places.counts")));
  }

  /** One for each method. */
  static List<Svg> figures(Results results) {
    Apa apa = Apa.of(results.plan());
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
                                    apa.text("places.place", place.name()),
                                    place.bias().value(),
                                    place.bias().interval(level)))
                        .toList(),
                    0,
                    2,
                    results.plan().words()))
        .toList();
  }

  private static HtmlTable table(Results results) {
    Apa apa = Apa.of(results.plan());
    double level = results.plan().level();
    HtmlTable table =
        new HtmlTable(
            apa.text("places.table"),
            List.of(
                apa.text("column.methodAndPlace"),
                apa.text("column.rightThere"),
                apa.text("column.chosen"),
                apa.withInterval(apa.text("column.difference.percent"), level),
                apa.text("column.chosenWhenRight")));
    for (ArmResult arm : results.arms()) {
      for (Places.Place place : places(arm)) {
        table.row(
            apa.text("pair", results.plan().name(arm.method()), place.name()),
            List.of(
                apa.counted(place.right()),
                apa.counted(place.said()),
                apa.estimateOrValue(place.bias().times(100), level, 1),
                apa.counted(place.found())));
      }
    }
    return table;
  }

  private static List<Places.Place> places(ArmResult arm) {
    return ((Places) arm.right().tally()).places();
  }
}
