package org.xaistudy.analysis.mixedmodel;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.xaistudy.analysis.distribution.Estimate;
import org.xaistudy.analysis.distribution.Interval;
import org.xaistudy.analysis.distribution.Normal;
import org.xaistudy.analysis.responses.Arm;

/**
 * A fitted {@link DetectionModel}. What the data do not determine, because all of an arm's answers
 * to one kind of model are alike, or there are none, is {@link Estimate#UNDETERMINED}; the other
 * arms keep theirs. Tests and intervals are by t with people less arms for degrees of freedom: the
 * spreads between people are estimated, and in small studies the normal distribution forgets that.
 *
 * <p>Where people judged with several methods, what a person does with each is taken for another
 * person's in the fit, and the errors are those of whole people (a composite likelihood: Varin,
 * Reid & Firth, Statistica Sinica 21, 2011; n/(n − 1) times H⁻¹ Σss′ H⁻¹, t with n − 1): they hold
 * whatever ties a person's answers together, and however differently methods suit them. With
 * stimuli, a person has the same bias and sensitivity with all methods.
 */
public final class DetectionFit {
  /** Estimates beyond this are not numbers but directions. */
  private static final double RUNAWAY = 8;

  private static final double STEP = 1e-5;

  private final DetectionModel model;
  private final int every;
  private final List<String> methods;
  private final double[] parameters;
  private final boolean[] determined;
  private final RealMatrix covariance;
  private final double df;
  private final double logLikelihood;
  private final boolean converged;

  DetectionFit(DetectionModel model, List<Arm> arms, int every, Newton.Minimum found) {
    this.model = model;
    this.every = every;
    methods = arms.stream().map(Arm::method).toList();
    parameters = found.parameters();
    determined = determined(arms, parameters);
    List<List<Judged>> people = Judged.byPerson(arms);
    boolean within = people.stream().anyMatch(person -> person.size() > 1);
    covariance =
        within && !model.stimuli() ? ofWholePeople(people, found) : found.covariance(determined);
    df = people.size() - (within ? 1 : arms.size());
    logLikelihood = -found.value();
    converged = found.converged();
  }

  private RealMatrix ofWholePeople(List<List<Judged>> people, Newton.Minimum found) {
    RealMatrix inverse = found.covariance(determined);
    RealMatrix products =
        DetectionSurface.slopeProducts(people, model.likelihood(), found.parameters());
    double count = people.size();
    return inverse.multiply(products).multiply(inverse).scalarMultiply(count / (count - 1));
  }

  private static boolean[] determined(List<Arm> arms, double[] parameters) {
    boolean[] determined = new boolean[parameters.length];
    for (int k = 0; k < parameters.length; k++) {
      determined[k] = true;
    }
    for (int arm = 0; arm < arms.size(); arm++) {
      int bias = DetectionSurface.SPREADS + 2 * arm;
      boolean known =
          bothAnswers(arms.get(arm))
              && Math.abs(parameters[bias]) < RUNAWAY
              && Math.abs(parameters[bias + 1]) < 2 * RUNAWAY;
      determined[bias] = known;
      determined[bias + 1] = known;
    }
    return determined;
  }

  /** Whether each kind of model got both answers: else the likelihood rises for ever. */
  private static boolean bothAnswers(Arm arm) {
    boolean[] seen = new boolean[4];
    arm.answers().forEach(one -> seen[(one.truth() ? 0 : 2) + (one.answer() ? 0 : 1)] = true);
    return seen[0] && seen[1] && seen[2] && seen[3];
  }

  /** What was fitted. */
  public DetectionModel model() {
    return model;
  }

  /** It was fitted to every so many of an arm's people; 1: to all of them. */
  public int every() {
    return every;
  }

  double[] parameters() {
    return parameters.clone();
  }

  /** Ids of the methods, the reference first. */
  public List<String> methods() {
    return methods;
  }

  /** By Laplace's approximation or quadrature, of single trials. */
  public double logLikelihood() {
    return logLikelihood;
  }

  /** Whether the optimiser found a top. */
  public boolean converged() {
    return converged;
  }

  /** Whether every arm's estimates are numbers. */
  public boolean everyArmDetermined() {
    return IntStream.range(0, methods.size()).allMatch(arm -> determined[sensitivityOf(arm)]);
  }

  /** d′, or the log odds ratio of a yes where the model uses the artefact. */
  public Estimate sensitivity(int arm) {
    return linear(sensitivityOf(arm), -1);
  }

  /** The readiness to say yes: −c, or log odds. */
  public Estimate bias(int arm) {
    return linear(biasOf(arm), -1);
  }

  /** An arm's sensitivity less the reference's. */
  public Estimate sensitivityDifference(int arm) {
    return linear(sensitivityOf(arm), sensitivityOf(0));
  }

  /** An arm's bias less the reference's. */
  public Estimate biasDifference(int arm) {
    return linear(biasOf(arm), biasOf(0));
  }

