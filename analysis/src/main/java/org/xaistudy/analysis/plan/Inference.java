package org.xaistudy.analysis.plan;

import java.util.Locale;
import org.xaistudy.analysis.comparison.Correction;
import org.xaistudy.analysis.responses.Measure;
import org.xaistudy.studies.Study;
import org.xaistudy.studies.Task;

/**
 * What the tests are about, and how strict they are.
 *
 * @param primary what the main test compares
 * @param correction for comparing one reference with several methods
 * @param level of all intervals, such as 0.95
 * @param margins of the tests of equivalence
 * @param chance the share of right answers that is to be had without looking, 0 to 1
 */
public record Inference(
    Measure primary, Correction correction, double level, Margins margins, double chance) {
  /** Of two answers, one is right. */
  private static final double ONE_OF_TWO = 0.5;

  /** Accuracy, Holm's correction, 95 % intervals. */
  public static final Inference DEFAULT =
      new Inference(Measure.CORRECT, Correction.HOLM, 0.95, Margins.DEFAULT, ONE_OF_TWO);

  static Inference of(Study study) {
    Study.Analysis stated = study.analysis();
    return new Inference(
        stated
            .measure()
            .map(measure -> Measure.valueOf(measure.toUpperCase(Locale.ROOT)))
            .orElse(study.task().key() == Task.Key.NONE ? Measure.PREFERENCE : DEFAULT.primary),
        stated.correction().map(Correction::named).orElse(DEFAULT.correction),
        stated.level().orElse(DEFAULT.level),
        margins(study),
        study.chance());
  }

  /** A step of a scale that has one step only is no margin. */
  private static Margins margins(Study study) {
    Margins margins = study.analysis().equivalence().map(Margins::of).orElse(DEFAULT.margins);
    return study.questions().graded() && !margins.stated().contains(Measure.CONFIDENCE)
        ? margins.withConfidence(DEFAULT.margins.correct())
        : margins;
  }
}
