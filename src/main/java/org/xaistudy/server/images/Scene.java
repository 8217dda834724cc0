package org.xaistudy.server.images;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.trial.Kind;
import org.xaistudy.studies.Study;
import org.xaistudy.studies.Task;
import org.xaistudy.studies.manifest.Manifest;
import org.xaistudy.studies.manifest.Manifest.Explanation;
import org.xaistudy.studies.manifest.Manifest.Stimulus;

/**
 * What of a stimulus people see.
 *
 * @param stimulus the stimulus
 * @param method id of the method
 * @param told whether it is told what the model says
 * @param explanations those that are shown, in their order; none where a picture is shown alone
 * @param options what stands for each explanation where people choose one; none where they do not
 */
record Scene(
    Stimulus stimulus,
    String method,
    boolean told,
    List<Explanation> explanations,
    List<String> options) {
  /**
   * What is seen in a trial.
   *
   * @param method with which the person judges, by its id
   * @param right which option is right; empty where none is
   */
  static Scene of(
      Study study, Stimulus stimulus, String method, Kind kind, Optional<String> right) {
    if (study.task().key() == Task.Key.CANDIDATE) {
      List<String> options = study.options();
      int place = options.indexOf(right.orElseThrow());
      return new Scene(stimulus, method, false, stimulus.candidates(method, place), options);
    }
    return study.task().trains() && kind == Kind.TRIAL
        ? new Scene(stimulus, method, false, List.of(), List.of())
        : new Scene(stimulus, method, true, List.of(stimulus.explanation(method)), List.of());
  }

  /** What is seen of an example, by everybody alike. */
  static Scene ofExample(OpenStudy open, Stimulus example, String method) {
    return of(open.study(), example, method, Kind.PRACTICE, open.rightAnswer(example));
  }

  /** All pictures in the order in which links count them: the image first. */
  List<Manifest.Picture> pictures() {
    List<Manifest.Picture> pictures = new ArrayList<>();
    pictures.add(new Manifest.Picture(stimulus.original()));
    explanations.stream()
        .flatMap(explanation -> explanation.panels().stream())
        .map(Manifest.Panel::pictures)
        .forEach(pictures::addAll);
    return pictures;
  }
}
