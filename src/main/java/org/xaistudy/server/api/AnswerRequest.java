package org.xaistudy.server.api;

import org.xaistudy.server.trial.Judgement;

/**
 * An answer.
 *
 * @param answer to what the study asks: {@code yes} or {@code no}
 * @param confidence how sure, 0–9
 * @param clarity how clear the explanation was, 0–9
 */
public record AnswerRequest(String answer, Integer confidence, Integer clarity) {
  /** As it is sent. */
  public static AnswerRequest of(Judgement judgement) {
    return new AnswerRequest(judgement.answer(), judgement.confidence(), judgement.clarity());
  }

  Judgement judgement() {
    boolean said = "yes".equals(answer) || "no".equals(answer);
    if (!said || confidence == null || clarity == null) {
      throw ProblemDetail.unprocessable(
          "expected answer (\"yes\" or \"no\"), confidence and clarity (0 to 9)");
    }
    try {
      return new Judgement(answer.equals("yes"), confidence, clarity);
    } catch (IllegalArgumentException e) {
      throw ProblemDetail.unprocessable("confidence and clarity: " + e.getMessage());
    }
  }
}
