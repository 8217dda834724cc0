package org.xaistudy.analysis.power;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.xaistudy.analysis.rates.Rate;

/**
 * How often studies of one size find what is there.
 *
 * @param participantsPerArm the size
 * @param found by method: studies in which it differs from the reference, after correction
 * @param all studies in which every method does
 */
public record Power(int participantsPerArm, Map<String, Rate> found, Rate all) {
  /** The power of the comparison with a method. */
  public double of(String method) {
    return requireNonNull(found.get(method)).value();
  }

  /** The power of the comparison that is hardest to see. */
  public double least() {
    return found.values().stream().mapToDouble(Rate::value).min().orElse(Double.NaN);
  }
}
