package org.xaistudy.analysis.plan;

import java.util.List;
import java.util.TreeSet;
import org.xaistudy.analysis.responses.Responses;

/**
 * What the analysis is asked to do.
 *
 * @param reference id of the method that the others are compared with
 * @param methods ids of all methods in the order of the report, the reference first
 * @param level of all intervals, such as 0.95
 */
public record Plan(String reference, List<String> methods, double level) {
  /** Copies the list. */
  public Plan {
    methods = List.copyOf(methods);
  }

  /**
   * The plan for a file without a study: the others by name, so that the order of rows does not
   * change the order of results.
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
    List<String> order = new java.util.ArrayList<>(List.of(reference));
    order.addAll(others);
    return new Plan(reference, order, 0.95);
  }
}
