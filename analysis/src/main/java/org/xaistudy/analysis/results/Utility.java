package org.xaistudy.analysis.results;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.xaistudy.analysis.bootstrap.Resampled;
import org.xaistudy.analysis.bootstrap.SumBootstrap;
import org.xaistudy.analysis.distribution.Quoted;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.responses.Arm;

/**
 * What explanations are worth to those who learn from them (Colin, Fel, Cadène & Serre, NeurIPS
 * 2022): how often people foretell a model's predictions, over how often those do who learned
 * without explanations. Above 1 they help. Intervals are BCa, with the people of both arms drawn
 * again.
 *
 * @param method id of the method that explains
 * @param without id of the one that does not
 * @param sessions the ratio after each session, in their order
 * @param mean of the ratios over sessions
 */
public record Utility(String method, String without, List<Quoted> sessions, Quoted mean) {
  /** Copies the list. */
  public Utility {
    sessions = List.copyOf(sessions);
  }

  /**
   * Of each method that explains.
   *
   * @return none where people are asked something else, or the reference explains or has nobody
   */
  static List<Utility> of(List<Arm> arms, Plan plan) {
    boolean trained = plan.task().trains();
    if (!trained || !plan.asked().unexplained().contains(plan.reference())) {
      return List.of();
    }
    return arms.stream()
        .filter(without -> without.method().equals(plan.reference()))
        .flatMap(
            without ->
                arms.stream()
                    .filter(arm -> !plan.asked().unexplained().contains(arm.method()))
                    .map(arm -> of(arm, without, plan)))
        .toList();
  }

  private static Utility of(Arm arm, Arm without, Plan plan) {
    Sessions sessions = Sessions.of(plan.asked());
    List<int[]> people = arm.participants().stream().map(sessions::counts).toList();
    List<int[]> others = without.participants().stream().map(sessions::counts).toList();
    List<ToDoubleFunction<long[][]>> ratios = new ArrayList<>();
    for (int session = 0; session < sessions.number(); session++) {
      int at = session;
      ratios.add(sums -> ratio(sums, at));
    }
    List<ToDoubleFunction<long[][]>> statistics = new ArrayList<>(ratios);
    statistics.add(
        sums ->
            ratios.stream().mapToDouble(one -> one.applyAsDouble(sums)).average().orElseThrow());
    SumBootstrap bootstrap = new SumBootstrap(List.of(people, others));
    List<Resampled> resampled =
        bootstrap.resample(
            statistics, plan.resampling().samples(), plan.level(), plan.resampling().seed());
    List<Quoted> quoted = new ArrayList<>();
    for (int i = 0; i < statistics.size(); i++) {
      quoted.add(new Quoted(bootstrap.estimate(statistics.get(i)), resampled.get(i).interval()));
    }
    return new Utility(
        arm.method(),
        without.method(),
        quoted.subList(0, ratios.size()),
        quoted.get(ratios.size()));
  }

  /** Accuracy over accuracy; not determined where nobody is right without explanations. */
  private static double ratio(long[][] sums, int session) {
    double with = (double) sums[0][2 * session] / sums[0][2 * session + 1];
    double without = (double) sums[1][2 * session] / sums[1][2 * session + 1];
    return without > 0 ? with / without : Double.NaN;
  }
}
