package org.xaistudy.analysis.mixedmodel;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xaistudy.analysis.responses.Answer;
import org.xaistudy.analysis.responses.Arm;
import org.xaistudy.analysis.responses.Participant;

/**
 * What one person of an arm said: two counts for each kind of model. People with the same counts
 * are one entry.
 *
 * @param arm from 0
 * @param hits yes where the model uses the artefact
 * @param misses no where it does
 * @param falseAlarms yes where it does not
 * @param rejections no where it does not
 * @param people how many said that
 */
record Judgements(int arm, int hits, int misses, int falseAlarms, int rejections, int people) {
  /** Everybody in these arms. */
  static List<Judgements> of(List<Arm> arms) {
    Map<Judgements, Integer> people = new HashMap<>();
    List<Judgements> order = new ArrayList<>();
    for (int arm = 0; arm < arms.size(); arm++) {
      for (Participant person : arms.get(arm).participants()) {
        Judgements said = of(arm, person);
        if (people.merge(said, 1, Integer::sum) == 1) {
          order.add(said);
        }
      }
    }
    // By their counts, so that the order of rows in a file changes no rounding.
    return order.stream()
        .map(said -> said.by(requireNonNull(people.get(said))))
        .sorted(
            java.util.Comparator.comparingInt(Judgements::arm)
                .thenComparingInt(Judgements::hits)
                .thenComparingInt(Judgements::misses)
                .thenComparingInt(Judgements::falseAlarms)
                .thenComparingInt(Judgements::rejections))
        .toList();
  }

  private static Judgements of(int arm, Participant person) {
    int[] counts = new int[4];
    for (Answer answer : person.answers()) {
      counts[(answer.truth() ? 0 : 2) + (answer.answer() ? 0 : 1)]++;
    }
    return new Judgements(arm, counts[0], counts[1], counts[2], counts[3], 1);
  }

  private Judgements by(int count) {
    return new Judgements(arm, hits, misses, falseAlarms, rejections, count);
  }
}
