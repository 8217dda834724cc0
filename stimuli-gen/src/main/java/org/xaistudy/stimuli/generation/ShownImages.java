package org.xaistudy.stimuli.generation;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.xaistudy.stimuli.check.HeldOut;
import org.xaistudy.studies.Study;

/**
 * Which held-out images are shown for what. All carry the artefact and are recognised by both
 * models; without it the artefact model changes its mind and the clean model does not.
 *
 * @param example the image of the instructions, shown for both models
 * @param practice images of the practice trials, the models taking turns
 * @param trial images of the trials, explained for both models
 */
record ShownImages(int example, List<Integer> practice, List<Integer> trial) {
  /**
   * Draws images, the artefact's classes taking turns.
   *
   * @throws Refusal if too few images qualify
   */
  static ShownImages draw(
      Study.Design design, TrainedModel artefact, TrainedModel clean, RandomGenerator random) {
    List<Integer> qualified = interleaved(artefact, clean, random);
    int needed = 1 + design.practiceTrials() + design.samples();
    if (qualified.size() < needed) {
      throw new Refusal(
          needed
              + " held-out images are needed that both models recognise and of which only the"
              + " artefact model needs the artefact; there are "
              + qualified.size()
              + ". More held-out images or epochs may help.");
    }
    int practice = 1 + design.practiceTrials();
    return new ShownImages(
        qualified.get(0), qualified.subList(1, practice), qualified.subList(practice, needed));
  }

  private static List<Integer> interleaved(
      TrainedModel artefact, TrainedModel clean, RandomGenerator random) {
    int[] labels = artefact.predictions().images().labels();
    List<List<Integer>> byClass = new ArrayList<>();
    for (int label : artefact.carriers().stream().sorted().toList()) {
      List<Integer> images = new ArrayList<>();
      for (int i = 0; i < labels.length; i++) {
        if (labels[i] == label && qualifies(i, artefact.predictions(), clean.predictions())) {
          images.add(i);
        }
      }
      shuffle(images, random);
      byClass.add(images);
    }
    List<Integer> turns = new ArrayList<>();
    int most = byClass.stream().mapToInt(List::size).max().orElse(0);
    for (int turn = 0; turn < most; turn++) {
      for (List<Integer> images : byClass) {
        if (turn < images.size()) {
          turns.add(images.get(turn));
        }
      }
    }
    return turns;
  }

  private static boolean qualifies(int i, HeldOut.Predictions artefact, HeldOut.Predictions clean) {
    return artefact.rightWithArtefact(i)
        && clean.rightWithArtefact(i)
        && artefact.changedByArtefact(i)
        && !clean.changedByArtefact(i);
  }

  private static void shuffle(List<Integer> list, RandomGenerator random) {
    for (int i = list.size() - 1; i > 0; i--) {
      java.util.Collections.swap(list, i, random.nextInt(i + 1));
    }
  }
}
