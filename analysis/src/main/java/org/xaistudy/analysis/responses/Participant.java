package org.xaistudy.analysis.responses;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/**
 * One person with all their answers: the unit that was drawn by chance, and so the unit of
 * analysis.
 *
 * @param id pseudonym
 * @param method id of the one method that this person saw; empty where they judged with several
 * @param answers at least one, in the order of the file
 * @param completed whether the person finished
 * @param excluded why the person does not count; empty for those who do
 * @param source where the person came from
 * @param version of the study that the person saw; {@value #UNKNOWN_VERSION} where the file does
 *     not tell
 */
public record Participant(
    String id,
    String method,
    List<Answer> answers,
    boolean completed,
    String excluded,
    Source source,
    int version) {
  /** Stands for a version that the file does not tell. */
  public static final int UNKNOWN_VERSION = 0;

  /** Copies the list. */
  public Participant {
    answers = List.copyOf(answers);
  }

  /** The same person with each judgement read in another way. */
  public Participant judged(UnaryOperator<Judgement> reading) {
    List<Answer> read = answers.stream().map(answer -> answer.judged(reading)).toList();
    return new Participant(id, method, read, completed, excluded, source, version);
  }

  /** The ids of the methods with which this person judged, in the order of the first answer. */
  public List<String> methods() {
    return method.isEmpty()
        ? answers.stream().map(Answer::method).distinct().toList()
        : List.of(method);
  }

  /**
   * The same person as far as they judged with one of their methods: whoever has one only stays as
   * they are.
   */
  Participant with(String one) {
    if (method.equals(one)) {
      return this;
    }
    List<Answer> given = answers.stream().filter(answer -> answer.method().equals(one)).toList();
    return new Participant(id, one, given, completed, excluded, source, version);
  }

  /** A measure over those of this person's answers that have it; empty where none has. */
  public OptionalDouble mean(Measure measure) {
    return measure.over(answers.stream());
  }
}
