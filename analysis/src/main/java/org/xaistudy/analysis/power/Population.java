package org.xaistudy.analysis.power;

import java.util.random.RandomGenerator;
import org.xaistudy.analysis.distribution.Normal;

/**
 * People who judge with one method, by equal-variance signal detection: a person with sensitivity d
 * and criterion c says yes with probability Φ(d/2 − c) where the model uses the artefact and Φ(−d/2
 * − c) where it does not.
 *
 * @param dPrime mean sensitivity
 * @param dPrimeSd its standard deviation between people, at least 0
 * @param criterion mean criterion; below 0: yes is said too easily
 * @param criterionSd its standard deviation between people, at least 0
 */
public record Population(double dPrime, double dPrimeSd, double criterion, double criterionSd) {
  /**
   * One person.
   *
   * @param hit probability of yes where the model uses the artefact
   * @param falseAlarm probability of yes where it does not
   */
  public record Person(double hit, double falseAlarm) {
    /** How many of some judgements of each kind are right. */
    public int right(int trialsPerModel, RandomGenerator random) {
      int right = 0;
      for (int trial = 0; trial < trialsPerModel; trial++) {
        right += random.nextDouble() < hit ? 1 : 0;
        right += random.nextDouble() >= falseAlarm ? 1 : 0;
      }
      return right;
    }
  }

  /** Draws a person. */
  public Person draw(RandomGenerator random) {
    double d = dPrime + dPrimeSd * random.nextGaussian();
    double c = criterion + criterionSd * random.nextGaussian();
    return new Person(Normal.cumulative(d / 2 - c), Normal.cumulative(-d / 2 - c));
  }
}
