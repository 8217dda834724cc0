package org.xaistudy.server.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.xaistudy.studies.Study;
import org.xaistudy.studies.Task;
import org.xaistudy.studies.document.InvalidFileException;
import org.xaistudy.studies.document.Problem;
import org.xaistudy.studies.manifest.Manifest;
import org.xaistudy.studies.manifest.Manifest.Stimulus;
import org.xaistudy.studies.manifest.Manifest.Use;
import org.xaistudy.studies.manifest.StimulusBundle;

/** Whether a bundle holds enough stimuli for what its study promises to each participant. */
final class Sufficiency {
  private Sufficiency() {}

  static void check(StimulusBundle bundle) {
    Manifest manifest = bundle.manifest();
    List<String> lacks = new ArrayList<>();
    Study study = bundle.study().study();
    List<Stimulus> trials = manifest.stimuli(Use.TRIAL);
    lacks.addAll(
        switch (study.task()) {
          case ARTEFACT_USE, RECOMMENDATION -> ofPair(study, trials);
          case CORRECTNESS, DISTINCTION -> ofOne(study, trials);
          case FORWARD_SIMULATION -> ofClasses(study.design(), trials);
        });
    int training = manifest.stimuli(Use.TRAINING).size();
    if (training != study.design().trainingTrials()) {
      lacks.add(
          "expected %d predictions to learn from, found %d"
              .formatted(study.design().trainingTrials(), training));
    }
    int practice = study.design().practiceTrials();
    long practiceSamples =
        manifest.stimuli(Use.PRACTICE).stream().map(Stimulus::sample).distinct().count();
    if (practiceSamples < practice) {
      lacks.add("expected " + practice + " samples to practise with, found " + practiceSamples);
    }
    long examples = manifest.stimuli(Use.EXAMPLE).stream().map(Stimulus::truth).distinct().count();
    if (study.task().key() != Task.Key.TRUTH && examples == 0) {
      lacks.add("expected an example");
    } else if (study.task().key() == Task.Key.TRUTH && examples < 2) {
      lacks.add("expected an example where " + study.task().yes() + ", and one where it is not so");
    }
    if (!lacks.isEmpty()) {
      var file = bundle.image(StimulusBundle.MANIFEST);
      throw new InvalidFileException(
          lacks.stream().map(lack -> new Problem(file, 0, 0, "stimuli", lack)).toList());
    }
  }

  private static List<String> ofPair(Study study, List<Stimulus> trials) {
    int needed = study.trialsPerPerson();
    long paired = samplesWithBothModels(trials);
    return paired < needed
        ? List.of("expected " + needed + " samples judged by both models, found " + paired)
        : List.of();
  }

  private static List<String> ofOne(Study study, List<Stimulus> trials) {
    List<String> lacks = new ArrayList<>();
    for (boolean right : new boolean[] {true, false}) {
      Study.Design design = study.design();
      int needed = study.methodsPerPerson() * (right ? design.yesTrials() : design.noTrials());
      long there =
          trials.stream()
              .filter(one -> one.model() == Manifest.Model.SINGLE && one.truth() == right)
              .map(Stimulus::sample)
              .distinct()
              .count();
      if (there < needed) {
        lacks.add(
            "expected %d samples whose prediction is %s, found %d"
                .formatted(needed, right ? "right" : "wrong", there));
      }
    }
    return lacks;
  }

  private static List<String> ofClasses(Study.Design design, List<Stimulus> trials) {
    int needed = design.trialsPerClass().orElse(0);
    List<String> lacks = new ArrayList<>();
    for (String name : design.classes()) {
      long there = trials.stream().filter(one -> one.prediction().equals(name)).count();
      if (there < needed) {
        lacks.add(
            "expected %d samples that the model takes for '%s', found %d"
                .formatted(needed, name, there));
      }
    }
    return lacks;
  }

  private static long samplesWithBothModels(List<Stimulus> stimuli) {
    Map<String, Set<Manifest.Model>> models =
        stimuli.stream()
            .collect(
                Collectors.groupingBy(
                    Stimulus::sample, Collectors.mapping(Stimulus::model, Collectors.toSet())));
    return models.values().stream().filter(seen -> seen.size() == 2).count();
  }
}
