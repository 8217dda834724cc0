package org.xaistudy.analysis.results;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.xaistudy.analysis.distribution.Estimate;
import org.xaistudy.analysis.distribution.Quoted;
import org.xaistudy.analysis.rates.Calibration;
import org.xaistudy.analysis.responses.Participant;

/**
 * How confidence goes with being right within a person, averaged over people: pooled trials would
 * mix that with who is confident at all.
 *
 * @param people who were right and wrong at least once, and not always as confident
 * @param auroc2 mean area under the type-2 ROC curve, less ½
 * @param spearman mean rank correlation
 */
public record PersonalCalibration(int people, Estimate auroc2, Estimate spearman) {
  static PersonalCalibration of(List<Participant> people) {
    List<Calibration> curves =
        people.stream()
            .map(person -> Calibration.of(person.answers().stream()))
            .filter(curve -> !Double.isNaN(curve.spearman()))
            .toList();
    return new PersonalCalibration(
        curves.size(),
        Estimate.ofMean(values(curves, Calibration::auroc2), 0.5),
        Estimate.ofMean(values(curves, Calibration::spearman), 0));
  }

  /** The mean area itself, with its limits: ½ is guessing. */
  public Quoted area(double level) {
    return auroc2.quoted(level, 0.5);
  }

  private static double[] values(List<Calibration> curves, ToDoubleFunction<Calibration> value) {
    return curves.stream().mapToDouble(value).toArray();
  }
}
