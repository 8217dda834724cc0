package org.xaistudy.analysis.mixedmodel;

import java.util.Arrays;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * The likelihood of a person, whatever their own bias and sensitivity: adaptive Gauss–Hermite
 * quadrature in two dimensions, centred on the mode and scaled by the curvature there (Pinheiro &
 * Bates, J. Comput. Graph. Stat. 4, 1995).
 */
final class PersonIntegral implements PersonLikelihood {
  /** Nodes in the corners weigh less than rounding. */
  private static final double CORNER = Math.log(1e-15);

  /** A parameter moves the first kind's predictor by its share of 1, z₀ or z₁: which of them. */
  private static final int[] REACH = {0, 0, 1, 1, 2};

  private static final double[] SHARE = {1, 0.5, 1, 0.5, 0.5};

  /** Whether it moves the second kind's the same way, or against it. */
  private static final int[] SIGN = {1, -1, 1, -1, -1};

  /** Where a product of two of 1, z₀, z₁ stands. */
  private static final int[][] PLACE = {{0, 1, 2}, {1, 3, 4}, {2, 4, 5}};

  private final Person person;
  private final double[] nodes;
  private final double[] logWeights;

  /**
   * Means over z of products of both kinds' slopes, less their weights, with 1, z₀, z₁, z₀², z₀z₁,
   * z₁²: kind 0 with itself, kind 1 with itself, one with the other.
   */
  private final double[][] products = new double[3][6];

  /** Means of each kind's slope with 1, z₀, z₁. */
  private final double[][] slopes = new double[2][3];

  PersonIntegral(Link link, int count) {
    person = new Person(link);
    GaussIntegrator rule = new GaussIntegratorFactory().hermite(count);
    nodes = new double[count];
    logWeights = new double[count];
    for (int i = 0; i < count; i++) {
      nodes[i] = Math.sqrt(2) * rule.getPoint(i);
      logWeights[i] = Math.log(rule.getWeight(i)) + nodes[i] * nodes[i] / 2;
    }
  }

  /**
   * By Fisher's identity the gradient is the mean of the slopes over z, given the judgements; by
   * Louis's (J. R. Stat. Soc. B 44, 1982) so are the second derivatives, with the slopes' variance.
   */
  @Override
  public double at(Judgements said, double[] parameters, double[] gradient, double[][] hessian) {
    person.prepare(said, parameters);
    double top = person.mode();
    double c00 = 1 / Math.sqrt(person.h00 - person.h01 * person.h01 / person.h11);
    double c10 = -person.h01 / person.h11 * c00;
    double c11 = 1 / Math.sqrt(person.h11);
    // Turned so that the first kind's predictor does not move along the second axis: then its
    // special functions are asked for once a row.
    double along = person.loading[0][0] * c00 + person.loading[0][1] * c10;
    double across = person.loading[0][1] * c11;
    double length = Math.hypot(along, across);
    double cos = length > 0 ? along / length : 1;
    double sin = length > 0 ? across / length : 0;
    double sum =
        integrate(
            top,
            new double[] {cos * c00, cos * c10 + sin * c11},
            new double[] {-sin * c00, cos * c11 - sin * c10});
    average(sum, gradient, hessian);
    // (2π)⁻¹ of the prior, 2|C| of the change of variables.
    return top + Math.log(sum * c00 * c11 / Math.PI);
  }

  @Override
  public boolean bendsForFree() {
    return true;
  }

  /** Over z = mode + axes · nodes; leaves the sums behind that gradient and Hessian are made of. */
  private double integrate(double top, double[] first, double[] second) {
    for (double[] row : products) {
      Arrays.fill(row, 0);
    }
    for (double[] row : slopes) {
      Arrays.fill(row, 0);
    }
    double[] z = person.z;
    double mode0 = z[0];
    double mode1 = z[1];
    double sum = 0;
    for (int i = 0; i < nodes.length; i++) {
      double from0 = mode0 + first[0] * nodes[i];
      double from1 = mode1 + first[1] * nodes[i];
      z[0] = from0;
      z[1] = from1;
      double height = person.said(0) + logWeights[i] - top;
      for (int j = 0; j < nodes.length; j++) {
        double away = (nodes[i] * nodes[i] + nodes[j] * nodes[j]) / 2;
        if (logWeights[i] + logWeights[j] - away < CORNER) {
          continue;
        }
        z[0] = from0 + second[0] * nodes[j];
        z[1] = from1 + second[1] * nodes[j];
        double here = height + person.said(1) + logWeights[j] - (z[0] * z[0] + z[1] * z[1]) / 2;
        double share = Math.exp(here);
        sum += share;
        collect(share, z[0], z[1]);
      }
    }
    return sum;
  }

  private void collect(double share, double z0, double z1) {
    double p = person.slope[0];
    double q = person.slope[1];
    collect(slopes[0], share * p, z0, z1);
    collect(slopes[1], share * q, z0, z1);
    collect(products[0], share * (p * p - person.weight[0]), z0, z1);
    collect(products[1], share * (q * q - person.weight[1]), z0, z1);
    collect(products[2], share * p * q, z0, z1);
  }

  private static void collect(double[] to, double value, double z0, double z1) {
    to[0] += value;
    to[1] += value * z0;
    to[2] += value * z1;
    if (to.length > 3) {
      to[3] += value * z0 * z0;
      to[4] += value * z0 * z1;
      to[5] += value * z1 * z1;
    }
  }

  private void average(double sum, double[] gradient, double[][] hessian) {
    for (int k = 0; k < Person.PARAMETERS; k++) {
      double both = slopes[0][REACH[k]] + SIGN[k] * slopes[1][REACH[k]];
      gradient[k] = SHARE[k] * both / sum;
      for (int l = 0; l <= k && hessian.length > 0; l++) {
        int place = PLACE[REACH[k]][REACH[l]];
        double product =
            products[0][place]
                + SIGN[k] * SIGN[l] * products[1][place]
                + (SIGN[k] + SIGN[l]) * products[2][place];
        hessian[k][l] = SHARE[k] * SHARE[l] * product / sum - gradient[k] * gradient[l];
        hessian[l][k] = hessian[k][l];
      }
    }
  }
}
