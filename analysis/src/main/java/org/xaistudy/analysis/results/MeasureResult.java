package org.xaistudy.analysis.results;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xaistudy.analysis.ProgressListener;
import org.xaistudy.analysis.comparison.Correction;
import org.xaistudy.analysis.comparison.PermutationTest;
import org.xaistudy.analysis.comparison.Scores;
import org.xaistudy.analysis.comparison.VarianceAnalysis;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.responses.Measure;

/**
 * How the methods differ by one measure.
 *
 * @param measure what is compared
 * @param comparisons the reference with each other method, in the plan's order; none where nobody
 *     is left who saw the reference
 * @param corrected Welch's p-values of the comparisons, by each correction; those of the primary
 *     measure are raised for looks at the data before that
 * @param scores one number per participant, for each method
 * @param together tests of all methods at once
 */
public record MeasureResult(
    Measure measure,
    List<Comparison> comparisons,
    Map<Correction, double[]> corrected,
    List<Scores> scores,
    Together together) {
  /**
   * All methods at once.
   *
   * @param anova equal variances assumed
   * @param welch variances free
   * @param kruskalWallis by ranks
   */
  public record Together(
      VarianceAnalysis anova, VarianceAnalysis welch, VarianceAnalysis kruskalWallis) {}

  static MeasureResult of(
      Measure measure,
      List<ArmResult> arms,
      Plan plan,
      Optional<Look> look,
      ProgressListener progress) {
    List<Scores> scores = arms.stream().map(arm -> arm.scores(measure)).toList();
    boolean comparable = arms.get(0).method().equals(plan.reference());
    List<Comparison> comparisons = new ArrayList<>();
    progress.at("comparing " + measure.title(), 0, arms.size() - 1);
    List<PermutationTest> permutations = comparable ? permutations(scores, plan) : List.of();
    for (int i = 1; i < arms.size() && comparable; i++) {
      progress.at("comparing " + measure.title(), i - 1, arms.size() - 1);
      comparisons.add(
          Comparison.of(
              arms.get(0).method(),
              scores.get(0),
              arms.get(i).method(),
              scores.get(i),
              plan.margins().of(measure),
              plan,
              permutations.get(i - 1)));
    }
    return new MeasureResult(
        measure,
        comparisons,
        corrected(comparisons, measure == plan.primary() ? look : Optional.empty()),
        scores,
        new Together(
            VarianceAnalysis.anova(scores),
            VarianceAnalysis.welch(scores),
            VarianceAnalysis.kruskalWallis(scores)));
  }

  private static List<PermutationTest> permutations(List<Scores> scores, Plan plan) {
    List<PermutationTest.Pair> pairs =
        scores.stream().skip(1).map(y -> new PermutationTest.Pair(scores.get(0), y)).toList();
    return PermutationTest.of(pairs, plan.resampling().samples(), plan.resampling().seed());
  }

  /** The p-value of a comparison as the correction raises it. */
  public double corrected(Correction correction, int comparison) {
    return requireNonNull(corrected.get(correction))[comparison];
  }

  private static Map<Correction, double[]> corrected(
      List<Comparison> comparisons, Optional<Look> look) {
    double[] p =
        comparisons.stream()
            .mapToDouble(one -> one.welch().p())
            .map(alone -> look.map(at -> at.raised(alone)).orElse(alone))
            .toArray();
    Map<Correction, double[]> corrected = new EnumMap<>(Correction.class);
    for (Correction correction : Correction.values()) {
      corrected.put(correction, correction.apply(p));
    }
    return corrected;
  }
}
