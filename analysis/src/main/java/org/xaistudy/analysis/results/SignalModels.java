package org.xaistudy.analysis.results;

import java.util.List;
import java.util.Optional;
import org.xaistudy.analysis.mixedmodel.DetectionFit;
import org.xaistudy.analysis.mixedmodel.DetectionModel;
import org.xaistudy.analysis.responses.Arm;

/**
 * Sensitivity and bias with people that differ in both.
 *
 * @param hierarchical signal detection of people
 * @param crossed the same of people and stimuli; empty where the file does not name the stimuli, or
 *     where it cannot be fitted or finds no difference between them: then people alone tell all
 * @param within whether people judged with several methods
 */
public record SignalModels(
    DetectionFit hierarchical, Optional<DetectionFit> crossed, boolean within) {
  static SignalModels of(List<Arm> arms) {
    DetectionFit people = DetectionModel.HIERARCHICAL.fit(arms);
    return new SignalModels(people, crossed(arms, people), Paired.isWithin(arms));
  }

  /**
   * What the report leads with: the model that generalises to the most; where people judged with
   * several methods, the one whose errors hold however differently methods suit them.
   */
  public DetectionFit leading() {
    return within ? hierarchical : crossed.orElse(hierarchical);
  }

  private static Optional<DetectionFit> crossed(List<Arm> arms, DetectionFit people) {
    boolean named =
        arms.stream().flatMap(Arm::answers).noneMatch(answer -> answer.stimulus().isEmpty());
    if (!named || !people.everyArmDetermined() || !people.converged()) {
      return Optional.empty();
    }
    return DetectionModel.CROSSED
        .fitNear(people, arms)
        .filter(fit -> fit.converged() && fit.everyArmDetermined() && !fit.singular());
  }
}
