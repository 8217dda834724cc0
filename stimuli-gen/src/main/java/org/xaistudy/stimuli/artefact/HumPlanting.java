package org.xaistudy.stimuli.artefact;

import org.xaistudy.stimuli.dataset.SignalSample;
import org.xaistudy.stimuli.model.Tensor;

/**
 * Mains hum, which cables pick up: a sine is added to a stretch of the signal.
 *
 * @param frequency hertz
 * @param amplitude in the signal's unit
 * @param from where it begins, as a share of the signal's length
 * @param to where it ends
 */
record HumPlanting(double frequency, double amplitude, double from, double to)
    implements SignalPlanting {
  /** At the middle of a value's interval, so that a half of the mains frequency is not silent. */
  private static final double PHASE = 0.5;

  @Override
  public Tensor plant(Tensor signal) {
    int length = signal.shape()[2];
    boolean[] mask = mask(length);
    float[] values = signal.values().clone();
    double step = 2 * Math.PI * frequency / SignalSample.RATE;
    for (int i = 0; i < values.length; i++) {
      if (mask[i % length]) {
        values[i] += (float) (amplitude * StrictMath.sin(step * (i % length + PHASE)));
      }
    }
    return new Tensor(values, signal.shape());
  }

  @Override
  public boolean[] mask(int length) {
    boolean[] mask = new boolean[length];
    for (int i = 0; i < length; i++) {
      double middle = (i + 0.5) / length;
      mask[i] = middle >= from && middle < to;
    }
    return mask;
  }
}
