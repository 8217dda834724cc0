package org.xaistudy.studies;

import com.fasterxml.jackson.annotation.JsonCreator;

/**
 * A question about each image besides those that every study can ask: answered as those of the
 * {@link Questionnaire} are.
 *
 * @param id name of its column in {@code responses.csv}, which is {@code q.} and the id
 * @param question what is asked
 * @param required whether it must be answered; unlike in the questionnaire it must unless said
 *     otherwise, as every other question of a trial
 * @param explained whether it is about the explanation, and so not asked where there is none
 * @param answer how it is answered
 */
public record FurtherQuestion(
    String id, Text question, Boolean required, Boolean explained, Questionnaire.Kind answer) {
  /** Fills in what was left out. */
  @JsonCreator
  public FurtherQuestion {
    required = !Boolean.FALSE.equals(required);
    explained = Boolean.TRUE.equals(explained);
  }
}
