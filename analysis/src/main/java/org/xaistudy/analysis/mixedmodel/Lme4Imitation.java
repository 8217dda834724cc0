package org.xaistudy.analysis.mixedmodel;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;

/**
 * The Laplace approximation as {@code lme4::glmer} 1.1 computes it by default.
 *
 * <p>lme4 stops looking for the mode when a step changes the penalised deviance by less than 1e-7
 * of itself, and takes the determinant from before that step. The top of its likelihood therefore
 * lies a little aside from that of {@link Laplace}: on the 2023 study's answers standard errors
 * differ by 0.15 % (with {@code tolPwrss = 1e-10} both agree). Papers quote lme4 as it comes, so
 * one table of {@code statistics.csv} follows it; people read the exact top.
 */
final class Lme4Imitation {
  private static final double TOLERANCE = 1e-7;
  private static final int MODE_STEPS = 100;
  private static final int STEPS = 10;
  private static final double DIFFERENCE = 1e-4;

  private final Cells cells;
  private final double[] start;

  /**
   * Finds the linear predictor that lme4 starts each evaluation from: its fit of {@code nAGQ = 0}.
   */
  Lme4Imitation(Cells cells) {
    this.cells = cells;
    start = new double[cells.size()];
    double theta =
        new BrentOptimizer(1e-6, 1e-8)
            .optimize(
                GoalType.MINIMIZE,
                new MaxEval(200),
                new SearchInterval(0, 10, 1),
                new UnivariateObjectiveFunction(t -> together(t, new double[cells.size()])))
            .getPoint();
    together(theta, start);
  }

  /** The minimum next to one of the exact approximation. */
  Newton.Minimum near(Newton.Minimum exact) {
    RealVector at = new ArrayRealVector(exact.parameters());
    // The exact second derivatives are close enough to walk by; those that give the standard
    // errors are taken from lme4's own surface.
    DecompositionSolver solver = new LUDecomposition(exact.hessian()).getSolver();
    for (int step = 0; step < STEPS; step++) {
      RealVector move = solver.solve(gradient(at)).mapMultiply(-1);
      if (move.getLInfNorm() < 1e-7 || move.getLInfNorm() > 0.5) {
        break;
      }
      at = at.add(move);
    }
    return new Newton.Minimum(at.toArray(), value(at), hessian(at), exact.converged());
  }

  private double together(double theta, double[] eta) {
    WorkingStep step = new WorkingStep(cells);
    double before = Double.MAX_VALUE;
    for (int i = 0; i < MODE_STEPS; i++) {
      double now = step.both(theta, eta);
      if (Math.abs(before - now) < TOLERANCE * Math.abs(now)) {
        return now + step.halfLogDeterminant();
      }
      before = now;
    }
    return before + step.halfLogDeterminant();
  }

  private double value(RealVector parameters) {
    double[] fixed =
        cells.linear(Arrays.copyOfRange(parameters.toArray(), 1, parameters.getDimension()));
    WorkingStep step = new WorkingStep(cells);
    double[] eta = start.clone();
    double before = Double.MAX_VALUE;
    for (int i = 0; i < MODE_STEPS; i++) {
      double now = step.random(parameters.getEntry(0), fixed, eta);
      if (Math.abs(before - now) < TOLERANCE * Math.abs(now)) {
        return now + step.halfLogDeterminant();
      }
      before = now;
    }
    return before + step.halfLogDeterminant();
  }

  private RealVector gradient(RealVector at) {
    RealVector gradient = new ArrayRealVector(at.getDimension());
    for (int k = 0; k < at.getDimension(); k++) {
      double slope = value(moved(at, k, 1, k, 0)) - value(moved(at, k, -1, k, 0));
      gradient.setEntry(k, slope / (2 * DIFFERENCE));
    }
    return gradient;
  }

  private RealMatrix hessian(RealVector at) {
    int size = at.getDimension();
    RealMatrix hessian = new Array2DRowRealMatrix(size, size);
    double here = value(at);
    for (int k = 0; k < size; k++) {
      double bend = value(moved(at, k, 1, k, 0)) - 2 * here + value(moved(at, k, -1, k, 0));
      hessian.setEntry(k, k, bend / (DIFFERENCE * DIFFERENCE));
      for (int l = 0; l < k; l++) {
        double twist =
            value(moved(at, k, 1, l, 1))
                - value(moved(at, k, 1, l, -1))
                - value(moved(at, k, -1, l, 1))
                + value(moved(at, k, -1, l, -1));
        hessian.setEntry(k, l, twist / (4 * DIFFERENCE * DIFFERENCE));
        hessian.setEntry(l, k, hessian.getEntry(k, l));
      }
    }
    return hessian;
  }

  private static RealVector moved(RealVector at, int k, int byK, int l, int byL) {
    RealVector moved = at.copy();
    moved.addToEntry(k, byK * DIFFERENCE);
    moved.addToEntry(l, byL * DIFFERENCE);
    return moved;
  }
}
