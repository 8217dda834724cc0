package org.xaistudy.analysis.mixedmodel;

import java.util.Arrays;
import org.apache.commons.math3.linear.RealMatrix;
import org.jspecify.annotations.Nullable;

/**
 * The negative log-likelihood of single judgements, where people have a bias and a sensitivity of
 * their own and stimuli an intercept, by Laplace's approximation over all of them at once: h(û) − ½
 * log|H| with h the log-likelihood less half the squared effects and û its top. As in {@link
 * Laplace}, the gradient follows û, by the implicit function theorem.
 *
 * <p>Parameters: those of {@link DetectionSurface}, then the standard deviation between stimuli.
 */
final class CrossedSurface implements Surface {
  private static final int MODE_STEPS = 100;
  private static final double MODE_TOLERANCE = 1e-13;
  private static final double FAR = 1e-2;

  private final Link link;
  private final Crossing data;
  private final Link.Slopes slopes = new Link.Slopes();

  /** Two effects a person, standard normal. */
  private final double[] u;

  /** One a stimulus. */
  private final double[] v;

  private final double[] residual;
  private final double[] weight;
  private final double[] skew;
  private final double[][] loading = new double[2][2];
  private double[][] fixed = new double[0][2];
  private double spread;
  private @Nullable CrossedCurvature curvature;

  CrossedSurface(Link link, Crossing data) {
    this.link = link;
    this.data = data;
    u = new double[2 * data.people()];
    v = new double[data.stimuli()];
    residual = new double[data.size()];
    weight = new double[data.size()];
    skew = new double[data.size()];
  }

  private CrossedSurface fork() {
    CrossedSurface fork = new CrossedSurface(link, data);
    System.arraycopy(u, 0, fork.u, 0, u.length);
    System.arraycopy(v, 0, fork.v, 0, v.length);
    fork.curvature = curvature;
    return fork;
  }

  @Override
  public RealMatrix hessian(double[] parameters) {
    return Differences.hessian(this::fork, parameters, data.size());
  }

  @Override
  public Point at(double[] parameters) {
    prepare(parameters);
    double top = mode();
    CrossedCurvature there = new CrossedCurvature(data, loading, spread, weight);
    curvature = there;
    return new Point(there.logDeterminant() / 2 - top, gradient(parameters.length, there));
  }

  private void prepare(double[] parameters) {
    int arms = (parameters.length - 1 - DetectionSurface.SPREADS) / 2;
    fixed = new double[arms][2];
    for (int kind = 0; kind < 2; kind++) {
      double half = half(kind);
      loading[kind][0] = parameters[0] + half * parameters[1];
      loading[kind][1] = half * parameters[2];
      for (int arm = 0; arm < arms; arm++) {
        int bias = DetectionSurface.SPREADS + 2 * arm;
        fixed[arm][kind] = parameters[bias] + half * parameters[bias + 1];
      }
    }
    spread = parameters[parameters.length - 1];
  }

  private static double half(int kind) {
    return kind == 0 ? 0.5 : -0.5;
  }

  /** Moves both kinds of effects to the top by Newton's steps; returns its height. */
  private double mode() {
    double height = height();
    if (!Double.isFinite(height)) {
      Arrays.fill(u, 0);
      Arrays.fill(v, 0);
      height = height();
    }
    double before = 0;
    for (int step = 0; step < MODE_STEPS; step++) {
      double[] du = new double[u.length];
      double[] dv = new double[v.length];
      double decrement = newton(du, dv, before);
      before = decrement;
      height = climb(height, du, dv);
      if (decrement < MODE_TOLERANCE * (1 + Math.abs(height))) {
        break;
      }
    }
    return height;
  }

  /** A step by the curvature at hand; by a fresh one where that does not close in a hundredfold. */
  private double newton(double[] du, double[] dv, double before) {
    double[] slopeU = new double[u.length];
    double[] slopeV = new double[v.length];
    for (int k = 0; k < u.length; k++) {
      slopeU[k] = -u[k];
    }
    for (int s = 0; s < v.length; s++) {
      slopeV[s] = -v[s];
    }
    for (int i = 0; i < residual.length; i++) {
      double[] j = loading[data.kind()[i]];
      slopeU[2 * data.person()[i]] += j[0] * residual[i];
      slopeU[2 * data.person()[i] + 1] += j[1] * residual[i];
      slopeV[data.stimulus()[i]] += spread * residual[i];
    }
    CrossedCurvature near = curvature == null ? fresh() : curvature;
    double decrement = step(near, slopeU, slopeV, du, dv);
    if (before == 0 ? decrement > FAR : decrement > before / 100) {
      near = fresh();
      decrement = step(near, slopeU, slopeV, du, dv);
    }
    curvature = near;
    return decrement;
  }

