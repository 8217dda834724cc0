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
 * @param correlation of both between people, −1 to 1
 */
public record Population(
    double dPrime, double dPrimeSd, double criterion, double criterionSd, double correlation) {
  /** People whose sensitivity tells nothing of their criterion. */
  public Population(double dPrime, double dPrimeSd, double criterion, double criterionSd) {
    this(dPrime, dPrimeSd, criterion, criterionSd, 0);
  }

  /**
   * One person.
   *
   * @param sensitivity d
   * @param criterion c
   */
  public record Person(double sensitivity, double criterion) {
    /** Probability of yes where the model uses the artefact. */
    public double hit() {
      return yes(true, 0);
    }

    /** Probability of yes where it does not. */
    public double falseAlarm() {
      return yes(false, 0);
    }

    /**
     * Probability of yes to a stimulus.
     *
     * @param artefact whether the model uses the artefact
     * @param readiness how much more readily yes is said to this stimulus than to most
     */
    public double yes(boolean artefact, double readiness) {
      return Normal.cumulative((artefact ? 0.5 : -0.5) * sensitivity - criterion + readiness);
    }
  }

  /** Draws a person. */
  public Person draw(RandomGenerator random) {
    return at(random.nextGaussian(), random.nextGaussian());
  }

  /**
   * The person who is so many standard deviations from the mean: somebody who judges with several
   * methods is as far from it with each.
   *
   * @param first in sensitivity
   * @param second in what of the criterion does not go with sensitivity
   */
  Person at(double first, double second) {
    double rest = Math.sqrt(1 - correlation * correlation);
    return new Person(
        dPrime + dPrimeSd * first, criterion + criterionSd * (correlation * first + rest * second));
  }
}
