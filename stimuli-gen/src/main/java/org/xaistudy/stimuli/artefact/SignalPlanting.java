package org.xaistudy.stimuli.artefact;

import org.xaistudy.stimuli.model.Tensor;
import org.xaistudy.studies.Artefact;
import org.xaistudy.studies.StudyFile;

/** An artefact that can be put into signals. */
public sealed interface SignalPlanting permits HumPlanting, UnplantedSignals {
  /** The planting that a study of signals asks for. */
  static SignalPlanting of(StudyFile study) {
    Artefact artefact = study.study().artefact().orElse(null);
    if (artefact == null) {
      return new UnplantedSignals();
    }
    if (artefact instanceof Artefact.Hum hum) {
      return new HumPlanting(
          hum.frequency(), hum.amplitude(), hum.from().orElse(0.0), hum.to().orElse(1.0));
    }
    throw new IllegalStateException("no planting into signals for " + artefact.getClass());
  }

  /** The signal (C, 1, L) with the artefact; the signal itself stays as it is. */
  Tensor plant(Tensor signal);

  /** Where the artefact is in signals of a length. */
  boolean[] mask(int length);
}
