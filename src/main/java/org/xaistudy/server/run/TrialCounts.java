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
    int trials = study.study().trialsPerPerson();
    Study.Design design = study.study().design();
    int checks = study.study().attention().map(Study.Attention::checks).orElse(0);
    return new TrialCounts(
        study.study().methodsPerPerson() * design.practiceTrials(),
        design.trainingTrials(),
        trials,
        Math.min(checks, trials));
  }

  /** Of one method of a study, without attention checks, which are spread over all. */
  public static TrialCounts withOneMethod(OpenStudy study) {
    Study.Design design = study.study().design();
    return new TrialCounts(design.practiceTrials(), design.trainingTrials(), design.count(), 0);
  }

  /** All together. */
  public int all() {
    return practice + training + trials + attention;
  }
}
