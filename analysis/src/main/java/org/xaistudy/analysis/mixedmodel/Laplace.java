package org.xaistudy.analysis.mixedmodel;

import java.util.Arrays;
import org.apache.commons.math3.linear.RealMatrix;
import org.jspecify.annotations.Nullable;

/**
 * Laplace's approximation to the log-likelihood of a logistic mixed model, and its gradient.
 *
 * <p>With η = Xβ + ZΛu and u ~ N(0, I), the integral over u is replaced by that of the normal curve
 * at the mode û: log L ≈ ℓ(û) − |û|²/2 − ½ log|H| (Bates, Mächler, Bolker & Walker, J. Stat. Softw.
 * 67, 2015; as {@code lme4::glmer} with {@code nAGQ = 1}). The gradient also follows û as the
 * parameters move, by the implicit function theorem. One function of θ and −θ: the likelihood is
 * even in each standard deviation, so that the boundary at 0 is an ordinary point.
 */
final class Laplace implements Surface {
  private static final int MODE_STEPS = 100;
  private static final double MODE_TOLERANCE = 1e-13;
  private static final double FAR = 1e-2;

  /** 2 to the power of this is far from the largest double. */
  private static final int MANY = 512;

  private final Cells cells;
  private final int factors;
  private final double[] u;
  private final double[] v;
  private final double[] residual;
  private final double[] weight;
  private final double[] skew;
  private @Nullable Curvature curvature;

  Laplace(Cells cells) {
    this.cells = cells;
    factors = cells.grouping();
    u = new double[cells.participants()];
    v = new double[cells.stimuli()];
    residual = new double[cells.size()];
    weight = new double[cells.size()];
    skew = new double[cells.size()];
  }

  /** The same function with the same mode at hand, for another thread to probe nearby points. */
  private Laplace fork() {
    Laplace fork = new Laplace(cells);
    System.arraycopy(u, 0, fork.u, 0, u.length);
    System.arraycopy(v, 0, fork.v, 0, v.length);
    fork.curvature = curvature;
    return fork;
  }

  @Override
  public RealMatrix hessian(double[] parameters) {
    return Differences.hessian(this::fork, parameters, cells.size());
  }

  /**
   * The negative log-likelihood at {@code (θ, β)} with its gradient.
   *
   * @param parameters standard deviations first, then fixed effects
   */
  @Override
  public Point at(double[] parameters) {
    double[] theta = Arrays.copyOf(parameters, factors);
    double[] linear = cells.linear(Arrays.copyOfRange(parameters, factors, parameters.length));
    double value = mode(theta, linear);
    Curvature there = new Curvature(cells, theta, weight);
    curvature = there;
    double[] gradient = gradient(theta, there);
    return new Point(-value + there.logDeterminant() / 2, gradient);
  }

  /** Moves u to the mode by Newton's steps, halved where one does not help; returns its height. */
  private double mode(double[] theta, double[] linear) {
    double height = height(theta, linear);
    if (!Double.isFinite(height)) {
      Arrays.fill(u, 0);
      Arrays.fill(v, 0);
      height = height(theta, linear);
    }
    double before = 0;
    for (int step = 0; step < MODE_STEPS; step++) {
      double[] du = u.clone();
      double[] dv = v.clone();
      double decrement = newton(theta, du, dv, before);
      before = decrement;
      height = climb(theta, linear, height, du, dv);
      if (decrement < MODE_TOLERANCE * (1 + Math.abs(height))) {
        return height;
      }
    }
    return height;
  }

  /**
   * A step by the curvature at hand, which is that of a point close by while the parameters are
   * only probed; by a fresh one where that does not close in a hundredfold.
   */
  private double newton(double[] theta, double[] du, double[] dv, double before) {
    for (int p = 0; p < u.length; p++) {
      du[p] = -u[p];
    }
    for (int s = 0; s < v.length; s++) {
      dv[s] = -v[s];
    }
    for (int i = 0; i < residual.length; i++) {
      du[cells.participant()[i]] += theta[0] * residual[i];
      if (v.length > 0) {
        dv[cells.stimulus()[i]] += theta[1] * residual[i];
      }
    }
    double[] slopeU = du.clone();
    double[] slopeV = dv.clone();
    Curvature near = curvature == null ? new Curvature(cells, theta, weight) : curvature;
    near.solve(du, dv);
    double decrement = dot(slopeU, du) + dot(slopeV, dv);
    if (before == 0 ? decrement > FAR : decrement > before / 100) {
      near = new Curvature(cells, theta, weight);
      System.arraycopy(slopeU, 0, du, 0, du.length);
      System.arraycopy(slopeV, 0, dv, 0, dv.length);
      near.solve(du, dv);
    }
    curvature = near;
    return dot(slopeU, du) + dot(slopeV, dv);
  }

