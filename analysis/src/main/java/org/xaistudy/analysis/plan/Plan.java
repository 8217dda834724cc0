package org.xaistudy.analysis.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.xaistudy.analysis.comparison.Correction;
import org.xaistudy.analysis.responses.Measure;
import org.xaistudy.analysis.responses.Responses;

/**
 * What the analysis is asked to do.
 *
 * @param methods ids of all methods in the order of the report; the first is the reference, which
 *     the others are compared with
 * @param level of all intervals, such as 0.95
 * @param correction for comparing one reference with several methods
 * @param resamples how many bootstrap samples and random permutations
 * @param seed of everything drawn by chance
 * @param preregistered whether it was written down before the answers were seen: else all of the
 *     report is exploratory
 */
public record Plan(
    List<String> methods,
    double level,
    Correction correction,
    int resamples,
    long seed,
    boolean preregistered) {
  /** The seed where nobody chose one: the year of the study that this one repeats. */
  public static final long SEED = 2023;

  /** Copies the list. */
  public Plan {
    methods = List.copyOf(methods);
  }

  /**
   * The plan for a file without a study: 95 % intervals, Holm's correction, 10,000 samples; methods
   * after the reference by name, so that the order of rows does not change the order of results.
   *
   * @throws IllegalArgumentException if nobody saw the reference
   */
  public static Plan comparingWith(String reference, Responses responses) {
    TreeSet<String> others = new TreeSet<>(responses.methods());
    if (!others.remove(reference)) {
      throw new IllegalArgumentException(
          "no answers for the reference '%s'; the methods are %s"
              .formatted(reference, String.join(", ", responses.methods())));
    }
    List<String> order = new ArrayList<>(List.of(reference));
    order.addAll(others);
    return new Plan(order, 0.95, Correction.HOLM, 10_000, SEED, false);
  }

  /** Id of the method that the others are compared with. */
  public String reference() {
    return methods.get(0);
  }

  /** The same plan with another number of bootstrap samples and permutations. */
  public Plan resampling(int times, long from) {
    return new Plan(methods, level, correction, times, from, preregistered);
  }

  /** The largest difference that would not matter: a tenth of the accuracy, one step of a scale. */
  public double margin(Measure measure) {
    return measure == Measure.CORRECT ? 0.1 : 1;
  }
}
