package org.xaistudy.analysis.mixedmodel;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

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

  /**
   * The sum over people of s s′, where s is the slope of the log-likelihood of all that a person
   * said, in however many arms. With the curvature it gives errors that hold whatever ties a
   * person's answers with one method to those with another.
   *
   * @param people what each said in each arm
   */
  static RealMatrix slopeProducts(
      List<List<Judged>> people, PersonLikelihood likelihood, double[] parameters) {
    RealMatrix products = new Array2DRowRealMatrix(parameters.length, parameters.length);
    double[] own = new double[Person.PARAMETERS];
    double[] slopes = new double[Person.PARAMETERS];
    for (List<Judged> person : people) {
      RealVector sum = new ArrayRealVector(parameters.length);
      for (Judged in : person) {
        Judgements said = Judgements.of(in);
        for (int k = 0; k < own.length; k++) {
          own[k] = parameters[place(said, k)];
        }
        likelihood.at(said, own, slopes, new double[0][0]);
        for (int k = 0; k < own.length; k++) {
          sum.addToEntry(place(said, k), slopes[k]);
        }
      }
      products = products.add(sum.outerProduct(sum));
    }
    return products;
  }

  /** Where a person's parameter stands among all. */
  private static int place(Judgements said, int parameter) {
    return parameter < 2 ? SPREADS + 2 * said.arm() + parameter : parameter - 2;
  }
}
