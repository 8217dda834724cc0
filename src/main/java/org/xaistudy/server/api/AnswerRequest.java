package org.xaistudy.server.api;

import org.xaistudy.server.trial.Judgement;

/**
 * An answer.
 *
 * @param used whether the artefact influences the prediction
 * @param confidence how sure, 0–9
 * @param clarity how clear the explanation was, 0–9
 */
public record AnswerRequest(Boolean used, Integer confidence, Integer clarity) {
  Judgement judgement() {
    if (used == null || confidence == null || clarity == null) {
      throw ProblemDetail.unprocessable(
          "expected used (true or false), confidence and clarity (0 to 9)");
    }
    try {
      return new Judgement(used, confidence, clarity);
    } catch (IllegalArgumentException e) {
      throw ProblemDetail.unprocessable("confidence and clarity: " + e.getMessage());
    }
  }
}
