package org.xaistudy.stimuli.artefact;

import org.xaistudy.stimuli.model.Tensor;

/** No artefact: signals stay as they are. */
record UnplantedSignals() implements SignalPlanting {
  @Override
  public Tensor plant(Tensor signal) {
    return signal;
  }

  @Override
  public boolean[] mask(int length) {
    return new boolean[length];
  }
}