  private double climb(double[] theta, double[] linear, double height, double[] du, double[] dv) {
    double[] oldU = u.clone();
    double[] oldV = v.clone();
    for (double part = 1; part > 1e-6; part /= 2) {
      step(u, oldU, du, part);
      step(v, oldV, dv, part);
      double now = height(theta, linear);
      if (now >= height - 1e-12 * Math.abs(height)) {
        return now;
      }
    }
    step(u, oldU, du, 0);
    step(v, oldV, dv, 0);
    return height(theta, linear);
  }

  /** ℓ(u) − |u|²/2; leaves residuals, weights and their derivatives behind. */
  private double height(double[] theta, double[] linear) {
    double sum = -(weighted(u) + dot(v, v)) / 2;
    double product = 1;
    int multiplied = 0;
    for (int i = 0; i < residual.length; i++) {
      double eta = linear[cells.row()[i]] + theta[0] * u[cells.participant()[i]];
      if (v.length > 0) {
        eta += theta[1] * v[cells.stimulus()[i]];
      }
      double small = Math.exp(-Math.abs(eta));
      double large = 1 / (1 + small);
      double p = eta > 0 ? large : small * large;
      double n = cells.trials()[i];
      double copies = copies(i);
      sum += copies * (cells.successes()[i] * eta - n * Math.max(eta, 0));
      if (n == 1 && copies == 1) {
        // Logarithms are dear: one of many factors, each at most 2, does for all of them.
        product *= 1 + small;
        if (++multiplied % MANY == 0) {
          sum -= Math.log(product);
          product = 1;
        }
      } else {
        sum -= copies * n * Math.log(1 + small);
      }
      residual[i] = cells.successes()[i] - n * p;
      weight[i] = n * small * large * large;
      skew[i] = weight[i] * (1 - 2 * p);
    }
    return sum - Math.log(product);
  }

  private double[] gradient(double[] theta, Curvature curvature) {
    double[] gradient = new double[factors + cells.fixed()];
    double[] half = new double[cells.size()];
    double[] pull = new double[u.length];
    double[] pullV = new double[v.length];
    determinantPart(theta, curvature, gradient, half);
    for (int i = 0; i < half.length; i++) {
      pull[cells.participant()[i]] += theta[0] * half[i];
      if (v.length > 0) {
        pullV[cells.stimulus()[i]] += theta[1] * half[i];
      }
    }
    curvature.solve(pull, pullV);
    double[] byRow = new double[cells.predictors().length];
    for (int i = 0; i < half.length; i++) {
      byRow[cells.row()[i]] += cellPart(theta, i, half[i], pull, pullV, gradient);
    }
    for (int r = 0; r < byRow.length; r++) {
      for (int k = 0; k < cells.fixed(); k++) {
        gradient[factors + k] += byRow[r] * cells.predictors()[r][k];
      }
    }
    return gradient;
  }

  /** ½ tr(H⁻¹ ∂H): by θ directly into the gradient, by η into {@code half}. */
  private void determinantPart(
      double[] theta, Curvature curvature, double[] gradient, double[] half) {
    double[] across = new double[cells.size()];
    for (int start = 0, end; start < cells.size(); start = end) {
      end = cells.end(start);
      double own = curvature.participantInverse(start, end, across);
      for (int i = start; i < end; i++) {
        double spread = theta[0] * theta[0] * own;
        double along = theta[0] * own;
        if (v.length > 0) {
          double other = curvature.stimulusInverse(i);
          double pair = across[i - start];
          spread += 2 * theta[0] * theta[1] * pair + theta[1] * theta[1] * other;
          along += theta[1] * pair;
          gradient[1] += weight[i] * (theta[1] * other + theta[0] * pair);
        }
        gradient[0] += copies(i) * weight[i] * along;
        half[i] = spread * skew[i] / 2;
      }
    }
  }

  /** What cell i adds to the slopes by θ; returns what it adds to that by its η. */
  private double cellPart(
      double[] theta, int i, double half, double[] pull, double[] pullV, double[] gradient) {
    int p = cells.participant()[i];
    int s = cells.stimulus()[i];
    double moved = theta[0] * pull[p] + (v.length > 0 ? theta[1] * pullV[s] : 0);
    double slope = -residual[i] + half - weight[i] * moved;
    gradient[0] += copies(i) * (u[p] * slope + pull[p] * residual[i]);
    if (v.length > 0) {
      gradient[1] += v[s] * slope + pullV[s] * residual[i];
    }
    return copies(i) * slope;
  }

  private static void step(double[] to, double[] from, double[] direction, double part) {
    for (int i = 0; i < to.length; i++) {
      to[i] = from[i] + part * direction[i];
    }
  }

  private double copies(int cell) {
    return cells.copies()[cells.participant()[cell]];
  }

  private double weighted(double[] x) {
    double sum = 0;
    for (int p = 0; p < x.length; p++) {
      sum += cells.copies()[p] * x[p] * x[p];
    }
    return sum;
  }

  private static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }
}
