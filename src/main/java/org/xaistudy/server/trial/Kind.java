package org.xaistudy.server.trial;

/** What a trial is for. */
public enum Kind {
  /** Before the trials that count; the person is told whether the answer was right. */
  PRACTICE,
  /** Counts. */
  TRIAL
}
