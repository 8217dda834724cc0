package org.xaistudy.stimuli.generation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.xaistudy.stimuli.check.HeldOut;
import org.xaistudy.studies.Study;

/**
 * Which held-out images are shown for what, by the study's task.
 *
 * @param examples images of the instructions, shown for all models
 * @param practice images of the practice trials, the models taking turns
 * @param training images of predictions to learn from
 * @param trial images of the trials, explained for all models
 */
record ShownImages(
    List<Integer> examples, List<Integer> practice, List<Integer> training, List<Integer> trial) {
  /**
   * Draws images for a study.
   *
   * @param models those of the study's task, in its order
   * @param classes the data set's, by their labels
   * @throws Refusal if too few images qualify
   */
  static ShownImages draw(
      Study study, List<TrainedModel> models, List<String> classes, RandomGenerator random) {
    return switch (study.task()) {
      case ARTEFACT_USE, RECOMMENDATION ->
          ofPair(study.design(), models.get(0), models.get(1), random);
      case CORRECTNESS, DISTINCTION -> ofOne(study.design(), models.get(0), random);
      case FORWARD_SIMULATION -> {
        List<Integer> labels = study.design().classes().stream().map(classes::indexOf).toList();
        yield ofClasses(study.design(), models.get(0).predictions(), labels, random);
      }
    };
  }

  /** All of them. */
  List<Integer> all() {
    return Stream.of(examples, practice, training, trial).flatMap(List::stream).toList();
  }

  /**
   * An example that the model gets right, if there is one; then of each class that it predicts as
   * many to learn from and as many to be tested with, or one more or less.
   */
  private static ShownImages ofClasses(
      Study.Design design, HeldOut.Predictions said, List<Integer> labels, RandomGenerator random) {
    int[] predicted = said.planted();
    List<Integer> all = byTurns(predicted, i -> labels.contains(predicted[i]), random);
    Integer example =
        all.stream()
            .filter(said::rightWithArtefact)
            .findFirst()
            .or(() -> all.stream().findFirst())
            .orElseThrow(
                () -> new Refusal("The model takes no held-out image for any of classes."));
    List<Integer> training = new ArrayList<>();
    List<Integer> trial = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      int label = labels.get(i);
      List<Integer> ofClass =
          all.stream()
              .filter(image -> predicted[image] == label && !image.equals(example))
              .toList();
      int learned = part(design.trainingTrials(), labels.size(), i);
      int needed = learned + part(design.samples(), labels.size(), i);
      if (ofClass.size() < needed) {
        throw new Refusal(
            ("%d held-out images are needed that the model takes for '%s', for training and trials;"
                    + " there are %d. More held-out images or fewer samples may help.")
                .formatted(needed, design.classes().get(i), ofClass.size()));
      }
      training.addAll(ofClass.subList(0, learned));
      trial.addAll(ofClass.subList(learned, needed));
    }
    return new ShownImages(List.of(example), List.of(), training, trial);
  }

  /** The i-th of so many parts, which are equal or differ by one. */
  private static int part(int whole, int parts, int i) {
    return whole / parts + (i < whole % parts ? 1 : 0);
  }

  /**
   * One example, a right and a wrong prediction for practice by turns, and both for the trials in
   * the proportion that is stated; the classes take turns.
   */
  private static ShownImages ofOne(
      Study.Design design, TrainedModel model, RandomGenerator random) {
    HeldOut.Predictions said = model.predictions();
    List<Integer> right = byTurns(said.images().labels(), said::rightWithArtefact, random);
    List<Integer> wrong = byTurns(said.images().labels(), i -> !said.rightWithArtefact(i), random);
    int practiceRight = (design.practiceTrials() + 1) / 2;
    int practiceWrong = design.practiceTrials() / 2;
    int trialsWrong = design.samples() - design.yesSamples();
    enough("right", right.size(), 1 + practiceRight + design.yesSamples());
    enough("wrong", wrong.size(), 1 + practiceWrong + trialsWrong);
    List<Integer> practice = new ArrayList<>();
    for (int i = 0; i < design.practiceTrials(); i++) {
      practice.add((i % 2 == 0 ? right : wrong).get(1 + i / 2));
    }
    List<Integer> trial = new ArrayList<>();
    trial.addAll(right.subList(1 + practiceRight, 1 + practiceRight + design.yesSamples()));
    trial.addAll(wrong.subList(1 + practiceWrong, 1 + practiceWrong + trialsWrong));
    return new ShownImages(List.of(right.get(0), wrong.get(0)), practice, List.of(), trial);
  }

  private static void enough(String outcome, int there, int needed) {
    if (there < needed) {
      throw new Refusal(
          ("%d held-out images are needed whose prediction is %s, for the instructions, practice and"
                  + " trials; there are %d. More held-out images or fewer samples may help%s.")
              .formatted(
                  needed,
                  outcome,
                  there,
                  outcome.equals("wrong") ? ", or a model that is wrong more often" : ""));
    }
  }

  /**
   * All carry the artefact and are recognised by both models; without it the artefact model changes
   * its mind and the clean model does not. The artefact's classes take turns.
   */
  private static ShownImages ofPair(
      Study.Design design, TrainedModel artefact, TrainedModel clean, RandomGenerator random) {
    int[] labels = artefact.predictions().images().labels();
    List<Integer> qualified =
        byTurns(
            labels,
            i ->
                artefact.carriers().contains(labels[i])
                    && qualifies(i, artefact.predictions(), clean.predictions()),
            random);
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
        qualified.subList(0, 1),
        qualified.subList(1, practice),
        List.of(),
        qualified.subList(practice, needed));
  }

  /** Those that qualify, in random order within each class, the classes taking turns. */
  private static List<Integer> byTurns(
      int[] labels, IntPredicate qualifies, RandomGenerator random) {
    Map<Integer, List<Integer>> qualified = new TreeMap<>();
    for (int i = 0; i < labels.length; i++) {
      if (qualifies.test(i)) {
        qualified.computeIfAbsent(labels[i], label -> new ArrayList<>()).add(i);
      }
    }
    List<List<Integer>> byClass = List.copyOf(qualified.values());
    byClass.forEach(images -> shuffle(images, random));
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
