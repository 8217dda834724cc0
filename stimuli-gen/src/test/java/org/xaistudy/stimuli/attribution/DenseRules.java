package org.xaistudy.stimuli.attribution;

import java.util.function.DoubleUnaryOperator;
import org.xaistudy.stimuli.attribution.rule.Rule;

/**
 * The rules as their definitions read, on explicit matrices in double precision.
 *
 * <p>After zennit 0.5.1's {@code rules.py}; x is the input, r the output's relevance, ε = 1e-6.
 */
record DenseRules(Dense layer, double[] x, double[] r, boolean biases) {
  private static final double EPSILON = 1e-6;

  double[] apply(Rule rule) {
    if (rule instanceof Rule.Epsilon) {
      Dense w = layer.map(v -> v, biases);
      return product(x, w.transposed(shares(sum(w.times(x), w.bias()))));
    } else if (rule instanceof Rule.ZPlus) {
      return excitation(1);
    } else if (rule instanceof Rule.AlphaBeta both) {
      return sum(excitation(both.alpha()), inhibition(-both.beta()));
    } else if (rule instanceof Rule.Gamma gamma) {
      return gamma(gamma.gamma());
    } else if (rule instanceof Rule.WSquare) {
      Dense square = layer.map(v -> v * v, biases);
      return square.transposed(shares(sum(square.times(ones()), square.bias())));
    } else if (rule instanceof Rule.Flat) {
      // Padding is no input: where a window hangs over the edge there is nothing to share with.
      Dense flat = connected();
      return flat.transposed(shares(flat.times(ones())));
    } else if (rule instanceof Rule.ZBox box) {
      return box(box.low(), box.high());
    }
    return layer.transposed(r);
  }

  /** 1 wherever a weight connects, be its value what it may. */
  private Dense connected() {
    return layer.map(v -> v == 0 ? 0 : 1, false);
  }

  private double[] excitation(double factor) {
    Dense plus = layer.map(v -> Math.max(v, 0), biases);
    Dense minus = layer.map(v -> Math.min(v, 0), false);
    double[] z = sum(sum(plus.times(part(1)), minus.times(part(-1))), plus.bias());
    double[] s = scaled(shares(z), factor);
    return sum(product(part(1), plus.transposed(s)), product(part(-1), minus.transposed(s)));
  }

  private double[] inhibition(double factor) {
    Dense plus = layer.map(v -> Math.max(v, 0), false);
    Dense minus = layer.map(v -> Math.min(v, 0), biases);
    double[] z = sum(sum(minus.times(part(1)), plus.times(part(-1))), minus.bias());
    double[] s = scaled(shares(z), factor);
    return sum(product(part(1), minus.transposed(s)), product(part(-1), plus.transposed(s)));
  }

  private double[] gamma(double gamma) {
    DoubleUnaryOperator up = v -> v + gamma * Math.max(v, 0);
    DoubleUnaryOperator down = v -> v + gamma * Math.min(v, 0);
    double[] output = sum(layer.times(x), layer.bias());
    return sum(gamma(up, down, output, 1), gamma(down, up, output, -1));
  }

  private double[] gamma(
      DoubleUnaryOperator agreeing, DoubleUnaryOperator other, double[] output, int sign) {
    Dense forPositive = layer.map(agreeing, biases);
    Dense forNegative = layer.map(other, false);
    double[] z =
        sum(sum(forPositive.times(part(1)), forNegative.times(part(-1))), forPositive.bias());
    double[] s = shares(z);
    for (int o = 0; o < s.length; o++) {
      s[o] = Math.signum(output[o]) == sign ? s[o] : 0;
    }
    return sum(
        product(part(1), forPositive.transposed(s)), product(part(-1), forNegative.transposed(s)));
  }

  private double[] box(double low, double high) {
    Dense w = layer.map(v -> v, false);
    Dense plus = layer.map(v -> Math.max(v, 0), false);
    Dense minus = layer.map(v -> Math.min(v, 0), false);
    double[] l = scaled(ones(), -low);
    double[] h = scaled(ones(), -high);
    double[] s = shares(sum(sum(w.times(x), plus.times(l)), minus.times(h)));
    return sum(
        sum(product(x, w.transposed(s)), product(l, plus.transposed(s))),
        product(h, minus.transposed(s)));
  }

  /** r / stab(z). */
  private double[] shares(double[] z) {
    double[] s = new double[z.length];
    for (int o = 0; o < s.length; o++) {
      s[o] = r[o] / (z[o] + (z[o] >= 0 ? EPSILON : -EPSILON));
    }
    return s;
  }

  private double[] part(int sign) {
    return java.util.Arrays.stream(x)
        .map(v -> sign > 0 ? Math.max(v, 0) : Math.min(v, 0))
        .toArray();
  }

  private double[] ones() {
    return scaled(product(x, new double[x.length]), 0, 1);
  }

  private static double[] scaled(double[] a, double factor) {
    return scaled(a, factor, 0);
  }

  private static double[] scaled(double[] a, double factor, double shift) {
    return java.util.Arrays.stream(a).map(v -> v * factor + shift).toArray();
  }

  private static double[] sum(double[] a, double[] b) {
    double[] sum = a.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += b[i];
    }
    return sum;
  }

  private static double[] product(double[] a, double[] b) {
    double[] product = a.clone();
    for (int i = 0; i < product.length; i++) {
      product[i] *= b[i];
    }
    return product;
  }
}
