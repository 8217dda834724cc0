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
    return Markup.all(
        Blocks.status(plan),
        Blocks.figure(
            "one",
            List.of(figure(results)),
            "Share of ratings in per cent, from 1 (would definitely not recommend to use the model)"
                + " to 5 (definitely would), by method and model. People who see what the first"
                + " model learned recommend it less."),
        distribution(results).html(),
        preference(results).html(),
        Blocks.caption(
            "Preference: a person’s mean rating of the model that did not learn the artefact, less"
                + " their mean rating of the one that did, from −4 to 4; 0 is none. Whoever saw"
                + " only one of them has no preference and does not count here."),
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
    return RatingFigure.of("Would people recommend to use it?", bars);
  }

  private static String name(ArmResult arm, Points points, Plan plan) {
    return plan.name(arm.method())
        + (points.model() == Model.ARTEFACT ? ": learned the artefact" : ": did not learn it");
  }

  private static HtmlTable distribution(Results results) {
    HtmlTable table =
        new HtmlTable(
            "Ratings over all trials, and in brackets their share in per cent",
            List.of("Method and model", "1", "2", "3", "4", "5", "Ratings", "Mean"));
    for (ArmResult arm : results.arms()) {
      for (Points points : List.of(arm.ratings().artefact(), arm.ratings().clean())) {
        List<String> cells = new ArrayList<>();
        points.shares().forEach(rate -> cells.add(Apa.counted(rate)));
        cells.add(String.valueOf(points.total()));
        cells.add(Apa.number(points.mean(), 2));
        table.row(name(arm, points, results.plan()), cells);
      }
    }
    return table;
  }

  private static HtmlTable preference(Results results) {
    Plan plan = results.plan();
    HtmlTable table =
        new HtmlTable(
            "Participants’ mean preference against none, two-sided t-tests, not corrected",
            List.of(
                "Method",
                "People",
                "Preference [" + Apa.level(plan.level()) + " CI]",
                "t",
                "df",
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
              Apa.estimateOrValue(preference, plan.level(), 2),
              preference.error() > 0 ? Apa.number(preference.t(), 2) : "–",
              preference.error() > 0 ? Apa.number(preference.df(), 0) : "–",
              Apa.bareP(preference.p())));
    }
    return table;
  }
}
