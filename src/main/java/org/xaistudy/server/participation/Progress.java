package org.xaistudy.server.participation;

import org.xaistudy.server.bundle.OpenStudy;

/**
 * How many steps a run has.
 *
 * @param practice trials to practise
 * @param trials trials that count
 */
public record Progress(int practice, int trials) {
  /** Of a study. */
  public static Progress of(OpenStudy study) {
    var design = study.study().design();
    return new Progress(design.practiceTrials(), 2 * design.trialsPerModel());
  }

  /** All together. */
  public int all() {
    return practice + trials;
  }
}
