package org.xaistudy.server.participation;

import org.xaistudy.server.bundle.OpenStudy;

/**
 * How many steps a run has.
 *
 * @param practice trials to practise
 * @param trials trials that count
 */
record Progress(int practice, int trials) {
  static Progress of(OpenStudy study) {
    var design = study.study().design();
    return new Progress(design.practiceTrials(), 2 * design.trialsPerModel());
  }

  int all() {
    return practice + trials;
  }
}
