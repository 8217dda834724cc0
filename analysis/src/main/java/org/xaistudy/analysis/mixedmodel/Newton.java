package org.xaistudy.analysis.mixedmodel;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.jspecify.annotations.Nullable;

/**
 * Minimises a smooth function by Newton's method.
 *
 * <p>Where the surface curves downwards the eigenvalue's sign is turned (Nocedal & Wright,
 * Numerical Optimization, 2006, §3.4), so that each step goes down; steps are bounded, so that a
 * likelihood that rises for ever, as under perfect separation, is walked along and not jumped.
 * Between second derivatives, where they are dear, the old ones learn from the steps.
 */
final class Newton {
  private static final int STEPS = 60;
  private static final double FLAT = 1e-10;
  private static final double LONGEST = 3;
  private static final double TOLERANCE = 1e-9;

  /** Of a value: what rounding takes from a sum of so many terms. */
  private static final double DIGITS = 1e-14;

  /** A step that promises less and does not help has met the end of what the numbers tell. */
  private static final double ROUNDING = 1e-6;

  /** Old second derivatives, which are dear, serve while a step promises this much less. */
  private static final double CLOSING = 2;

  /** So many steps may close in by less, because from each of them they learn. */
  private static final int PATIENCE = 2;

  /** Eigenvalues below this share of the largest are taken for it. */
  private static final double FLATTEST = 1e-9;

  /** Halves of a matrix may differ by that share: they were summed in different orders. */
  private static final double SYMMETRY = 1e-6;

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
    return search(start, null);
  }

  /** From a point near the lowest, with second derivatives that are about right there. */
  Minimum near(double[] start, RealMatrix hessian) {
    return search(start, hessian);
  }

  private Minimum search(double[] start, @Nullable RealMatrix about) {
    double[] at = start.clone();
    Surface.Point point = function.at(at);
    boolean fresh = about == null;
    RealMatrix hessian = about == null ? function.hessian(at) : about;
    double before = Double.POSITIVE_INFINITY;
    int stalled = 0;
    for (int step = 0; step < STEPS; step++) {
      double[] direction = direction(hessian, point.gradient());
      double promise = promise(direction, point);
      double enough = TOLERANCE + DIGITS * Math.abs(point.value());
      stalled += promise > before / CLOSING ? 1 : 0;
      boolean old = function.bendsForFree() || stalled > PATIENCE || promise < enough;
      if (old && !fresh) {
        stalled = 0;
        hessian = function.hessian(at);
        direction = direction(hessian, point.gradient());
        promise = promise(direction, point);
        fresh = true;
      }
      if (promise < enough) {
        return new Minimum(at, point.value(), hessian, true);
      }
      Step next = descend(at, point, direction, promise);
      if (next.to() == at) {
        RealMatrix here = fresh ? hessian : function.hessian(at);
        return new Minimum(at, point.value(), here, promise < ROUNDING);
      }
      if (fresh && promise < ROUNDING) {
        // So short a step bends nothing that anybody could read.
        return new Minimum(next.to(), next.point().value(), hessian, true);
      }
      hessian = learnt(hessian, at, point, next);
      before = promise;
      fresh = false;
      at = next.to();
      point = next.point();
    }
    return new Minimum(at, point.value(), function.hessian(at), false);
  }

  /** Second derivatives that know what the slopes did along a step (BFGS; ibid., eq. 6.19). */
  private static RealMatrix learnt(RealMatrix old, double[] from, Surface.Point point, Step next) {
    RealVector step = vector(next.to()).subtract(vector(from));
    RealVector turn = gradient(next.point()).subtract(gradient(point));
    RealVector expected = old.operate(step);
    double bend = turn.dotProduct(step);
    double expectedBend = expected.dotProduct(step);
    return bend > 0 && expectedBend > 0
        ? old.add(turn.outerProduct(turn).scalarMultiply(1 / bend))
            .subtract(expected.outerProduct(expected).scalarMultiply(1 / expectedBend))
        : old;
  }

  private static double promise(double[] direction, Surface.Point point) {
    return -vector(direction).dotProduct(gradient(point)) / 2;
  }

  private record Step(double[] to, Surface.Point point) {}

  /** Where the value falls enough; {@code at} itself where it does not. */
  private Step descend(double[] at, Surface.Point point, double[] direction, double promise) {
    double least = promise < ROUNDING ? 0.1 : 1e-8;
    for (double part = 1; part > least; part /= 2) {
      double[] next = new ArrayRealVector(at).add(vector(direction).mapMultiply(part)).toArray();
      Surface.Point there = function.at(next);
      if (there.value() <= point.value() - 1e-4 * part * promise) {
        return new Step(next, there);
      }
    }
    return new Step(at, point);
  }

  private static double[] direction(RealMatrix hessian, double[] gradient) {
    RealVector direction = downhill(hessian, vector(gradient)).mapMultiply(-1);
    double length = direction.getLInfNorm();
    return direction.mapMultiply(length > LONGEST ? LONGEST / length : 1).toArray();
  }

  /** H⁻¹g, with the signs of negative eigenvalues turned. */
  private static RealVector downhill(RealMatrix hessian, RealVector gradient) {
    try {
      double largest = 0;
      for (int k = 0; k < hessian.getRowDimension(); k++) {
        largest = Math.max(largest, hessian.getEntry(k, k));
      }
      // Most surfaces are bowls, and their factor is had at a small part of the cost.
      return new CholeskyDecomposition(hessian, SYMMETRY, FLATTEST * largest + 1e-12)
          .getSolver()
          .solve(gradient);
    } catch (NonPositiveDefiniteMatrixException noBowl) {
      return turned(new EigenDecomposition(hessian), gradient);
    }
  }

  private static RealVector turned(EigenDecomposition eigen, RealVector gradient) {
    double[] values = eigen.getRealEigenvalues();
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    RealVector sum = new ArrayRealVector(gradient.getDimension());
    for (int i = 0; i < values.length; i++) {
      RealVector axis = eigen.getEigenvector(i);
      double curve = Math.max(Math.abs(values[i]), FLATTEST * largest + 1e-12);
      sum = sum.add(axis.mapMultiply(axis.dotProduct(gradient) / curve));
    }
    return sum;
  }

  private static RealVector gradient(Surface.Point point) {
    return vector(point.gradient());
  }

  private static RealVector vector(double[] values) {
    return new ArrayRealVector(values, false);
  }
}