  /**
   * How often somebody drawn by chance from an arm's population is right about a stimulus drawn by
   * chance, where yes is the right answer half of the time; {@code PROBIT} only.
   */
  public Estimate accuracy(int arm) {
    return smooth(at -> accuracy(at, arm), determined[biasOf(arm)]);
  }

  /** An arm's accuracy less the reference's: the risk difference. */
  public Estimate accuracyDifference(int arm) {
    return smooth(
        at -> accuracy(at, arm) - accuracy(at, 0),
        determined[biasOf(arm)] && determined[biasOf(0)]);
  }

  /**
   * The area under the average person's ROC curve, over stimuli drawn by chance: how often they
   * would pick the model that uses the artefact out of one of each, Φ(d′/√2) where stimuli are
   * alike; ½ is guessing; {@code PROBIT} only.
   */
  public Estimate area(int arm) {
    return smooth(at -> area(at, arm), determined[sensitivityOf(arm)]);
  }

  /** Of the area, by the limits of the sensitivity, so that it does not leave 0 to 1. */
  public Interval areaInterval(int arm, double level) {
    Interval limits = sensitivity(arm).interval(level);
    double scale = Math.sqrt(2 * (1 + between(parameters)));
    return new Interval(
        Normal.cumulative(limits.low() / scale), Normal.cumulative(limits.high() / scale));
  }

  /** An arm's area less the reference's. */
  public Estimate areaDifference(int arm) {
    return smooth(
        at -> area(at, arm) - area(at, 0),
        determined[sensitivityOf(arm)] && determined[sensitivityOf(0)]);
  }

  private double area(double[] at, int arm) {
    return Normal.cumulative(at[sensitivityOf(arm)] / Math.sqrt(2 * (1 + between(at))));
  }

  /** The variance between stimuli. */
  private double between(double[] at) {
    return model.stimuli() ? at[at.length - 1] * at[at.length - 1] : 0;
  }

  /** Between people, of sensitivity. */
  public double sensitivitySd() {
    return Math.hypot(parameters[1], parameters[2]);
  }

  /** Between people, of bias. */
  public double biasSd() {
    return Math.abs(parameters[0]);
  }

  /** Between stimuli, of the readiness to say yes to one; empty where all are taken for alike. */
  public OptionalDouble stimulusSd() {
    return model.stimuli()
        ? OptionalDouble.of(Math.abs(parameters[parameters.length - 1]))
        : OptionalDouble.empty();
  }

  /** How people's bias and sensitivity go together, −1 to 1; {@code NaN} if one does not vary. */
  public double correlation() {
    return parameters[1] * Math.signum(parameters[0]) / sensitivitySd();
  }

  /** The same of the criterion, which is minus the bias, and sensitivity. */
  public double criterionCorrelation() {
    return -correlation();
  }

  /**
   * Whether people are estimated not to differ in one of the two, or in one way only; or stimuli
   * not to differ.
   */
  public boolean singular() {
    double apart = Math.abs(parameters[2]);
    return biasSd() < MixedModelFit.SINGULAR
        || apart < MixedModelFit.SINGULAR
        || stimulusSd().orElse(1) < MixedModelFit.SINGULAR;
  }

  private static int biasOf(int arm) {
    return DetectionSurface.SPREADS + 2 * arm;
  }

  private static int sensitivityOf(int arm) {
    return biasOf(arm) + 1;
  }

  private Estimate linear(int plus, int minus) {
    boolean known = determined[plus] && (minus < 0 || determined[minus]);
    return smooth(at -> at[plus] - (minus < 0 ? 0 : at[minus]), known);
  }

  /** A smooth function of the parameters, its error by the delta method. */
  private Estimate smooth(ToDoubleFunction<double[]> function, boolean known) {
    if (!known) {
      return Estimate.UNDETERMINED;
    }
    RealVector slopes = new ArrayRealVector(parameters.length);
    for (int k = 0; k < parameters.length; k++) {
      double[] moved = parameters.clone();
      moved[k] = parameters[k] + STEP;
      double up = function.applyAsDouble(moved);
      moved[k] = parameters[k] - STEP;
      slopes.setEntry(k, (up - function.applyAsDouble(moved)) / (2 * STEP));
    }
    double variance = covariance.preMultiply(slopes).dotProduct(slopes);
    return new Estimate(function.applyAsDouble(parameters), Math.sqrt(variance), df);
  }

  /** Φ(m/√(1 + v)) is the mean of Φ(m + Z√v). */
  private double accuracy(double[] at, int arm) {
    double sum = 0;
    for (int kind = 0; kind < 2; kind++) {
      double half = kind == 0 ? 0.5 : -0.5;
      double mean = at[biasOf(arm)] + half * at[sensitivityOf(arm)];
      double first = at[0] + half * at[1];
      double second = half * at[2];
      double yes =
          Normal.cumulative(mean / Math.sqrt(1 + first * first + second * second + between(at)));
      sum += kind == 0 ? yes : 1 - yes;
    }
    return sum / 2;
  }
}
