package org.xaistudy.stimuli.shapley;

/** Means of what segments contributed in several draws, and how far they may be off. */
final class Estimate {
  private final double[] sum;
  private final double[] squares;
  private int draws;

  Estimate(int segments) {
    sum = new double[segments];
    squares = new double[segments];
  }

  /** One draw: the contribution of each segment. */
  void add(double[] contributions) {
    for (int j = 0; j < sum.length; j++) {
      sum[j] += contributions[j];
      squares[j] += contributions[j] * contributions[j];
    }
    draws++;
  }

  double[] means() {
    double[] means = new double[sum.length];
    for (int j = 0; j < means.length; j++) {
      means[j] = sum[j] / draws;
    }
    return means;
  }

  /** Of each mean; not a number after a single draw. */
  double[] standardErrors() {
    double[] means = means();
    double[] errors = new double[sum.length];
    for (int j = 0; j < errors.length; j++) {
      double variance = Math.max(0, squares[j] / draws - means[j] * means[j]);
      errors[j] = draws > 1 ? Math.sqrt(variance / (draws - 1)) : Double.NaN;
    }
    return errors;
  }

  /** The root mean square of the standard errors. */
  double standardError() {
    double squared = 0;
    for (double error : standardErrors()) {
      squared += error * error / sum.length;
    }
    return Math.sqrt(squared);
  }

  /** The largest absolute mean. */
  double largest() {
    double largest = 0;
    for (double mean : means()) {
      largest = Math.max(largest, Math.abs(mean));
    }
    return largest;
  }
}
