package org.xaistudy.analysis.mixedmodel;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * Minimises a smooth function by Newton's method.
 *
 * <p>Where the surface curves downwards the eigenvalue's sign is turned (Nocedal & Wright,
 * Numerical Optimization, 2006, §3.4), so that each step goes down; steps are bounded, so that a
 * likelihood that rises for ever, as under perfect separation, is walked along and not jumped.
 */
final class Newton {
  private static final int STEPS = 60;
  private static final double FLAT = 1e-10;
  private static final double LONGEST = 3;
  private static final double TOLERANCE = 1e-9;

  /** A step that promises less and does not help has met the end of what the numbers tell. */
  private static final double ROUNDING = 1e-6;

  /** Old second derivatives, which are dear, serve while each step promises this much less. */
  private static final double CLOSING = 10;

  private final Surface function;

  Newton(Surface function) {
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
  record Minimum(double[] parameters, double value, RealMatrix hessian, boolean converged) {
    /**
     * The inverse of the second derivatives by those parameters that are kept; all {@code NaN}
     * where the surface is flat, 0 for the others.
     */
    RealMatrix covariance(boolean[] kept) {
      int[] places = IntStream.range(0, kept.length).filter(k -> kept[k]).toArray();
      RealMatrix part = hessian.getSubMatrix(places, places);
      RealMatrix covariance = new Array2DRowRealMatrix(kept.length, kept.length);
      boolean bowl =
          Arrays.stream(new EigenDecomposition(part).getRealEigenvalues()).allMatch(v -> v > FLAT);
      RealMatrix inverse = bowl ? MatrixUtils.inverse(part) : part.scalarMultiply(Double.NaN);
      for (int k = 0; k < places.length; k++) {
        for (int l = 0; l < places.length; l++) {
          covariance.setEntry(places[k], places[l], inverse.getEntry(k, l));
        }
      }
      return covariance;
    }
  }

  Minimum from(double[] start) {
    return from(start, function.hessian(start), true);
  }

  /** From a point near the lowest, with second derivatives that are about right there. */
  Minimum near(double[] start, RealMatrix hessian) {
    return from(start, hessian, false);
  }

  private Minimum from(double[] start, RealMatrix first, boolean exact) {
    double[] at = start.clone();
    Surface.Point point = function.at(at);
    RealMatrix hessian = first;
    boolean fresh = exact;
    double before = Double.POSITIVE_INFINITY;
    for (int step = 0; step < STEPS; step++) {
      double[] direction = direction(hessian, point.gradient());
      double promise = promise(direction, point);
      if (promise > before / CLOSING && !fresh) {
        hessian = function.hessian(at);
        direction = direction(hessian, point.gradient());
        promise = promise(direction, point);
        fresh = true;
      }
      if (promise < TOLERANCE) {
        RealMatrix here = fresh ? hessian : function.hessian(at);
        return new Minimum(at, point.value(), here, true);
      }
      before = promise;
      fresh = false;
      Step next = descend(at, point, direction, promise);
      if (next.to() == at) {
        return new Minimum(at, point.value(), hessian, promise < ROUNDING);
      }
      at = next.to();
      point = next.point();
    }
    return new Minimum(at, point.value(), function.hessian(at), false);
  }

  private static double promise(double[] direction, Surface.Point point) {
    return -vector(direction).dotProduct(gradient(point)) / 2;
  }

  private record Step(double[] to, Surface.Point point) {}

  /** Where the value falls enough; {@code at} itself where it does not. */
  private Step descend(double[] at, Surface.Point point, double[] direction, double promise) {
    for (double part = 1; part > 1e-8; part /= 2) {
      double[] next = new ArrayRealVector(at).add(vector(direction).mapMultiply(part)).toArray();
      Surface.Point there = function.at(next);
      if (there.value() <= point.value() - 1e-4 * part * promise) {
        return new Step(next, there);
      }
    }
    return new Step(at, point);
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

  private static RealVector gradient(Surface.Point point) {
    return vector(point.gradient());
  }

  private static RealVector vector(double[] values) {
    return new ArrayRealVector(values, false);
  }
}
