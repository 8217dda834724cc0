package org.xaistudy.analysis.mixedmodel;

import java.util.Arrays;

/**
 * Laplace's approximation to the likelihood of a person: the integral over their own bias and
 * sensitivity is that of the normal curve at its mode. The gradient follows the mode as the
 * parameters move, by the implicit function theorem.
 */
final class PersonLaplace implements PersonLikelihood {
  /** Of each parameter, for second derivatives. */
  private static final double STEP = 1e-4;

  private final Person person;

  PersonLaplace(Link link) {
    person = new Person(link);
  }

  /** Second derivatives are central differences of the first ones, which are exact. */
  @Override
  public double at(Judgements said, double[] parameters, double[] gradient, double[][] hessian) {
    if (hessian.length > 0) {
      bend(said, parameters, hessian);
    }
    return at(said, parameters, gradient);
  }

  @Override
  public boolean bendsForFree() {
    return false;
  }

  private void bend(Judgements said, double[] parameters, double[][] hessian) {
    double[] up = new double[Person.PARAMETERS];
    double[] down = new double[Person.PARAMETERS];
    double[] moved = parameters.clone();
    for (double[] row : hessian) {
      Arrays.fill(row, 0);
    }
    for (int k = 0; k < Person.PARAMETERS; k++) {
      moved[k] = parameters[k] + STEP;
      at(said, moved, up);
      moved[k] = parameters[k] - STEP;
      at(said, moved, down);
      moved[k] = parameters[k];
      for (int l = 0; l < Person.PARAMETERS; l++) {
        double half = (up[l] - down[l]) / (4 * STEP);
        hessian[k][l] += half;
        hessian[l][k] += half;
      }
    }
  }

  private double at(Judgements said, double[] parameters, double[] gradient) {
    person.prepare(said, parameters);
    double top = person.mode();
    double determinant = person.h00 * person.h11 - person.h01 * person.h01;
    for (int parameter = 0; parameter < Person.PARAMETERS; parameter++) {
      gradient[parameter] = slope(parameter, determinant);
    }
    return top - Math.log(determinant) / 2;
  }

  private double slope(int parameter, double determinant) {
    double[][] j = person.loading;
    double sum = 0;
    double g0 = 0;
    double g1 = 0;
    for (int kind = 0; kind < 2; kind++) {
      double direct = direct(parameter, kind);
      sum += person.slope[kind] * direct;
      double pull = -person.weight[kind] * direct;
      g0 += turned(parameter, kind, 0) * person.slope[kind] + j[kind][0] * pull;
      g1 += turned(parameter, kind, 1) * person.slope[kind] + j[kind][1] * pull;
    }
    double z0 = (person.h11 * g0 - person.h01 * g1) / determinant;
    double z1 = (person.h00 * g1 - person.h01 * g0) / determinant;
    for (int kind = 0; kind < 2; kind++) {
      double moved = direct(parameter, kind) + j[kind][0] * z0 + j[kind][1] * z1;
      double change = person.skew[kind] * moved;
      double t0 = turned(parameter, kind, 0);
      double t1 = turned(parameter, kind, 1);
      double w = 2 * person.weight[kind];
      double h00 = change * j[kind][0] * j[kind][0] + w * j[kind][0] * t0;
      double h11 = change * j[kind][1] * j[kind][1] + w * j[kind][1] * t1;
      double h01 = change * j[kind][0] * j[kind][1] + w / 2 * (j[kind][0] * t1 + j[kind][1] * t0);
      double trace = person.h11 * h00 + person.h00 * h11 - 2 * person.h01 * h01;
      sum -= trace / determinant / 2;
    }
    return sum;
  }

  /** How a linear predictor goes with a parameter while z stays. */
  private double direct(int parameter, int kind) {
    double half = kind == 0 ? 0.5 : -0.5;
    return switch (parameter) {
      case 0 -> 1;
      case 1 -> half;
      case 2 -> person.z[0];
      case 3 -> half * person.z[0];
      case 4 -> half * person.z[1];
      default -> throw new IllegalArgumentException("no parameter " + parameter);
    };
  }

  /** How a loading goes with a parameter. */
  private static double turned(int parameter, int kind, int axis) {
    double half = kind == 0 ? 0.5 : -0.5;
    boolean touched = axis == 0 ? parameter == 2 || parameter == 3 : parameter == 4;
    return !touched ? 0 : parameter == 2 ? 1 : half;
  }
}
