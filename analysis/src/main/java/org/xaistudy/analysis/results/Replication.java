package org.xaistudy.analysis.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xaistudy.analysis.AnalysisException;
import org.xaistudy.analysis.comparison.Scores;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.responses.Arm;
import org.xaistudy.analysis.responses.Measure;
import org.xaistudy.analysis.responses.Responses;

/**
 * Two studies of the same methods, method by method: did the second find what the first did?
 *
 * @param methods ids of the methods that both have
 * @param measures by measure: the first study against the second, one comparison for each of these
 *     methods of which both studies have the measure; its {@code versus} is empty. Nothing of a
 *     measure that only one study has
 * @param together what both say of each method less the plan's reference
 */
public record Replication(
    List<String> methods, Map<Measure, List<Comparison>> measures, List<Synthesis> together) {
  /**
   * Compares those who count in each.
   *
   * @throws AnalysisException if they have no method in common
   */
  public static Replication of(Responses first, Responses second, Plan plan) {
    List<Arm> ones = first.arms(first.methods());
    List<Arm> others = second.arms(first.methods());
    List<String> common = others.stream().map(Arm::method).toList();
    if (common.isEmpty()) {
      throw new AnalysisException(
          "no method in common: one study has %s, the other %s"
              .formatted(String.join(", ", first.methods()), String.join(", ", second.methods())));
    }
    List<Arm> matched = ones.stream().filter(arm -> common.contains(arm.method())).toList();
    Map<Measure, List<Comparison>> measures = new LinkedHashMap<>();
    Arrays.stream(Measure.values())
        .forEach(
            measure -> {
              List<Comparison> comparisons = compare(matched, others, measure, plan);
              if (!comparisons.isEmpty()) {
                measures.put(measure, comparisons);
              }
            });
    return new Replication(common, measures, Synthesis.of(matched, others, plan.reference()));
  }

  private static List<Comparison> compare(
      List<Arm> ones, List<Arm> others, Measure measure, Plan plan) {
    List<Comparison> comparisons = new ArrayList<>();
    for (int i = 0; i < ones.size(); i++) {
      double[] one = ones.get(i).means(measure);
      double[] other = others.get(i).means(measure);
      if (one.length > 0 && other.length > 0) {
        comparisons.add(
            Comparison.of(
                ones.get(i).method(),
                Scores.of(one),
                "",
                Scores.of(other),
                plan.margins().of(measure),
                plan));
      }
    }
    return comparisons;
  }
}
