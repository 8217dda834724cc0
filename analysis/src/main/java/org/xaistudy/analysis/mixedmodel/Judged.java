package org.xaistudy.analysis.mixedmodel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xaistudy.analysis.responses.Arm;
import org.xaistudy.analysis.responses.Participant;

/**
 * What somebody judged in one arm.
 *
 * @param arm from 0
 * @param person as far as that arm goes
 */
record Judged(int arm, Participant person) {
  /** Everybody in these arms in their order, those who are in several once with all of them. */
  static List<List<Judged>> byPerson(List<Arm> arms) {
    Map<String, List<Judged>> people = new LinkedHashMap<>();
    for (int arm = 0; arm < arms.size(); arm++) {
      for (Participant person : arms.get(arm).participants()) {
        people.computeIfAbsent(person.id(), id -> new ArrayList<>(1)).add(new Judged(arm, person));
      }
    }
    return List.copyOf(people.values());
  }
}
