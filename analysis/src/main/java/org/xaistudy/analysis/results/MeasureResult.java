package org.xaistudy.analysis.results;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xaistudy.analysis.ProgressListener;
import org.xaistudy.analysis.comparison.Correction;
import org.xaistudy.analysis.comparison.PermutationTest;
import org.xaistudy.analysis.comparison.Scores;
import org.xaistudy.analysis.comparison.VarianceAnalysis;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.responses.Arm;
import org.xaistudy.analysis.responses.Measure;

/**
 * How the methods differ by one measure.
 *
 * @param measure what is compared
 * @param comparisons the reference with each other method, in the plan's order; none where nobody
 *     who saw the reference has the measure: what nobody planned is not compared in its place
 * @param paired whether the same people judged with several methods
 * @param corrected p-values of the comparisons' leading tests, by each correction; those of the
 *     primary measure are raised for looks at the data before that
 * @param scores one number per participant, for each method of which somebody has the measure, in
 *     the plan's order
 * @param together tests of these methods at once
 */
public record MeasureResult(
    Measure measure,
    List<Comparison> comparisons,
    boolean paired,
    Map<Correction, double[]> corrected,
    Map<String, Scores> scores,
    Together together) {
  /** Copies the map, keeping its order. */
  public MeasureResult {
    scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
  }

  /**
   * All methods at once.
   *
   * @param anova equal variances assumed; of the same people, sphericity
   * @param adjusted variances free; of the same people, after Greenhouse and Geisser
   * @param byRanks Kruskal and Wallis's; of the same people, Friedman's
   */
  public record Together(
      VarianceAnalysis anova, VarianceAnalysis adjusted, VarianceAnalysis byRanks) {}

  /** Empty where nobody has the measure. */
  static Optional<MeasureResult> of(
      Measure measure,
      List<ArmResult> arms,
      Plan plan,
      Optional<Look> look,
      ProgressListener progress) {
    Map<String, Scores> scores = new LinkedHashMap<>();
    arms.forEach(arm -> arm.scores(measure).ifPresent(one -> scores.put(arm.method(), one)));
    if (scores.isEmpty()) {
      return Optional.empty();
    }
    List<Arm> people = arms.stream().map(ArmResult::arm).toList();
    Optional<Paired> paired =
        Paired.isWithin(people) ? Optional.of(Paired.of(measure, people)) : Optional.empty();
    List<Comparison> comparisons =
        paired
            .map(pairs -> pairs(measure, List.copyOf(scores.keySet()), pairs, plan, progress))
            .orElseGet(() -> comparisons(measure, scores, plan, progress));
    return Optional.of(
        new MeasureResult(
            measure,
            comparisons,
            paired.isPresent(),
            corrected(comparisons, measure == plan.primary() ? look : Optional.empty()),
            scores,
            paired
                .map(pairs -> together(pairs.rows(List.copyOf(scores.keySet()))))
                .orElseGet(() -> together(List.copyOf(scores.values())))));
  }

  private static Together together(List<Scores> samples) {
    return new Together(
        VarianceAnalysis.anova(samples),
        VarianceAnalysis.welch(samples),
        VarianceAnalysis.kruskalWallis(samples));
  }

  private static Together together(double[][] rows) {
    return rows.length < 2 || rows[0].length < 2
        ? new Together(
            VarianceAnalysis.UNDETERMINED,
            VarianceAnalysis.UNDETERMINED,
            VarianceAnalysis.UNDETERMINED)
        : new Together(
            VarianceAnalysis.repeated(rows),
            VarianceAnalysis.greenhouseGeisser(rows),
            VarianceAnalysis.friedman(rows));
  }

  /** Nobody is compared who does not have both. */
  private static List<Comparison> pairs(
      Measure measure, List<String> methods, Paired pairs, Plan plan, ProgressListener progress) {
    List<Comparison> comparisons = new ArrayList<>();
    for (String method : methods) {
      progress.at("comparing " + measure.title(), comparisons.size(), methods.size());
      if (!method.equals(plan.reference())) {
        double margin = plan.margins().of(measure);
        pairs
            .differences(plan.reference(), method)
            .map(each -> Comparison.ofPairs(plan.reference(), method, each, margin, plan))
            .ifPresent(comparisons::add);
      }
    }
    return comparisons;
  }

  private static List<Comparison> comparisons(
      Measure measure, Map<String, Scores> scores, Plan plan, ProgressListener progress) {
    if (!scores.containsKey(plan.reference())) {
      return List.of();
    }
    // Arms are in the plan's order, so the reference is the first.
    List<String> methods = List.copyOf(scores.keySet());
    List<Scores> samples = List.copyOf(scores.values());
    List<Comparison> comparisons = new ArrayList<>();
    progress.at("comparing " + measure.title(), 0, methods.size() - 1);
    List<PermutationTest> permutations = permutations(samples, plan);
    for (int i = 1; i < methods.size(); i++) {
      progress.at("comparing " + measure.title(), i - 1, methods.size() - 1);
      comparisons.add(
          Comparison.of(
              plan.reference(),
              samples.get(0),
              methods.get(i),
              samples.get(i),
              plan.margins().of(measure),
              plan,
              permutations.get(i - 1)));
    }
    return comparisons;
  }

  private static List<PermutationTest> permutations(List<Scores> scores, Plan plan) {
    List<PermutationTest.Pair> pairs =
        scores.stream().skip(1).map(y -> new PermutationTest.Pair(scores.get(0), y)).toList();
    return PermutationTest.of(pairs, plan.resampling().samples(), plan.resampling().seed());
  }

  /** The comparison of the reference with a method; empty where there is none. */
  public Optional<Comparison> with(String method) {
    return comparisons.stream().filter(one -> one.versus().equals(method)).findFirst();
  }

  /** The p-value of a comparison as the correction raises it. */
  public double corrected(Correction correction, int comparison) {
    return requireNonNull(corrected.get(correction))[comparison];
  }

  private static Map<Correction, double[]> corrected(
      List<Comparison> comparisons, Optional<Look> look) {
    double[] p =
        comparisons.stream()
            .mapToDouble(one -> one.leading().p())
            .map(alone -> look.map(at -> at.raised(alone)).orElse(alone))
            .toArray();
    Map<Correction, double[]> corrected = new EnumMap<>(Correction.class);
    for (Correction correction : Correction.values()) {
      corrected.put(correction, correction.apply(p));
    }
    return corrected;
  }
}
