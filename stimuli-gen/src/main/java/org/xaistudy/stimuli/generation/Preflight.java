package org.xaistudy.stimuli.generation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.xaistudy.stimuli.dataset.LabelledImages;
import org.xaistudy.stimuli.explanation.ExplainerKinds;
import org.xaistudy.stimuli.model.Network;
import org.xaistudy.stimuli.model.Tensor;
import org.xaistudy.studies.Method;
import org.xaistudy.studies.Models;
import org.xaistudy.studies.Study;
import org.xaistudy.studies.StudyFile;
import org.xaistudy.studies.document.InvalidFileException;
import org.xaistudy.studies.document.Problem;
import org.xaistudy.studies.manifest.Manifest;

/** All that can be known of a study before anything is trained. */
public final class Preflight {
  private final StudyFile file;
  private final Study study;
  private final UnaryOperator<String> variables;
  private final ExplainerKinds kinds;
  private final List<Problem> problems = new ArrayList<>();

  /**
   * @param variables values of variables in paths
   * @param kinds the kinds of explanation that there are
   */
  public Preflight(StudyFile file, UnaryOperator<String> variables, ExplainerKinds kinds) {
    this.file = file;
    this.study = file.study();
    this.variables = variables;
    this.kinds = kinds;
  }

  /**
   * What was found.
   *
   * @param images the data set
   * @param carriers the classes that carry the artefact, as indices
   * @param medium how samples reach models and people
   */
  public record Found(LabelledImages images, Set<Integer> carriers, Medium medium) {}

  /**
   * Looks at everything.
   *
   * @throws InvalidFileException naming all that stands in the way
   */
  public Found check() {
    kinds.check(file);
    LabelledImages images = LabelledImages.of(file, variables);
    Medium medium = Medium.of(file, variables);
    carriersAreClasses(images);
    optionsAreClasses(images);
    choicesAreClasses(images);
    candidatesAreClasses(images);
    enoughImages(images);
    fitsIntoMemory(images);
    layersAreThere(images);
    if (!problems.isEmpty()) {
      throw new InvalidFileException(problems);
    }
    return new Found(images, carriers(images), medium);
  }

  private Set<Integer> carriers(LabelledImages images) {
    return study.carriers().stream()
        .map(images.classes()::indexOf)
        .filter(label -> label >= 0)
        .collect(Collectors.toSet());
  }

  private void carriersAreClasses(LabelledImages images) {
    if (study.artefact().isEmpty()) {
      return;
    }
    String at = "/artefact/" + study.artefact().get().kind() + "/classes";
    List<String> names = study.carriers();
    for (int i = 0; i < names.size(); i++) {
      if (!images.classes().contains(names.get(i))) {
        problem(
            at + "/" + i,
            "expected a class of the data set (%s), found '%s'"
                .formatted(String.join(", ", images.classes()), names.get(i)));
      }
    }
    if (names.size() == images.classes().size()) {
      problem(at, "expected some of the classes, found all");
    }
  }

  private void optionsAreClasses(LabelledImages images) {
    List<String> options = study.design().classes();
    for (int i = 0; i < options.size(); i++) {
      if (!images.classes().contains(options.get(i))) {
        problem(
            "/design/classes/" + i,
            "expected a class of the data set (%s), found '%s'"
                .formatted(String.join(", ", images.classes()), options.get(i)));
      }
    }
  }

  private void choicesAreClasses(LabelledImages images) {
    study
        .classesInQuestions()
        .forEach(
            (at, name) -> {
              if (!images.classes().contains(name)) {
                problem(
                    at,
                    "expected a class of the data set (%s), found '%s'"
                        .formatted(String.join(", ", images.classes()), name));
              }
            });
  }

  private void candidatesAreClasses(LabelledImages images) {
    int classes = images.classes().size();
    study
        .design()
        .candidates()
        .filter(candidates -> candidates > classes)
        .ifPresent(
            candidates ->
                problem(
                    "/design/candidates",
                    "expected at most the classes of the data set, %d; found %d"
                        .formatted(classes, candidates)));
  }

  private void enoughImages(LabelledImages images) {
    if (!study.task().comparesModels()) {
      enoughOfOneModel(images);
      return;
    }
    Set<Integer> carriers = carriers(images);
    long there = images.test().stream().filter(one -> carriers.contains(one.label())).count();
    int needed = 1 + study.design().practiceTrials() + study.design().samples();
    if (there < needed) {
      problem(
          "/design/samples",
          "%d held-out images of the artefact's classes are needed, one for the instructions and those of practiceTrials and samples; there are %d"
              .formatted(needed, there));
    }
  }

  /** Which of them the model gets wrong is known only when it is there. */
  private void enoughOfOneModel(LabelledImages images) {
    Study.Design design = study.design();
    int needed = 2 + design.practiceTrials() + design.trainingTrials() + design.samples();
    if (images.test().size() < needed) {
      problem(
          "/design/samples",
          "%d held-out images are needed, two for the instructions and those of practiceTrials, training and samples; there are %d"
              .formatted(needed, images.test().size()));
    }
  }

  private void fitsIntoMemory(LabelledImages images) {
    long values = Tensor.size(Medium.shape(study.dataset()));
    long count = images.train().size() + (long) images.test().size();
    long needed = count * values * Float.BYTES * 3; // plain, planted, and mixed of them
    long most = Runtime.getRuntime().maxMemory();
    if (needed > most) {
      problem(
          "/dataset",
          "%d images of this size need about %d MiB, more than the %d MiB that Java may have here; give it more (java -Xmx…m), or take fewer images"
              .formatted(count, needed >> 20, most >> 20));
    }
  }

  /** Loads the networks that the study brings along; a fresh one has its layers, too. */
  private void layersAreThere(LabelledImages images) {
    ModelFiles files = new ModelFiles(file, variables);
    Models models = study.models();
    List<Network> networks = new ArrayList<>();
    if (models.loaded()) {
      for (Manifest.Model role : ModelTraining.roles(study)) {
        networks.add(files.of(role, images.classes()));
      }
    } else if (models.start().isPresent()) {
      networks.add(files.start(images.classes()));
    } else {
      networks.add(
          ModelTraining.fresh(study, images.classes().size(), new SplittableRandom(study.seed())));
    }
    for (int i = 0; i < study.methods().size(); i++) {
      Optional<String> layer = layer(study.methods().get(i));
      String at = "/methods/" + i + "/" + study.methods().get(i).kind() + "/layer";
      for (Network network : networks) {
        if (layer.isPresent() && !network.layers().contains(layer.get())) {
          problem(
              at,
              "expected a layer of the network (%s), found '%s'"
                  .formatted(String.join(", ", network.layers()), layer.get()));
        }
      }
    }
  }

  private static Optional<String> layer(Method method) {
    if (method instanceof Method.Crp crp) {
      return crp.layer();
    }
    return method instanceof Method.GradCam gradCam ? gradCam.layer() : Optional.empty();
  }

  private void problem(String pointer, String message) {
    Problem problem = file.document().problem(pointer, message);
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
  }
}
