package org.xaistudy.server.trial;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xaistudy.server.environment.ReplayableChance;
import org.xaistudy.studies.Study.Training;
import org.xaistudy.studies.manifest.Manifest.Stimulus;

/** Divides stimuli into sessions that are as alike as can be. */
final class Sessions {
  private Sessions() {}

  /**
   * Stimuli in random order, cut into sessions of equal size, or of sizes that differ by one. Where
   * there are several, what the model predicts takes turns, so that each session has a little of
   * everything.
   *
   * @param sessions at least 1
   */
  static List<List<Stimulus>> of(List<Stimulus> stimuli, int sessions, ReplayableChance chance) {
    List<Stimulus> order = new ArrayList<>(stimuli);
    chance.shuffle(order);
    if (sessions == 1) {
      return List.of(order);
    }
    List<List<Stimulus>> cut = cut(byTurns(order), sessions);
    cut.forEach(chance::shuffle);
    return cut;
  }

  /** Stimuli in their order, cut into sessions whose sizes differ by one at most. */
  static List<List<Stimulus>> cut(List<Stimulus> order, int sessions) {
    List<List<Stimulus>> cut = new ArrayList<>();
    for (int session = 0; session < sessions; session++) {
      cut.add(new ArrayList<>());
    }
    for (int i = 0; i < order.size(); i++) {
      cut.get(Training.session(i, order.size(), sessions)).add(order.get(i));
    }
    return cut;
  }

  /** The first of each class, then the second of each in the same order of classes, and so on. */
  private static List<Stimulus> byTurns(List<Stimulus> order) {
    Map<String, List<Stimulus>> classes = new LinkedHashMap<>();
    for (Stimulus stimulus : order) {
      classes.computeIfAbsent(stimulus.prediction(), name -> new ArrayList<>()).add(stimulus);
    }
    List<Stimulus> turns = new ArrayList<>();
    for (int round = 0; turns.size() < order.size(); round++) {
      for (List<Stimulus> ofClass : classes.values()) {
        if (round < ofClass.size()) {
          turns.add(ofClass.get(round));
        }
      }
    }
    return turns;
  }
}
