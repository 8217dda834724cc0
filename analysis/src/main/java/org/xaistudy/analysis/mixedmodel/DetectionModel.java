package org.xaistudy.analysis.mixedmodel;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.exception.MathIllegalArgumentException;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.xaistudy.analysis.distribution.Normal;
import org.xaistudy.analysis.responses.Arm;

/**
 * {@code answer ~ truth × method + (truth | participant)} with truth as ±½: every person has a bias
 * and a sensitivity of their own, which may go together.
 *
 * <p>With a probit link this is hierarchical signal detection (DeCarlo, Psychol. Methods 3, 1998;
 * Rouder & Lu, Psychon. Bull. Rev. 12, 2005): the slope by truth is d′, the intercept is −c. Where
 * people differ, d′ of pooled trials is too small, and without slopes of their own tests find
 * differences that are not there.
 *
 * @param link the scale of the estimates
 * @param nodes of the quadrature in each dimension; 1 is Laplace's approximation, as {@code
 *     lme4::glmer} fits it
 * @param stimuli whether every stimulus, too, has an intercept of its own: how readily people say
 *     yes to it; by Laplace's approximation, because no integral over people and stimuli at once
 *     falls apart into small ones
 */
public record DetectionModel(Link link, int nodes, boolean stimuli) {
  /** Signal detection, integrated until nothing changes. */
  public static final DetectionModel HIERARCHICAL = new DetectionModel(Link.PROBIT, 21, false);

  /** The same where stimuli differ, too: what is found holds for others of their kind. */
  public static final DetectionModel CROSSED = new DetectionModel(Link.PROBIT, 1, true);

  /** What {@code lme4} fits by default, in log odds. */
  public static final DetectionModel LOGISTIC = new DetectionModel(Link.LOGIT, 1, false);

  private static final double SPREAD = 0.5;
  private static final int FEW = 7;

  /** Of stimuli, to begin with. */
  private static final double STIMULI = 0.3;

  /** Their matrix is dense: with more than that it is dear. */
  private static final int MOST_STIMULI = 1_000;

  /** Of more, every so many people serve: by then it is the stimuli that are few. */
  private static final int MOST_JUDGEMENTS = 40_000;

  /** No search begins on the ridge at 0, where all slopes by a spread are 0. */
  private static final double LEAST = 0.1;

  /** As in R, for people. */
  public String formula() {
    return "answer ~ truth × method + (truth | participant)" + (stimuli ? " + (1 | stimulus)" : "");
  }

  /** Fits the model to the arms, the first of which is the reference. */
  public DetectionFit fit(List<Arm> arms) {
    List<Judgements> judgements = Judgements.of(arms);
    double[] start = start(judgements, arms.size());
    if (stimuli) {
      return crossed(newton(judgements, FEW).from(start).parameters(), arms);
    }
    if (nodes <= FEW) {
      return new DetectionFit(this, arms, 1, newton(judgements, nodes).from(start));
    }
    // A coarse rule leads near the top at a small part of the cost.
    double[] near = newton(judgements, FEW).from(start).parameters();
    return new DetectionFit(this, arms, 1, newton(judgements, nodes).from(near));
  }

  /**
   * Fits a model with stimuli from where it ends without them.
   *
   * @return empty where the numbers do not suffice, or there are too many stimuli for that
   */
  public Optional<DetectionFit> fitNear(DetectionFit alike, List<Arm> arms) {
    try {
      return Crossing.of(arms).stimuli() > MOST_STIMULI
          ? Optional.empty()
          : Optional.of(crossed(alike.parameters(), arms));
    } catch (MathIllegalArgumentException | MathIllegalStateException numbersDoNotSuffice) {
      return Optional.empty();
    }
  }

  private DetectionFit crossed(double[] alike, List<Arm> arms) {
    double[] start = Arrays.copyOf(alike, alike.length + 1);
    start[0] = Math.copySign(Math.max(Math.abs(start[0]), LEAST), start[0]);
    start[2] = Math.copySign(Math.max(Math.abs(start[2]), LEAST), start[2]);
    start[alike.length] = STIMULI;
    int share = Math.max(1, judgements(arms) / MOST_JUDGEMENTS);
    List<Arm> some = share == 1 ? arms : arms.stream().map(arm -> arm.every(share)).toList();
    CrossedSurface surface = new CrossedSurface(link, Crossing.of(some));
    return new DetectionFit(this, some, share, new Newton(surface).from(start));
  }

  private static int judgements(List<Arm> arms) {
    return (int) arms.stream().mapToLong(arm -> arm.answers().count()).sum();
  }

  private Newton newton(List<Judgements> judgements, int count) {
    return new Newton(new DetectionSurface(judgements, likelihood(count)));
  }

  /** Of one person's judgements, as the model is fitted in the end. */
  PersonLikelihood likelihood() {
    return likelihood(nodes);
  }

  private PersonLikelihood likelihood(int count) {
    return count == 1 ? new PersonLaplace(link) : new PersonIntegral(link, count);
  }

  /** Nobody differs much, and pooled rates, kept away from 0 and 1, are the truth. */
  private static double[] start(List<Judgements> judgements, int arms) {
    double[] start = new double[DetectionSurface.SPREADS + 2 * arms];
    start[0] = SPREAD;
    start[2] = SPREAD;
    for (int arm = 0; arm < arms; arm++) {
      double[] counts = new double[4];
      for (Judgements said : judgements) {
        if (said.arm() == arm) {
          counts[0] += said.people() * said.hits();
          counts[1] += said.people() * said.misses();
          counts[2] += said.people() * said.falseAlarms();
          counts[3] += said.people() * said.rejections();
        }
      }
      double hit = z(counts[0], counts[1]);
      double falseAlarm = z(counts[2], counts[3]);
      start[DetectionSurface.SPREADS + 2 * arm] = (hit + falseAlarm) / 2;
      start[DetectionSurface.SPREADS + 2 * arm + 1] = hit - falseAlarm;
    }
    return start;
  }

  private static double z(double yes, double no) {
    return Normal.quantile((yes + 0.5) / (yes + no + 1));
  }
}
