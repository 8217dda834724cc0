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
 * @param stated which of them somebody chose; the others are defaults, and their tests exploratory
 */
public record Margins(double correct, double confidence, double clarity, Set<Measure> stated) {
  /** A tenth of the accuracy, one step of a scale: where nobody chose them. */
  public static final Margins DEFAULT = new Margins(0.1, 1, 1, Set.of());

  /** Half a point: no study states one yet. */
  private static final double PREFERENCE = 0.5;

  /** Copies the set. */
  public Margins {
    stated = Collections.unmodifiableSet(stated);
  }

  /** All of them chosen. */
  public Margins(double correct, double confidence, double clarity) {
    this(correct, confidence, clarity, EnumSet.allOf(Measure.class));
  }

  static Margins of(EquivalenceMargins margins) {
    EnumSet<Measure> stated = EnumSet.noneOf(Measure.class);
    margins.correct().ifPresent(margin -> stated.add(Measure.CORRECT));
    margins.confidence().ifPresent(margin -> stated.add(Measure.CONFIDENCE));
    margins.clarity().ifPresent(margin -> stated.add(Measure.CLARITY));
    return new Margins(
        margins.correct().orElse(DEFAULT.correct),
        margins.confidence().orElse(DEFAULT.confidence),
        margins.clarity().orElse(DEFAULT.clarity),
        stated);
  }

  /** The margin of one measure, in its units. */
  public double of(Measure measure) {
    return switch (measure) {
      case CORRECT -> correct;
      case PREFERENCE -> PREFERENCE;
      case CONFIDENCE -> confidence;
      case CLARITY -> clarity;
    };
  }
}
