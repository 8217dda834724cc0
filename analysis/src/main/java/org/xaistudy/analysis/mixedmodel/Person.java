package org.xaistudy.analysis.mixedmodel;

/**
 * One person's judgements as a function of their own bias and sensitivity.
 *
 * <p>A person says yes with probability F(b + u₀ ± ½(s + u₁)), plus where the model uses the
 * artefact, with (u₀, u₁) = Lz, z standard normal and L lower triangular. The five parameters are
 * b, s, L₀₀, L₁₀, L₁₁; given z, both linear predictors are linear in them. Arrays go by kind of
 * model, 0: uses the artefact.
 */
final class Person {
  /** How many parameters one person's judgements depend on. */
  static final int PARAMETERS = 5;

  private static final int STEPS = 100;
  private static final double CLOSE = 1e-11;

  private final Link link;
  private final Link.Slopes yes = new Link.Slopes();
  private final Link.Slopes no = new Link.Slopes();
  private final double[] fixed = new double[2];
  private final double[][] counts = new double[2][2];

  /** How the linear predictors go with z. */
  final double[][] loading = new double[2][2];

  /** The first derivative of the log-likelihood by the linear predictor. */
  final double[] slope = new double[2];

  /** Minus the second. */
  final double[] weight = new double[2];

  /** Minus the third. */
  final double[] skew = new double[2];

  /** Where the person is looked at. */
  final double[] z = new double[2];

  /** Of I + J′WJ, the curvature at the mode. */
  double h00;

  double h01;
  double h11;

  Person(Link link) {
    this.link = link;
  }

  /** Takes up another person, or other parameters. */
  void prepare(Judgements said, double[] parameters) {
    counts[0][0] = said.hits();
    counts[0][1] = said.misses();
    counts[1][0] = said.falseAlarms();
    counts[1][1] = said.rejections();
    for (int kind = 0; kind < 2; kind++) {
      double half = kind == 0 ? 0.5 : -0.5;
      fixed[kind] = parameters[0] + half * parameters[1];
      loading[kind][0] = parameters[2] + half * parameters[3];
      loading[kind][1] = half * parameters[4];
    }
  }

  /** Moves z to the mode by Newton's steps, halved where one does not help; returns its height. */
  double mode() {
    z[0] = 0;
    z[1] = 0;
    double height = height();
    for (int step = 0; step < STEPS; step++) {
      bend();
      double g0 = loading[0][0] * slope[0] + loading[1][0] * slope[1] - z[0];
      double g1 = loading[0][1] * slope[0] + loading[1][1] * slope[1] - z[1];
      double det = h00 * h11 - h01 * h01;
      double d0 = (h11 * g0 - h01 * g1) / det;
      double d1 = (h00 * g1 - h01 * g0) / det;
      if (g0 * d0 + g1 * d1 < CLOSE) {
        break;
      }
      height = climb(height, d0, d1);
    }
    // A last full step squares what is left, and has the slopes there.
    bend();
    return height;
  }

  private double climb(double height, double d0, double d1) {
    double from0 = z[0];
    double from1 = z[1];
    double now = height;
    for (double part = 1; part > 1e-9; part /= 2) {
      z[0] = from0 + part * d0;
      z[1] = from1 + part * d1;
      now = height();
      if (now >= height - 1e-12) {
        break;
      }
    }
    return now;
  }

  private void bend() {
    h00 = 1 + square(loading[0][0]) * weight[0] + square(loading[1][0]) * weight[1];
    h11 = 1 + square(loading[0][1]) * weight[0] + square(loading[1][1]) * weight[1];
    h01 = loading[0][0] * loading[0][1] * weight[0] + loading[1][0] * loading[1][1] * weight[1];
  }

  /**
   * The log-likelihood at z, less |z|²/2; leaves slopes and weights of both linear predictors
   * behind.
   */
  double height() {
    return said(0) + said(1) - (z[0] * z[0] + z[1] * z[1]) / 2;
  }

  /** The part of it that one kind of model has; leaves its slope and weight behind. */
  double said(int kind) {
    double eta = fixed[kind] + loading[kind][0] * z[0] + loading[kind][1] * z[1];
    link.both(eta, yes, no);
    double y = counts[kind][0];
    double n = counts[kind][1];
    slope[kind] = y * yes.first - n * no.first;
    weight[kind] = y * yes.second + n * no.second;
    skew[kind] = y * yes.third - n * no.third;
    return y * yes.value + n * no.value;
  }

  private static double square(double x) {
    return x * x;
  }
}
