package org.xaistudy.analysis.results;

import java.util.Optional;
import org.xaistudy.analysis.rates.Calibration;
import org.xaistudy.analysis.responses.Arm;

/**
 * How confidence goes with being right.
 *
 * @param pooled over all trials
 * @param personal the same within people
 */
public record Awareness(Calibration pooled, PersonalCalibration personal) {
  /** Of an arm's people; empty where nobody was asked how sure they are. */
  static Optional<Awareness> of(Arm arm) {
    Calibration pooled = Calibration.of(arm.answers());
    return pooled.curve().isEmpty()
        ? Optional.empty()
        : Optional.of(new Awareness(pooled, PersonalCalibration.of(arm.participants())));
  }
}
