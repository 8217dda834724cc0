package org.xaistudy.analysis.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.xaistudy.analysis.plan.Asked;
import org.xaistudy.analysis.rates.Rate;
import org.xaistudy.analysis.responses.Answer;
import org.xaistudy.analysis.responses.Participant;
import org.xaistudy.studies.Study.Training;

/**
 * A person's trials in equal parts, by the order of their numbers: people train, and are tested
 * then, once each session. Where a part cannot be as large as another it is smaller by one.
 *
 * @param number how many parts, at least 1
 * @param trials how many trials a person has who finished; 0 where nobody said
 */
record Sessions(int number, int trials) {
  static Sessions of(Asked asked) {
    return new Sessions(asked.sessions(), asked.trials());
  }

  /** The share of right answers in each session. */
  List<Rate> rates(List<Participant> people) {
    int[] sums = new int[2 * number];
    for (Participant person : people) {
      int[] own = counts(person);
      for (int i = 0; i < sums.length; i++) {
        sums[i] += own[i];
      }
    }
    List<Rate> rates = new ArrayList<>();
    for (int session = 0; session < number; session++) {
      rates.add(new Rate(sums[2 * session], sums[2 * session + 1]));
    }
    return rates;
  }

  /** Right answers, and all, of the first session, of the second, and so on. */
  int[] counts(Participant person) {
    List<Answer> inOrder =
        person.answers().stream().sorted(Comparator.comparingInt(Answer::trial)).toList();
    int[] counts = new int[2 * number];
    // Whoever left early has the first sessions, not small parts of all.
    int whole = Math.max(trials, inOrder.size());
    for (int i = 0; i < inOrder.size(); i++) {
      int session = Training.session(i, whole, number);
      counts[2 * session] += inOrder.get(i).correct() ? 1 : 0;
      counts[2 * session + 1]++;
    }
    return counts;
  }
}
