package org.xaistudy.server.trial;

/** What a trial is for. */
public enum Kind {
  /** Before the trials that count; the person is told whether the answer was right. */
  PRACTICE,
  /** Shows an explained prediction to learn from; nothing is asked. */
  TRAINING,
  /** Shows no picture and says plainly what to choose; the answer is no answer of the study. */
  ATTENTION,
  /** Counts. */
  TRIAL
}
