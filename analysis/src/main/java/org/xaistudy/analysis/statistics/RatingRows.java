package org.xaistudy.analysis.statistics;

import org.xaistudy.analysis.rates.Points;
import org.xaistudy.analysis.responses.Judgement.Rating;
import org.xaistudy.analysis.results.Ratings;

/** How an arm rates the two models, as rows. */
final class RatingRows {
  private RatingRows() {}

  static void add(StatisticRows rows, Ratings ratings, double level) {
    points(rows.in("ratings"), ratings.artefact());
    points(rows.in("ratings"), ratings.clean());
    StatisticRows preference = rows.in("preference").as("clean - artefact");
    ArmRows.estimate(preference, "mean", ratings.preference(), level);
    preference.add("t", ratings.preference().t()).add("df", ratings.preference().df());
  }

  private static void points(StatisticRows rows, Points points) {
    String model = points.model().written();
    for (int i = 0; i < points.counts().size(); i++) {
      rows.add("%s_%d".formatted(model, Rating.LOW + i), points.counts().get(i));
    }
    rows.add(model + "_mean", points.mean());
  }
}
