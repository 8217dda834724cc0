package org.xaistudy.analysis.mixedmodel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xaistudy.analysis.responses.Answer;
import org.xaistudy.analysis.responses.Arm;
import org.xaistudy.analysis.responses.Question;

/**
 * Who judged which {@linkplain Question stimulus}, and how.
 *
 * <p>The arrays have one entry a judgement; those of one person lie together.
 *
 * @param arm in which it was given, from 0
 * @param kind of model, 0: uses the artefact, 1: does not
 * @param person from 0, ascending
 * @param stimulus from 0
 * @param yes whether the answer was yes
 * @param people how many there are
 * @param stimuli how many there are
 */
record Crossing(
    int[] arm, int[] kind, int[] person, int[] stimulus, boolean[] yes, int people, int stimuli) {
  /** All judgements of these arms. */
  static Crossing of(List<Arm> arms) {
    int size = (int) arms.stream().mapToLong(arm -> arm.answers().count()).sum();
    int[] arm = new int[size];
    int[] kind = new int[size];
    int[] person = new int[size];
    int[] stimulus = new int[size];
    boolean[] yes = new boolean[size];
    Map<Question, Integer> stimuli = new HashMap<>();
    int people = 0;
    int next = 0;
    for (List<Judged> who : Judged.byPerson(arms)) {
      for (Judged in : who) {
        for (Answer answer : in.person().answers()) {
          arm[next] = in.arm();
          kind[next] = answer.truth() ? 0 : 1;
          person[next] = people;
          stimulus[next] = stimuli.computeIfAbsent(answer.question(), same -> stimuli.size());
          yes[next++] = answer.answer();
        }
      }
      people++;
    }
    return new Crossing(arm, kind, person, stimulus, yes, people, stimuli.size());
  }

  int size() {
    return arm.length;
  }

  /** The index after the last judgement of the person whose first one is at {@code start}. */
  int end(int start) {
    int end = start + 1;
    while (end < person.length && person[end] == person[start]) {
      end++;
    }
    return end;
  }
}
