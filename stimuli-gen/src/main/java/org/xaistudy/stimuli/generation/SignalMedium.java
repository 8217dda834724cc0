package org.xaistudy.stimuli.generation;

import org.xaistudy.stimuli.artefact.SignalPlanting;
import org.xaistudy.stimuli.dataset.Sample;
import org.xaistudy.stimuli.dataset.SignalSample;
import org.xaistudy.stimuli.explanation.Depiction;
import org.xaistudy.stimuli.explanation.DrawnCurve;
import org.xaistudy.stimuli.model.Tensor;
import org.xaistudy.stimuli.render.Curve;

/**
 * Signals, which models see as they are and people as curves.
 *
 * @param length values of a signal
 * @param planting the artefact
 */
record SignalMedium(int length, SignalPlanting planting) implements Medium {
  @Override
  public Tensor values(Sample sample, boolean planted) {
    if (!(sample instanceof SignalSample recorded)) {
      throw new IllegalArgumentException(sample.id() + " is not a signal");
    }
    Tensor signal = recorded.signal();
    return planted ? planting.plant(signal) : signal;
  }

  @Override
  public Tensor input(Tensor values) {
    return values;
  }

  @Override
  public Depiction depiction(Sample sample, boolean planted) {
    return new DrawnCurve(new Curve(values(sample, planted)));
  }

  @Override
  public boolean[] mask() {
    return planting.mask(length);
  }
}
