package org.xaistudy.analysis.mixedmodel;

import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.xaistudy.analysis.distribution.Estimate;
import org.xaistudy.analysis.distribution.Quoted;

/**
 * A fitted {@link TimeModel}. Estimates are logarithms of milliseconds, or of ratios of times; what
 * the data do not determine, because an arm is never right or never wrong, is {@link
 * Estimate#UNDETERMINED}. Tests and intervals are by t with people less arms for degrees of
 * freedom.
 */
public final class TimeFit {
  private final List<String> methods;
  private final int[] columns;
  private final double[] effects;
  private final RealMatrix covariance;
  private final double df;
  private final double participantSd;
  private final Optional<Double> stimulusSd;
  private final double residualSd;
  private final double deviance;
  private final int answers;

  TimeFit(
      List<String> methods,
      int[] columns,
      double[] effects,
      RealMatrix covariance,
      double df,
      double participantSd,
      Optional<Double> stimulusSd,
      double residualSd,
      double deviance,
      int answers) {
    this.methods = methods;
    this.columns = columns;
    this.effects = effects;
    this.covariance = covariance;
    this.df = df;
    this.participantSd = participantSd;
    this.stimulusSd = stimulusSd;
    this.residualSd = residualSd;
    this.deviance = deviance;
    this.answers = answers;
  }

  /** Ids of the methods, the reference first. */
  public List<String> methods() {
    return methods;
  }

  /** The mean logarithm of an arm's right, or wrong, answers: of their geometric mean. */
  public Estimate time(int arm, boolean right) {
    return contrast(1, cell(arm, right));
  }

  /** The geometric mean of an arm's right, or wrong, answers in seconds. */
  public Quoted seconds(int arm, boolean right, double level) {
    return time(arm, right).exponential(level, 1e-3);
  }

  /** An arm's right answers against its wrong ones. */
  public Estimate rightAgainstWrong(int arm) {
    return contrast(1, cell(arm, true), cell(arm, false));
  }

  /** An arm against the reference, right and wrong answers counting alike. */
  public Estimate difference(int arm) {
    return contrast(0.5, cell(arm, true), cell(0, true), cell(arm, false), cell(0, false));
  }

  /** Between people, of the logarithm. */
  public double participantSd() {
    return participantSd;
  }

  /** Between stimuli; empty where the file does not name them. */
  public Optional<Double> stimulusSd() {
    return stimulusSd;
  }

  /** Of single answers. */
  public double residualSd() {
    return residualSd;
  }

  /** Minus twice the restricted log-likelihood. */
  public double deviance() {
    return deviance;
  }

  /** How many answers had a time. */
  public int answers() {
    return answers;
  }

  private static int cell(int arm, boolean right) {
    return 2 * arm + (right ? 1 : 0);
  }

  /** The sum of cells, each second one subtracted. */
  private Estimate contrast(double factor, int... cells) {
    RealVector of = new ArrayRealVector(effects.length);
    for (int i = 0; i < cells.length; i++) {
      if (columns[cells[i]] < 0) {
        return Estimate.UNDETERMINED;
      }
      of.addToEntry(columns[cells[i]], i % 2 == 0 ? factor : -factor);
    }
    double variance = covariance.preMultiply(of).dotProduct(of);
    return new Estimate(of.dotProduct(new ArrayRealVector(effects)), Math.sqrt(variance), df);
  }
}
