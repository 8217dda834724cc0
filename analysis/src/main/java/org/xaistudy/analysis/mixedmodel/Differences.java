package org.xaistudy.analysis.mixedmodel;

import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/** Second derivatives from central differences of exact first ones. */
final class Differences {
  private static final double STEP = 1e-4;

  private Differences() {}

  /**
   * The second derivatives at a point.
   *
   * @param nearby makes the function anew for each parameter, which are probed in parallel
   */
  static RealMatrix hessian(Supplier<Surface> nearby, double[] at) {
    RealMatrix hessian = new Array2DRowRealMatrix(at.length, at.length);
    IntStream.range(0, at.length)
        .parallel()
        .forEach(k -> hessian.setRowVector(k, bend(nearby.get(), at, k)));
    return hessian.add(hessian.transpose()).scalarMultiply(0.5);
  }

  /** How the gradient changes along parameter k. */
  private static RealVector bend(Surface function, double[] at, int k) {
    double[] moved = at.clone();
    moved[k] = at[k] + STEP;
    RealVector up = new ArrayRealVector(function.at(moved).gradient(), false);
    moved[k] = at[k] - STEP;
    RealVector down = new ArrayRealVector(function.at(moved).gradient(), false);
    return up.subtract(down).mapDivide(2 * STEP);
  }
}