  private CrossedCurvature fresh() {
    return new CrossedCurvature(data, loading, spread, weight);
  }

  private static double step(
      CrossedCurvature near, double[] slopeU, double[] slopeV, double[] du, double[] dv) {
    System.arraycopy(slopeU, 0, du, 0, du.length);
    System.arraycopy(slopeV, 0, dv, 0, dv.length);
    near.solve(du, dv);
    return dot(slopeU, du) + dot(slopeV, dv);
  }

  private double climb(double height, double[] du, double[] dv) {
    double[] oldU = u.clone();
    double[] oldV = v.clone();
    for (double part = 1; part > 1e-6; part /= 2) {
      move(u, oldU, du, part);
      move(v, oldV, dv, part);
      double now = height();
      if (now >= height - 1e-12 * Math.abs(height)) {
        return now;
      }
    }
    move(u, oldU, du, 0);
    move(v, oldV, dv, 0);
    return height();
  }

  private static void move(double[] to, double[] from, double[] direction, double part) {
    for (int k = 0; k < to.length; k++) {
      to[k] = from[k] + part * direction[k];
    }
  }

  /** The log-likelihood less half the squared effects; leaves its slopes behind. */
  private double height() {
    double sum = -(dot(u, u) + dot(v, v)) / 2;
    for (int i = 0; i < residual.length; i++) {
      int kind = data.kind()[i];
      int p = 2 * data.person()[i];
      double eta =
          fixed[data.arm()[i]][kind]
              + loading[kind][0] * u[p]
              + loading[kind][1] * u[p + 1]
              + spread * v[data.stimulus()[i]];
      double sign = data.yes()[i] ? 1 : -1;
      link.at(sign * eta, slopes);
      sum += slopes.value;
      residual[i] = sign * slopes.first;
      weight[i] = slopes.second;
      skew[i] = sign * slopes.third;
    }
    return sum;
  }

  private double[] gradient(int size, CrossedCurvature here) {
    double[] gradient = new double[size];
    double[] bend = new double[data.size()];
    double[] pull = new double[u.length];
    double[] pullV = new double[v.length];
    determinant(here, gradient, bend);
    for (int i = 0; i < bend.length; i++) {
      double[] j = loading[data.kind()[i]];
      pull[2 * data.person()[i]] += j[0] * bend[i];
      pull[2 * data.person()[i] + 1] += j[1] * bend[i];
      pullV[data.stimulus()[i]] += spread * bend[i];
    }
    here.solve(pull, pullV);
    for (int i = 0; i < bend.length; i++) {
      judgement(i, bend[i], pull, pullV, gradient);
    }
    return gradient;
  }

  /** ½ tr(H⁻¹ ∂H): by the spreads directly, by the linear predictors into {@code bend}. */
  private void determinant(CrossedCurvature here, double[] gradient, double[] bend) {
    int longest = 0;
    for (int start = 0; start < data.size(); start = data.end(start)) {
      longest = Math.max(longest, data.end(start) - start);
    }
    double[][] leverage = new double[longest][3];
    for (int start = 0, end; start < data.size(); start = end) {
      end = data.end(start);
      here.leverages(start, end, leverage);
      for (int i = start; i < end; i++) {
        double[] l = leverage[i - start];
        double[] j = loading[data.kind()[i]];
        double half = half(data.kind()[i]);
        gradient[0] += weight[i] * l[0];
        gradient[1] += weight[i] * half * l[0];
        gradient[2] += weight[i] * half * l[1];
        gradient[gradient.length - 1] += weight[i] * l[2];
        bend[i] = (j[0] * l[0] + j[1] * l[1] + spread * l[2]) * skew[i] / 2;
      }
    }
  }

  /** What a judgement adds to the slopes, by its predictor and by how that goes with effects. */
  private void judgement(int i, double bend, double[] pull, double[] pullV, double[] gradient) {
    int kind = data.kind()[i];
    int p = 2 * data.person()[i];
    int s = data.stimulus()[i];
    double half = half(kind);
    double moved = loading[kind][0] * pull[p] + loading[kind][1] * pull[p + 1] + spread * pullV[s];
    double slope = bend - residual[i] - weight[i] * moved;
    double first = u[p] * slope + pull[p] * residual[i];
    gradient[0] += first;
    gradient[1] += half * first;
    gradient[2] += half * (u[p + 1] * slope + pull[p + 1] * residual[i]);
    gradient[gradient.length - 1] += v[s] * slope + pullV[s] * residual[i];
    int bias = DetectionSurface.SPREADS + 2 * data.arm()[i];
    gradient[bias] += slope;
    gradient[bias + 1] += half * slope;
  }

  private static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int k = 0; k < x.length; k++) {
      sum += x[k] * y[k];
    }
    return sum;
  }
}
