package org.xaistudy.server.run;

import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.studies.Study;

/**
 * How many trials a run has.
 *
 * @param practice trials to practise
 * @param training explained predictions to learn from
 * @param trials trials that count
 * @param attention attention checks among them
 */
public record TrialCounts(int practice, int training, int trials, int attention) {
  /** Of a study. */
  public static TrialCounts of(OpenStudy study) {
    var design = study.study().design();
    int trials = design.count();
    int checks = study.study().attention().map(Study.Attention::checks).orElse(0);
    return new TrialCounts(
        design.practiceTrials(), design.trainingTrials(), trials, Math.min(checks, trials));
  }

  /** All together. */
  public int all() {
    return practice + training + trials + attention;
  }
}
