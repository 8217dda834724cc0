package org.xaistudy.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.xaistudy.analysis.responses.Arm;
import org.xaistudy.analysis.responses.Participant;

/** Sixty people in three arms by turns, as the scripts of R make them up too. */
final class MadeUp {
  private MadeUp() {}

  /**
   * The arms.
   *
   * @param person the one of a number, from 0
   */
  static List<Arm> arms(IntFunction<Participant> person) {
    List<List<Participant>> arms = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int number = 0; number < 60; number++) {
      arms.get(number % 3).add(person.apply(number));
    }
    List<Arm> named = new ArrayList<>();
    for (int arm = 0; arm < 3; arm++) {
      named.add(new Arm("m" + arm, arms.get(arm)));
    }
    return named;
  }
}
