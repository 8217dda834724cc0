package org.xaistudy.analysis.comparison;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/** How p-values of several comparisons are raised; {@code NaN} stays and is not counted. */
public enum Correction {
  /** Holm (Scand. J. Stat. 6, 1979): some false finding in at most α of studies. */
  HOLM("Holm") {
    @Override
    double[] ascending(double[] p) {
      double[] raised = new double[p.length];
      double highest = 0;
      for (int i = 0; i < p.length; i++) {
        highest = Math.max(highest, (p.length - i) * p[i]);
        raised[i] = Math.min(1, highest);
      }
      return raised;
    }
  },
  /** Bonferroni: as Holm, but never less strict. */
  BONFERRONI("Bonferroni") {
    @Override
    double[] ascending(double[] p) {
      return Arrays.stream(p).map(one -> Math.min(1, one * p.length)).toArray();
    }
  },
  /** Benjamini & Hochberg (J. R. Stat. Soc. B 57, 1995): at most α of the findings false. */
  BENJAMINI_HOCHBERG("Benjamini–Hochberg") {
    @Override
    double[] ascending(double[] p) {
      double[] raised = new double[p.length];
      double lowest = 1;
      for (int i = p.length - 1; i >= 0; i--) {
        lowest = Math.min(lowest, p.length * p[i] / (i + 1));
        raised[i] = lowest;
      }
      return raised;
    }
  };

  private final String title;

  Correction(String title) {
    this.title = title;
  }

  /** The name in a sentence. */
  public String title() {
    return title;
  }

  /**
   * The name in {@code study.yaml}: {@code holm}, {@code bonferroni}, {@code benjamini-hochberg}.
   */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The correction of that name. */
  public static Correction named(String id) {
    return Arrays.stream(values())
        .filter(correction -> correction.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no correction " + id));
  }

  /** The raised p-values, in the order given. */
  public double[] apply(double... p) {
    int[] order =
        IntStream.range(0, p.length)
            .filter(i -> !Double.isNaN(p[i]))
            .boxed()
            .sorted((i, j) -> Double.compare(p[i], p[j]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] sorted = ascending(Arrays.stream(order).mapToDouble(i -> p[i]).toArray());
    double[] raised = p.clone();
    for (int i = 0; i < order.length; i++) {
      raised[order[i]] = sorted[i];
    }
    return raised;
  }

  /** The raised p-values of ascending ones. */
  abstract double[] ascending(double[] p);
}
