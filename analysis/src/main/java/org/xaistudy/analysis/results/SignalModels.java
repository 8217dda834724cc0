package org.xaistudy.analysis.results;

import java.util.List;
import org.xaistudy.analysis.mixedmodel.DetectionFit;
import org.xaistudy.analysis.mixedmodel.DetectionModel;
import org.xaistudy.analysis.responses.Arm;

/**
 * Sensitivity and bias with people that differ in both.
 *
 * @param hierarchical signal detection: what the report leads with
 * @param logistic the same in log odds by Laplace's approximation, as {@code lme4} fits it
 */
public record SignalModels(DetectionFit hierarchical, DetectionFit logistic) {
  static SignalModels of(List<Arm> arms) {
    return new SignalModels(
        DetectionModel.HIERARCHICAL.fit(arms), DetectionModel.LOGISTIC.fit(arms));
  }
}
