package org.xaistudy.studies;

import java.util.Map;
import java.util.Optional;

/**
 * What the researcher expects, for planning: by signal detection, where a person with sensitivity d
 * and criterion c says yes with probability Φ(d/2 − c) or Φ(−d/2 − c).
 *
 * @param dPrime mean sensitivity of a person, for each method
 * @param spread standard deviation of d′ between people
 * @param criterion mean criterion; below 0: yes is said too easily; 0 if not given
 * @param criterionSpread standard deviation of the criterion between people; 0 if not given
 * @param correlation of d′ and criterion between people; 0 if not given
 * @param stimulusSpread standard deviation between stimuli of the readiness to say yes; 0 if not
 *     given
 * @param wanted the power to plan for; 0.8 if not given
 */
public record ExpectedEffects(
    Map<String, Double> dPrime,
    double spread,
    Optional<Double> criterion,
    Optional<Double> criterionSpread,
    Optional<Double> correlation,
    Optional<Double> stimulusSpread,
    Optional<Double> wanted) {
  /** Copies the map. */
  public ExpectedEffects {
    dPrime = Map.copyOf(dPrime);
  }
}
