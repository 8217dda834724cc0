package org.xaistudy.analysis.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.xaistudy.analysis.AnalysisException;
import org.xaistudy.analysis.comparison.Scores;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.responses.Arm;
import org.xaistudy.analysis.responses.Judgement;
import org.xaistudy.analysis.responses.Measure;
import org.xaistudy.analysis.responses.Responses;

/**
 * Two studies of the same methods, method by method: did the second find what the first did?
 *
 * @param methods ids of the methods that both have
 * @param main what both studies are held together by: accuracy or, where no answer is right,
 *     preference
 * @param measures by measure: the first study against the second, one comparison for each of these
 *     methods of which both studies have the measure; its {@code versus} is empty. Nothing of a
 *     measure that only one study has
 * @param together what both say of each method less the plan's reference
 */
public record Replication(
    List<String> methods,
    Measure main,
    Map<Measure, List<Comparison>> measures,
    List<Synthesis> together) {
  /**
   * Compares those who count in each.
   *
   * @throws AnalysisException if they have no method in common, or people were asked other things
   */
  public static Replication of(Responses first, Responses second, Plan plan) {
    checkAlike(first, second);
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
    Measure main = judged(first) instanceof Judgement.Rating ? Measure.PREFERENCE : Measure.CORRECT;
    return new Replication(
        common, main, measures, Synthesis.of(matched, others, plan.reference(), main));
  }

  private static void checkAlike(Responses first, Responses second) {
    Judgement one = judged(first);
    boolean alike = one.getClass() == judged(second).getClass();
    if (alike && one instanceof Judgement.Choice) {
      alike = asked(first).equals(asked(second));
    }
    if (!alike) {
      throw new AnalysisException(
          "people were asked other things, so nothing can be compared: one study has answers to %s, the other to %s"
              .formatted(inWords(first), inWords(second)));
    }
  }

  /** Any of a study's judgements: all are of one kind. */
  private static Judgement judged(Responses study) {
    return study.participants().stream()
        .findFirst()
        .orElseThrow(() -> new AnalysisException("nobody remains in one of the studies"))
        .answers()
        .get(0)
        .judgement();
  }

  private static SortedSet<String> asked(Responses study) {
    return study.participants().stream()
        .flatMap(person -> person.answers().stream())
        .map(answer -> answer.judgement().about())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String inWords(Responses study) {
    Judgement judged = judged(study);
    if (judged instanceof Judgement.YesNo) {
      return "yes or no";
    }
    return judged instanceof Judgement.Rating
        ? "how much one would use a model"
        : "which of several is right (%s)".formatted(String.join(", ", asked(study)));
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
