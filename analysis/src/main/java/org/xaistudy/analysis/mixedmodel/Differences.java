package org.xaistudy.analysis.mixedmodel;

import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/** Second derivatives from differences of exact first ones. */
final class Differences {
  private static final double STEP = 1e-4;

  /** Of a difference to one side, whose error goes with it and not with its square. */
  private static final double SHORT_STEP = 1e-5;

  /** From so many trials on half the work is worth more than the sixth digit. */
  private static final int MANY = 20_000;

  private Differences() {}

  /**
   * The second derivatives at a point.
   *
   * @param nearby makes the function anew for each parameter, which are probed in parallel
   * @param trials how many the function sums over: of very many, differences are central no more
   */
  static RealMatrix hessian(Supplier<Surface> nearby, double[] at, int trials) {
    RealMatrix hessian = new Array2DRowRealMatrix(at.length, at.length);
    if (trials < MANY) {
      IntStream.range(0, at.length)
          .parallel()
          .forEach(k -> hessian.setRowVector(k, bend(nearby.get(), at, k)));
    } else {
      RealVector here = new ArrayRealVector(nearby.get().at(at).gradient(), false);
      IntStream.range(0, at.length)
          .parallel()
          .forEach(k -> hessian.setRowVector(k, bend(nearby.get(), at, k, here)));
    }
    return hessian.add(hessian.transpose()).scalarMultiply(0.5);
  }

  private static RealVector bend(Surface function, double[] at, int k, RealVector here) {
    double[] moved = at.clone();
    moved[k] = at[k] + SHORT_STEP;
    RealVector there = new ArrayRealVector(function.at(moved).gradient(), false);
    return there.subtract(here).mapDivide(SHORT_STEP);
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
