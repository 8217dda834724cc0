package org.xaistudy.analysis.results;

import org.xaistudy.analysis.distribution.Estimate;
import org.xaistudy.analysis.rates.Points;
import org.xaistudy.analysis.responses.Arm;
import org.xaistudy.analysis.responses.Measure;
import org.xaistudy.studies.manifest.Manifest.Model;

/**
 * How an arm rates the two models (Adebayo, Muelly, Abelson & Kim, ICLR 2022).
 *
 * @param artefact of the model that learned the artefact, over all trials
 * @param clean of the other
 * @param preference mean over those who saw both of their preference for the second, in points,
 *     against 0; undetermined where nobody did
 */
public record Ratings(Points artefact, Points clean, Estimate preference) implements Said {
  static Ratings of(Arm arm) {
    return new Ratings(
        Points.of(arm.answers(), Model.ARTEFACT),
        Points.of(arm.answers(), Model.CLEAN),
        Estimate.ofMean(arm.means(Measure.PREFERENCE), 0));
  }
}
