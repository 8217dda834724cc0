package org.xaistudy.stimuli.dataset.heartbeats;

/** What a person can point at on the curve of a heart beat, in the order of time. */
public enum BeatPart {
  /** The small bump before the spike; empty where a class has none. */
  P_WAVE,
  /** The spike with the dips before and after it. */
  QRS_COMPLEX,
  /** The level stretch between spike and last bump. */
  ST_SEGMENT,
  /** The broad last bump. */
  T_WAVE
}
