package org.xaistudy.analysis.plan;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.xaistudy.analysis.responses.Measure;
import org.xaistudy.studies.EquivalenceMargins;

/**
 * The largest differences that would not matter.
 *
 * @param correct of the accuracy, in (0, 1]
 * @param confidence in steps of the scale
 * @param clarity in steps of the scale
 * @param preference in points
 * @param stated which of them somebody chose; the others are defaults, and their tests exploratory
 */
public record Margins(
    double correct, double confidence, double clarity, double preference, Set<Measure> stated) {
  private static final double HALF_A_POINT = 0.5;

  /** A tenth of the accuracy, one step of a scale, half a point: where nobody chose them. */
  public static final Margins DEFAULT = new Margins(0.1, 1, 1, HALF_A_POINT, Set.of());

  /** Copies the set. */
  public Margins {
    stated = Collections.unmodifiableSet(stated);
  }

  /** All of them chosen but that of the preference. */
  public Margins(double correct, double confidence, double clarity) {
    this(
        correct,
        confidence,
        clarity,
        HALF_A_POINT,
        EnumSet.complementOf(EnumSet.of(Measure.PREFERENCE)));
  }

  static Margins of(EquivalenceMargins margins) {
    EnumSet<Measure> stated = EnumSet.noneOf(Measure.class);
    margins.correct().ifPresent(margin -> stated.add(Measure.CORRECT));
    margins.confidence().ifPresent(margin -> stated.add(Measure.CONFIDENCE));
    margins.clarity().ifPresent(margin -> stated.add(Measure.CLARITY));
    margins.preference().ifPresent(margin -> stated.add(Measure.PREFERENCE));
    return new Margins(
        margins.correct().orElse(DEFAULT.correct),
        margins.confidence().orElse(DEFAULT.confidence),
        margins.clarity().orElse(DEFAULT.clarity),
        margins.preference().orElse(DEFAULT.preference),
        stated);
  }

  /** The same with another margin of confidence, which nobody chose. */
  Margins withConfidence(double margin) {
    return new Margins(correct, margin, clarity, preference, stated);
  }

  /** The margin of one measure, in its units. */
  public double of(Measure measure) {
    return switch (measure) {
      case CORRECT -> correct;
      case PREFERENCE -> preference;
      case CONFIDENCE -> confidence;
      case CLARITY -> clarity;
    };
  }
}
