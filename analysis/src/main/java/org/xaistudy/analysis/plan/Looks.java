package org.xaistudy.analysis.plan;

import java.util.List;
import org.xaistudy.studies.Stopping;
import org.xaistudy.studies.Study;

/**
 * When the data may be looked at.
 *
 * @param rule when to stop, in words; empty where nobody said
 * @param participants who finished per method at each look, ascending; the last is the whole study
 */
public record Looks(String rule, List<Integer> participants) {
  /** Copies the list. */
  public Looks {
    participants = List.copyOf(participants);
  }

  static Looks of(Study study) {
    Integer all =
        study.design().participantsPerArm() * (study.isWithin() ? study.arms().size() : 1);
    return new Looks(
        study.analysis().stopping().flatMap(Stopping::rule).orElse(""),
        study.analysis().stopping().flatMap(Stopping::looks).orElse(List.of(all)));
  }

  /** Whether there is one before the last. */
  public boolean several() {
    return participants.size() > 1;
  }

  /** How many per method the whole study has. */
  public int all() {
    return participants.get(participants.size() - 1);
  }

  /** The look that so many people per method allow, from 0; −1: before the first. */
  public int at(int perMethod) {
    int look = -1;
    while (look + 1 < participants.size() && participants.get(look + 1) <= perMethod) {
      look++;
    }
    return look;
  }

  /** The share of the whole study's information at each look. */
  public double[] information() {
    return participants.stream().mapToDouble(people -> people / (double) all()).toArray();
  }
}
