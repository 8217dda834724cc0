package org.xaistudy.stimuli.attribution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.xaistudy.stimuli.model.Tensor;

/**
 * Which passes answer all conditions, as few as possible: equal conditions are passed down once,
 * and a condition on several channels of a layer, each of which is asked for too, is the sum of
 * those (relevance is linear in the mask once the denominators are fixed).
 */
final class PassPlan {
  private final Map<Condition, Integer> passes = new LinkedHashMap<>();
  private final List<SharedRow> summands = new ArrayList<>();

  PassPlan(List<Condition> conditions) {
    Set<Condition> asked = new LinkedHashSet<>(conditions);
    for (Condition condition : conditions) {
      List<Integer> parts = new ArrayList<>();
      for (Condition part : parts(condition, asked)) {
        passes.putIfAbsent(part, passes.size());
        parts.add(passes.get(part));
      }
      summands.add(new SharedRow(parts));
    }
  }

  /** ConditionsFile on single channels that are asked for anyway, or the condition itself. */
  private static List<Condition> parts(Condition condition, Set<Condition> asked) {
    for (Map.Entry<String, SortedSet<Integer>> mask : condition.channels().entrySet()) {
      List<Condition> singles =
          mask.getValue().stream().map(id -> condition.with(mask.getKey(), Set.of(id))).toList();
      if (singles.size() > 1 && asked.containsAll(singles)) {
        return singles;
      }
    }
    return List.of(condition);
  }

  List<Condition> passes() {
    return List.copyOf(passes.keySet());
  }

  /**
   * The relevance under each condition, summed from that of the passes.
   *
   * @param ofPasses (N, P, …)
   * @return (N, K, …)
   */
  Tensor sums(Tensor ofPasses) {
    int[] shape = ofPasses.shape().clone();
    int size = ofPasses.values().length / shape[0] / shape[1];
    int count = shape[1];
    shape[1] = summands.size();
    Tensor sums = Tensor.zeros(shape);
    for (int image = 0; image < shape[0]; image++) {
      for (int k = 0; k < summands.size(); k++) {
        int to = (image * summands.size() + k) * size;
        for (int pass : summands.get(k).passes()) {
          int from = (image * count + pass) * size;
          for (int i = 0; i < size; i++) {
            sums.values()[to + i] += ofPasses.values()[from + i];
          }
        }
      }
    }
    return sums;
  }
}
