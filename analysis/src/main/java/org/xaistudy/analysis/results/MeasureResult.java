package org.xaistudy.analysis.results;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.xaistudy.analysis.ProgressListener;
import org.xaistudy.analysis.comparison.Correction;
import org.xaistudy.analysis.comparison.Scores;
import org.xaistudy.analysis.comparison.VarianceAnalysis;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.responses.Measure;

/**
 * How the methods differ by one measure.
 *
 * @param measure what is compared
 * @param comparisons the reference with each other method, in the plan's order
 * @param corrected Welch's p-values of the comparisons, by each correction
 * @param samples one number per participant, for each method
 */
public record MeasureResult(
    Measure measure,
    List<Comparison> comparisons,
    Map<Correction, double[]> corrected,
    List<Scores> samples) {
  static MeasureResult of(
      Measure measure, List<ArmResult> arms, Plan plan, ProgressListener progress) {
    List<Scores> samples = arms.stream().map(arm -> arm.means().get(measure)).toList();
    List<Comparison> comparisons = new ArrayList<>();
    for (int i = 1; i < arms.size(); i++) {
      progress.at("comparing " + measure.title(), i - 1, arms.size() - 1);
      comparisons.add(
          Comparison.of(
              arms.get(0).method(),
              samples.get(0),
              arms.get(i).method(),
              samples.get(i),
              plan.margins().of(measure),
              plan));
    }
    return new MeasureResult(measure, comparisons, corrected(comparisons), samples);
  }

  /** The p-value of a comparison as the correction raises it. */
  public double corrected(Correction correction, int comparison) {
    return corrected.get(correction)[comparison];
  }

  /** All methods at once, equal variances assumed. */
  public VarianceAnalysis anova() {
    return VarianceAnalysis.anova(samples);
  }

  /** All methods at once, variances free. */
  public VarianceAnalysis welchAnova() {
    return VarianceAnalysis.welch(samples);
  }

  /** All methods at once, by ranks. */
  public VarianceAnalysis kruskalWallis() {
    return VarianceAnalysis.kruskalWallis(samples);
  }

  private static Map<Correction, double[]> corrected(List<Comparison> comparisons) {
    double[] p = comparisons.stream().mapToDouble(one -> one.welch().p()).toArray();
    Map<Correction, double[]> corrected = new EnumMap<>(Correction.class);
    for (Correction correction : Correction.values()) {
      corrected.put(correction, correction.apply(p));
    }
    return corrected;
  }
}
