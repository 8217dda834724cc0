package org.xaistudy.analysis.plan;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.xaistudy.analysis.AnalysisException;
import org.xaistudy.analysis.responses.Judgement;
import org.xaistudy.analysis.responses.Responses;
import org.xaistudy.studies.FurtherQuestion;
import org.xaistudy.studies.Grade;
import org.xaistudy.studies.Method;
import org.xaistudy.studies.Study;
import org.xaistudy.studies.Task;

/**
 * What people were asked, as far as numbers depend on it.
 *
 * @param task what they were to find out
 * @param options what can be answered, as it is stored
 * @param trials how many of a person's trials count; 0 where nobody said
 * @param sessions into how many equal parts a person's trials are divided, at least 1
 * @param unexplained ids of the methods that explain nothing
 * @param further what else is asked of each trial
 * @param graded whether the decision is one of four, so that confidence is 0 or 1
 */
public record Asked(
    Task task,
    List<String> options,
    int trials,
    int sessions,
    Set<String> unexplained,
    List<FurtherQuestion> further,
    boolean graded) {
  /** Where there is no study. */
  public static final Asked YES_OR_NO =
      new Asked(Task.ARTEFACT_USE, List.of(Task.YES, Task.NO), 0, 1, Set.of());

  /** Nothing further. */
  public Asked(Task task, List<String> options, int trials, int sessions, Set<String> unexplained) {
    this(task, options, trials, sessions, unexplained, List.of(), false);
  }

  /** Copies lists and set. */
  public Asked {
    further = List.copyOf(further);
    options = List.copyOf(options);
    unexplained = Set.copyOf(unexplained);
  }

  /** What a study asks. */
  public static Asked of(Study study) {
    return new Asked(
        study.task(),
        study.options(),
        study.design().count(),
        study.design().sessions(),
        study.methods().stream()
            .map(Method::id)
            .filter(method -> !study.explains(method))
            .collect(Collectors.toSet()),
        study.questions().further(),
        study.questions().graded());
  }

  /** Whether the answers are yes and no. */
  public boolean yesOrNo() {
    return task.key() == Task.Key.TRUTH;
  }

  /** Whether answers are right or wrong. */
  public boolean scored() {
    return task.key() != Task.Key.NONE;
  }

  /** The answers as what they are to what was asked: a file does not tell places from classes. */
  public Responses read(Responses responses) {
    return task.key() == Task.Key.CANDIDATE
        ? responses.judged(one -> one instanceof Judgement.Choice choice ? choice.place() : one)
        : responses;
  }

  /**
   * Refuses answers to other questions.
   *
   * @throws AnalysisException if one of them is of another kind, or names what cannot be answered
   */
  public void check(Responses responses) {
    responses.participants().stream()
        .flatMap(person -> person.answers().stream())
        .forEach(
            answer -> {
              check(answer.judgement());
              check(answer.further());
              if (graded && answer.confidence() > Grade.SURE) {
                throw new AnalysisException(
                    "the answers have a confidence of %d; expected 0 or 1, as the study's decision is one of four (graded)"
                        .formatted(answer.confidence()));
              }
            });
  }

  private void check(Map<String, String> said) {
    for (FurtherQuestion question : further) {
      String answer = said.get(question.id());
      if (answer != null && !question.answer().accepts(answer)) {
        throw new AnalysisException(
            "the answers to the further question '%s' name '%s'; expected %s. Was another version of the study asked otherwise?"
                .formatted(question.id(), answer, question.answer().expected()));
      }
    }
  }

  private void check(Judgement judgement) {
    boolean fits =
        switch (task.key()) {
          case TRUTH -> judgement instanceof Judgement.YesNo;
          case PREDICTION -> judgement instanceof Judgement.Choice;
          case CANDIDATE -> judgement instanceof Judgement.Place;
          case NONE -> judgement instanceof Judgement.Rating;
        };
    if (!fits) {
      throw new AnalysisException(
          "the answers are no answers to what was asked: expected %s, found '%s'. Without a study they are taken for yes and no: name theirs (--study)"
              .formatted(String.join(", ", options), judgement.said()));
    }
    if (judgement instanceof Judgement.Choice choice) {
      check(choice.right());
      check(choice.said());
    }
    if (judgement instanceof Judgement.Place place) {
      check(place.right());
      check(place.said());
    }
  }

  private void check(String named) {
    if (!options.contains(named)) {
      throw new AnalysisException(
          "the answers name '%s', which the study does not have; expected one of %s"
              .formatted(named, String.join(", ", options)));
    }
  }
}
