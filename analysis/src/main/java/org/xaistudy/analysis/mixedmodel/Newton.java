package org.xaistudy.analysis.mixedmodel;

import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * Minimises a smooth function by Newton's method, with second derivatives from differences of exact
 * first ones.
 *
 * <p>Where the surface curves downwards the eigenvalue's sign is turned (Nocedal & Wright,
 * Numerical Optimization, 2006, §3.4), so that each step goes down; steps are bounded, so that a
 * likelihood that rises for ever, as under perfect separation, is walked along and not jumped.
 */
final class Newton {
  private static final int STEPS = 60;
  private static final double LONGEST = 3;
  private static final double DIFFERENCE = 1e-4;
  private static final double TOLERANCE = 1e-9;

  /** Old second derivatives, which are dear, serve while each step promises this much less. */
  private static final double CLOSING = 10;

  private final Laplace function;

  Newton(Laplace function) {
    this.function = function;
  }

  /**
   * Where it ended.
   *
   * @param parameters the lowest point
   * @param value the function there
   * @param hessian second derivatives there
   * @param converged whether no step promises any more
   */
  record Minimum(double[] parameters, double value, RealMatrix hessian, boolean converged) {}

  Minimum from(double[] start) {
    double[] at = start.clone();
    Laplace.Point point = function.at(at);
    RealMatrix hessian = hessian(at);
    boolean fresh = true;
    double before = Double.POSITIVE_INFINITY;
    for (int step = 0; step < STEPS; step++) {
      double[] direction = direction(hessian, point.gradient());
      double promise = promise(direction, point);
      if (promise > before / CLOSING && !fresh) {
        hessian = hessian(at);
        direction = direction(hessian, point.gradient());
        promise = promise(direction, point);
        fresh = true;
      }
      if (promise < TOLERANCE) {
        RealMatrix here = fresh ? hessian : hessian(at);
        return new Minimum(at, point.negativeLogLikelihood(), here, true);
      }
      before = promise;
      fresh = false;
      double[] next = descend(at, point, direction, promise);
      if (next == at) {
        return new Minimum(at, point.negativeLogLikelihood(), hessian, false);
      }
      at = next;
      point = function.at(at);
    }
    return new Minimum(at, point.negativeLogLikelihood(), hessian(at), false);
  }

  private static double promise(double[] direction, Laplace.Point point) {
    return -vector(direction).dotProduct(gradient(point)) / 2;
  }

  private double[] descend(double[] at, Laplace.Point point, double[] direction, double promise) {
    for (double part = 1; part > 1e-8; part /= 2) {
      double[] next = new ArrayRealVector(at).add(vector(direction).mapMultiply(part)).toArray();
      double value = function.at(next).negativeLogLikelihood();
      if (value <= point.negativeLogLikelihood() - 1e-4 * part * promise) {
        return next;
      }
    }
    return at;
  }

  private static double[] direction(RealMatrix hessian, double[] gradient) {
    EigenDecomposition eigen = new EigenDecomposition(hessian);
    double[] values = eigen.getRealEigenvalues();
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    RealVector direction = new ArrayRealVector(gradient.length);
    for (int i = 0; i < values.length; i++) {
      RealVector axis = eigen.getEigenvector(i);
      double curve = Math.max(Math.abs(values[i]), 1e-9 * largest + 1e-12);
      direction = direction.subtract(axis.mapMultiply(axis.dotProduct(vector(gradient)) / curve));
    }
    double length = direction.getLInfNorm();
    return direction.mapMultiply(length > LONGEST ? LONGEST / length : 1).toArray();
  }

  private RealMatrix hessian(double[] at) {
    RealMatrix hessian = new Array2DRowRealMatrix(at.length, at.length);
    IntStream.range(0, at.length).parallel().forEach(k -> hessian.setRowVector(k, bend(at, k)));
    return hessian.add(hessian.transpose()).scalarMultiply(0.5);
  }

  /** How the gradient changes along parameter k. */
  private RealVector bend(double[] at, int k) {
    Laplace nearby = function.fork();
    double[] moved = at.clone();
    moved[k] = at[k] + DIFFERENCE;
    RealVector up = gradient(nearby.at(moved));
    moved[k] = at[k] - DIFFERENCE;
    RealVector down = gradient(nearby.at(moved));
    return up.subtract(down).mapDivide(2 * DIFFERENCE);
  }

  private static RealVector gradient(Laplace.Point point) {
    return vector(point.gradient());
  }

  private static RealVector vector(double[] values) {
    return new ArrayRealVector(values, false);
  }
}
