package org.xaistudy.server.trial;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.xaistudy.server.environment.ReplayableChance;
import org.xaistudy.studies.Study;

/**
 * Where the right explanation stands among those that a person chooses from: at each place equally
 * often, or once more or less, so that who prefers a place gains nothing by it.
 */
final class RightPlaces {
  private final Map<Kind, Deque<String>> drawn = new EnumMap<>(Kind.class);

  /** Draws them for all trials of a person. */
  RightPlaces(Study study, ReplayableChance chance) {
    drawn.put(Kind.PRACTICE, draw(study.options(), study.design().practiceTrials(), chance));
    drawn.put(Kind.TRIAL, draw(study.options(), study.design().count(), chance));
  }

  private static Deque<String> draw(List<String> options, int trials, ReplayableChance chance) {
    List<String> order = new ArrayList<>(options);
    chance.shuffle(order);
    List<String> places = new ArrayList<>();
    for (int trial = 0; trial < trials; trial++) {
      places.add(order.get(trial % order.size()));
    }
    chance.shuffle(places);
    return new ArrayDeque<>(places);
  }

  /** The place in the next trial of a kind. */
  String next(Kind kind) {
    return requireNonNull(drawn.get(kind), "nothing is chosen there").remove();
  }
}
