package org.xaistudy.analysis.mixedmodel;

import java.util.ArrayList;
import java.util.Comparator;
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
    // Lists for keys, because the first hash of a record takes as long as all of this.
    Map<List<Integer>, Integer> people = new HashMap<>();
    for (int arm = 0; arm < arms.size(); arm++) {
      for (Participant person : arms.get(arm).participants()) {
        people.merge(counts(arm, person), 1, Integer::sum);
      }
    }
    List<Judgements> all = new ArrayList<>();
    people.forEach(
        (said, count) ->
            all.add(
                new Judgements(
                    said.get(0), said.get(1), said.get(2), said.get(3), said.get(4), count)));
    // By their counts, so that the order of rows in a file changes no rounding.
    all.sort(
        Comparator.comparingInt(Judgements::arm)
            .thenComparingInt(Judgements::hits)
            .thenComparingInt(Judgements::misses)
            .thenComparingInt(Judgements::falseAlarms)
            .thenComparingInt(Judgements::rejections));
    return List.copyOf(all);
  }

  /** What one person said in one arm. */
  static Judgements of(Judged in) {
    List<Integer> said = counts(in.arm(), in.person());
    return new Judgements(said.get(0), said.get(1), said.get(2), said.get(3), said.get(4), 1);
  }

  private static List<Integer> counts(int arm, Participant person) {
    int[] counts = new int[4];
    for (Answer answer : person.answers()) {
      counts[(answer.truth() ? 0 : 2) + (answer.answer() ? 0 : 1)]++;
    }
    return List.of(arm, counts[0], counts[1], counts[2], counts[3]);
  }
}
