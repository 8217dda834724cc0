package org.xaistudy.analysis.report;

import java.util.ArrayList;
import java.util.List;
import org.xaistudy.analysis.distribution.Estimate;
import org.xaistudy.analysis.figure.Markup;
import org.xaistudy.analysis.figure.RatingFigure;
import org.xaistudy.analysis.figure.Svg;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.rates.Points;
import org.xaistudy.analysis.responses.Measure;
import org.xaistudy.analysis.results.ArmResult;
import org.xaistudy.analysis.results.Ratings;
import org.xaistudy.analysis.results.Results;
import org.xaistudy.studies.manifest.Manifest.Model;

/** Which of two models people would recommend to use. */
final class RatingSection {
  private RatingSection() {}

  static Markup of(Results results) {
    Plan plan = results.plan();
    Apa apa = Apa.of(plan);
    return Markup.all(
        Blocks.status(plan),
        Blocks.figure("one", List.of(figure(results)), apa.text("ratings.caption")),
        distribution(results).html(),
        preference(results).html(),
        Blocks.caption(apa.text("ratings.preference.caption")),
        Warnings.few(results),
        MedianTimes.of(results));
  }

  static Svg figure(Results results) {
    List<RatingFigure.Bar> bars = new ArrayList<>();
    for (ArmResult arm : results.arms()) {
      for (Points points : List.of(arm.ratings().artefact(), arm.ratings().clean())) {
        bars.add(new RatingFigure.Bar(name(arm, points, results.plan()), points.shares()));
      }
    }
    return RatingFigure.of(
        results.plan().words().text("ratings.figure"), bars, results.plan().words());
  }

  private static String name(ArmResult arm, Points points, Plan plan) {
    Apa apa = Apa.of(plan);
    return apa.text(
        points.model() == Model.ARTEFACT ? "ratings.learned" : "ratings.sound",
        plan.name(arm.method()));
  }

  private static HtmlTable distribution(Results results) {
    Apa apa = Apa.of(results.plan());
    HtmlTable table =
        new HtmlTable(
            apa.text("ratings.table"),
            List.of(
                apa.text("column.methodAndModel"),
                "1",
                "2",
                "3",
                "4",
                "5",
                apa.text("column.ratings"),
                apa.text("column.mean")));
    for (ArmResult arm : results.arms()) {
      for (Points points : List.of(arm.ratings().artefact(), arm.ratings().clean())) {
        List<String> cells = new ArrayList<>();
        points.shares().forEach(rate -> cells.add(apa.counted(rate)));
        cells.add(String.valueOf(points.total()));
        cells.add(apa.number(points.mean(), 2));
        table.row(name(arm, points, results.plan()), cells);
      }
    }
    return table;
  }

  private static HtmlTable preference(Results results) {
    Plan plan = results.plan();
    Apa apa = Apa.of(plan);
    HtmlTable table =
        new HtmlTable(
            apa.text("ratings.preference"),
            List.of(
                apa.text("column.method"),
                apa.text("column.people"),
                apa.withInterval(apa.text("column.preference"), plan.level()),
                "t",
                apa.text("column.df"),
                "p"));
    for (ArmResult arm : results.arms()) {
      Ratings ratings = arm.ratings();
      Estimate preference = ratings.preference();
      table.row(
          plan.name(arm.method()),
          List.of(
              arm.scores(Measure.PREFERENCE)
                  .map(scores -> String.valueOf(scores.size()))
                  .orElse("0"),
              apa.estimateOrValue(preference, plan.level(), 2),
              preference.error() > 0 ? apa.number(preference.t(), 2) : "–",
              preference.error() > 0 ? apa.number(preference.df(), 0) : "–",
              apa.bareP(preference.p())));
    }
    return table;
  }
}
