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

  private final Link link;
  private final Person person;
  private final double[] nodes;
  private final double[] logWeights;
  private final double[] s = new double[Person.PARAMETERS];

  PersonIntegral(Link link, int count) {
    this.link = link;
    person = new Person(link);
    GaussIntegrator rule = new GaussIntegratorFactory().hermite(count);
    nodes = new double[count];
    logWeights = new double[count];
    for (int i = 0; i < count; i++) {
      nodes[i] = rule.getPoint(i);
      logWeights[i] = Math.log(rule.getWeight(i)) + nodes[i] * nodes[i];
    }
  }

  @Override
  public PersonLikelihood fork() {
    return new PersonIntegral(link, nodes.length);
  }

  /**
   * By Fisher's identity the gradient is the mean of the slopes over z, given the judgements; by
   * Louis's (J. R. Stat. Soc. B 44, 1982) so are the second derivatives, with the slopes' variance.
   */
  @Override
  public double at(Judgements said, double[] parameters, double[] gradient, double[][] hessian) {
    Arrays.fill(gradient, 0);
    for (double[] row : hessian) {
      Arrays.fill(row, 0);
    }
    person.prepare(said, parameters);
    double top = person.mode();
    double c00 = 1 / Math.sqrt(person.h00 - person.h01 * person.h01 / person.h11);
    double c10 = -person.h01 / person.h11 * c00;
    double c11 = 1 / Math.sqrt(person.h11);
    double[] centre = person.z.clone();
    double sum = 0;
    for (int i = 0; i < nodes.length; i++) {
      for (int j = 0; j < nodes.length; j++) {
        if (logWeights[i] + logWeights[j] - nodes[i] * nodes[i] - nodes[j] * nodes[j] < CORNER) {
          continue;
        }
        person.z[0] = centre[0] + Math.sqrt(2) * c00 * nodes[i];
        person.z[1] = centre[1] + Math.sqrt(2) * (c10 * nodes[i] + c11 * nodes[j]);
        double share = Math.exp(logWeights[i] + logWeights[j] + person.height() - top);
        sum += share;
        collect(share, gradient, hessian);
      }
    }
    average(sum, gradient, hessian);
    // (2π)⁻¹ of the prior, 2|C| of the change of variables.
    return top + Math.log(sum * c00 * c11 / Math.PI);
  }

  private void collect(double share, double[] gradient, double[][] hessian) {
    double both = person.slope[0] + person.slope[1];
    double apart = (person.slope[0] - person.slope[1]) / 2;
    s[0] = both;
    s[1] = apart;
    s[2] = both * person.z[0];
    s[3] = apart * person.z[0];
    s[4] = apart * person.z[1];
    double sum = person.weight[0] + person.weight[1];
    double half = (person.weight[0] - person.weight[1]) / 2;
    for (int k = 0; k < Person.PARAMETERS; k++) {
      gradient[k] += share * s[k];
      for (int l = 0; l <= k && hessian.length > 0; l++) {
        // Products of the predictors' slopes: whole with whole, half with half, whole with half.
        double w = whole(k) == whole(l) ? (whole(k) ? sum : sum / 4) : half;
        hessian[k][l] += share * (s[k] * s[l] - w * reach(k) * reach(l));
      }
    }
  }

  private static boolean whole(int parameter) {
    return parameter == 0 || parameter == 2;
  }

  private double reach(int parameter) {
    return parameter < 2 ? 1 : parameter < 4 ? person.z[0] : person.z[1];
  }

  private static void average(double sum, double[] gradient, double[][] hessian) {
    for (int k = 0; k < Person.PARAMETERS; k++) {
      gradient[k] /= sum;
      for (int l = 0; l <= k && hessian.length > 0; l++) {
        hessian[k][l] = hessian[k][l] / sum - gradient[k] * gradient[l];
        hessian[l][k] = hessian[k][l];
      }
    }
  }
}
