package org.xaistudy.analysis.mixedmodel;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The negative log-likelihood of everybody's judgements. Parameters: L₀₀, L₁₀, L₁₁ of {@link
 * Person}, then bias and sensitivity of each arm.
 */
final class DetectionSurface implements Surface {
  /** Where the arms' parameters begin. */
  static final int SPREADS = 3;

  private final List<Judgements> judgements;
  private final PersonLikelihood likelihood;

  /** Second derivatives where the value was asked for last, if they came with it. */
  private double[][] last = new double[0][0];

  private double[] lastAt = new double[0];

  DetectionSurface(List<Judgements> judgements, PersonLikelihood likelihood) {
    this.judgements = judgements;
    this.likelihood = likelihood;
  }

  @Override
  public Point at(double[] parameters) {
    double[] gradient = new double[parameters.length];
    int room = bendsForFree() ? parameters.length : 0;
    double[][] hessian = new double[room][room];
    double value = sum(parameters, gradient, hessian);
    lastAt = parameters.clone();
    last = hessian;
    return new Point(value, gradient);
  }

  @Override
  public RealMatrix hessian(double[] parameters) {
    if (!bendsForFree() || !Arrays.equals(parameters, lastAt)) {
      last = new double[parameters.length][parameters.length];
      sum(parameters, new double[parameters.length], last);
    }
    return new Array2DRowRealMatrix(last);
  }

  @Override
  public boolean bendsForFree() {
    return likelihood.bendsForFree();
  }

  private double sum(double[] parameters, double[] gradient, double[][] hessian) {
    double[] own = new double[Person.PARAMETERS];
    double[] slopes = new double[Person.PARAMETERS];
    int room = hessian.length > 0 ? Person.PARAMETERS : 0;
    double[][] bends = new double[room][room];
    double value = 0;
    for (Judgements said : judgements) {
      for (int k = 0; k < own.length; k++) {
        own[k] = parameters[place(said, k)];
      }
      value -= said.people() * likelihood.at(said, own, slopes, bends);
      for (int k = 0; k < own.length; k++) {
        gradient[place(said, k)] -= said.people() * slopes[k];
        for (int l = 0; l < own.length && hessian.length > 0; l++) {
          hessian[place(said, k)][place(said, l)] -= said.people() * bends[k][l];
        }
      }
    }
    return value;
  }

  /** Where a person's parameter stands among all. */
  private static int place(Judgements said, int parameter) {
    return parameter < 2 ? SPREADS + 2 * said.arm() + parameter : parameter - 2;
  }
}
