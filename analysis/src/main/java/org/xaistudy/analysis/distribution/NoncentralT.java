package org.xaistudy.analysis.distribution;

import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;

/**
 * The noncentral t distribution: of (Z + δ)/√(V/ν), Z standard normal and V χ² with ν degrees of
 * freedom.
 *
 * <p>For t ≥ 0 its cumulative probability is Φ(−δ) + ½ Σⱼ (pⱼ I(j + ½) + qⱼ I(j + 1)), where I(a)
 * is the incomplete beta function Iₓ(a, ν/2) at x = t²/(t² + ν), and with λ = δ²/2 the weights are
 * pⱼ = e^−λ λʲ/j! and qⱼ = δ e^−λ λʲ/(√2 Γ(j + 3/2)) (Lenth, Algorithm AS 243, Appl. Stat. 38,
 * 1989). AS 243 sums from j = 0 on, where the weights of a large δ underflow; here the sum runs
 * around the largest weight, downwards, because I(a) = I(a + 1) + xᵃ(1 − x)ᵇ/(a B(a, b)) then only
 * adds.
 *
 * <p>Own code, because no library has the distribution: neither Commons Math 3.6.1, nor Commons
 * Statistics 1.2, nor Hipparchus 4.0.1.
 *
 * @param df ν, above 0
 */
public record NoncentralT(double df) {
  /** Standard deviations of the Poisson weights on either side; beyond lie less than 1e-18. */
  private static final double REACH = 9;

  private static final double AT_LEAST = 40;

  /** Beyond it the sum has many terms and loses digits. */
  private static final double LARGE = 400;

  /** So many times wider than Z is what is averaged over Z, for three points to do. */
  private static final double SMOOTH = 20;

  /** P(T ≤ t) for noncentrality δ, accurate to 1e-10 up to |δ| = 400, to 1e-7 beyond. */
  public double cumulative(double t, double delta) {
    if (t < 0) {
      return 1 - cumulative(-t, -delta);
    }
    if (Math.abs(delta) > Math.max(LARGE, SMOOTH * Math.sqrt(2 * df))) {
      return delta < 0 ? 1 : overZ(t, delta);
    }
    if (delta * delta / 2 < Double.MIN_NORMAL) {
      return new TDistribution(null, df).cumulativeProbability(t);
    }
    return Normal.cumulative(-delta) + (t == 0 ? 0 : sum(t, delta) / 2);
  }

  /** The mean of P(√(V/ν) ≥ (δ + Z)/t) by Gauss and Hermite's three points, 0 and ±√3. */
  private double overZ(double t, double delta) {
    double points = Math.sqrt(3);
    return (4 * above(delta / t) + above((delta - points) / t) + above((delta + points) / t)) / 6;
  }

  private double above(double s) {
    return Gamma.regularizedGammaQ(df / 2, df * s * s / 2);
  }

  private double sum(double t, double delta) {
    double lambda = delta * delta / 2;
    double reach = REACH * Math.sqrt(lambda) + AT_LEAST;
    long last = (long) Math.ceil(lambda + reach);
    long first = (long) Math.max(0, Math.floor(lambda - reach));
    double logLambda = Math.log(lambda);
    // Logarithms, because the weights far from the largest would underflow.
    double logP = last * logLambda - lambda - Gamma.logGamma(last + 1.0);
    double logQ = last * logLambda - lambda - Gamma.logGamma(last + 1.5);
    IncompleteBeta odd = new IncompleteBeta(t * t, df, last + 0.5);
    IncompleteBeta even = new IncompleteBeta(t * t, df, last + 1.0);
    double sum = 0;
    for (long j = last; j >= first; j--) {
      sum += Math.exp(logP) * odd.value + delta / Math.sqrt(2) * Math.exp(logQ) * even.value;
      logP += Math.log(j / lambda);
      logQ += Math.log((j + 0.5) / lambda);
      odd.lower();
      even.lower();
    }
    return sum;
  }

  /** Iₓ(a, b) for falling a. */
  private static final class IncompleteBeta {
    private final double b;
    private final double logX;
    private double a;
    private double value;

    /** The logarithm of xᵃ(1 − x)ᵇ/(a B(a, b)): itself it would underflow. */
    private double logStep;

    private IncompleteBeta(double square, double df, double a) {
      double x = 1 / (1 + df / square);
      this.a = a;
      this.b = df / 2;
      this.logX = Math.log(x);
      this.value = Beta.regularizedBeta(x, a, b);
      this.logStep = a * logX + b * Math.log(df / (square + df)) - Math.log(a) - Beta.logBeta(a, b);
    }

    private void lower() {
      logStep += Math.log(a / (a + b - 1)) - logX;
      a--;
      value += Math.exp(logStep);
    }
  }
}
