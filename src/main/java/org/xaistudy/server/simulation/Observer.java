package org.xaistudy.server.simulation;

import java.util.random.RandomGenerator;
import org.xaistudy.server.trial.Judgement;

/**
 * Somebody who judges by equal-variance signal detection: the evidence of a picture is normal with
 * standard deviation 1 around d′/2 where yes is the right answer and −d′/2 where it is not; yes is
 * said where it is above the criterion c. So P(yes) is Φ(d′/2 − c) or Φ(−d′/2 − c).
 *
 * @param dPrime sensitivity
 * @param criterion below 0: yes is said too easily
 * @param random where evidence comes from
 */
record Observer(double dPrime, double criterion, RandomGenerator random) {
  /** Evidence so far from the criterion makes people wholly sure. */
  private static final double SURE = 2.5;

  private static final double CLARITY_OF_NOTHING = 2;

  /** Judges a picture: surer the further the evidence, clearer the more can be told apart. */
  Judgement judge(boolean yes) {
    double evidence = (yes ? 0.5 : -0.5) * dPrime + random.nextGaussian();
    double distance = Math.abs(evidence - criterion);
    double clarity = CLARITY_OF_NOTHING + 2 * dPrime + random.nextGaussian();
    return new Judgement(evidence > criterion, scale(9 * distance / SURE), scale(clarity));
  }

  private static int scale(double value) {
    return (int) Math.max(0, Math.min(9, Math.round(value)));
  }
}
