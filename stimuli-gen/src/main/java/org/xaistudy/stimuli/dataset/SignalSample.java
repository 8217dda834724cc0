package org.xaistudy.stimuli.dataset;

import org.xaistudy.stimuli.model.Tensor;

/** A labelled signal over time. */
public interface SignalSample extends Sample {
  /** Values a second. */
  int RATE = 250;

  /** The signal (1, 1, L), as models see it. */
  Tensor signal();
}
