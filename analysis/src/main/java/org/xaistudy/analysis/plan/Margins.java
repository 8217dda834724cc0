package org.xaistudy.analysis.plan;

import org.xaistudy.analysis.responses.Measure;
import org.xaistudy.studies.EquivalenceMargins;

/**
 * The largest differences that would not matter.
 *
 * @param correct of the accuracy, in (0, 1]
 * @param confidence in steps of the scale
 * @param clarity in steps of the scale
 */
public record Margins(double correct, double confidence, double clarity) {
  /** A tenth of the accuracy, one step of a scale: where nobody chose them. */
  public static final Margins DEFAULT = new Margins(0.1, 1, 1);

  static Margins of(EquivalenceMargins stated) {
    return new Margins(
        stated.correct().orElse(DEFAULT.correct),
        stated.confidence().orElse(DEFAULT.confidence),
        stated.clarity().orElse(DEFAULT.clarity));
  }

  /** The margin of one measure, in its units. */
  public double of(Measure measure) {
    return switch (measure) {
      case CORRECT -> correct;
      case CONFIDENCE -> confidence;
      case CLARITY -> clarity;
    };
  }
}
