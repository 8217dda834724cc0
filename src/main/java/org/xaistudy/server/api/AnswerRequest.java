package org.xaistudy.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.xaistudy.server.trial.Inquiry;
import org.xaistudy.server.trial.Judgement;

/**
 * An answer; what is not asked is absent.
 *
 * @param answer to what the study asks: one of the trial's options, such as {@code yes} or {@code
 *     no}
 * @param confidence how sure, 0–9
 * @param clarity how clear the explanation was, 0–9
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AnswerRequest(
    @Nullable String answer, @Nullable Integer confidence, @Nullable Integer clarity) {
  /** As it is sent. */
  public static AnswerRequest of(Judgement judgement) {
    return new AnswerRequest(
        judgement.answer().orElse(null),
        judgement.confidence().orElse(null),
        judgement.clarity().orElse(null));
  }

  Judgement judgement() {
    try {
      return Judgement.of(answer, confidence, clarity);
    } catch (IllegalArgumentException e) {
      throw ProblemDetail.unprocessable("confidence and clarity: " + e.getMessage());
    }
  }

  /** What is to be sent where this is asked. */
  static String expected(Inquiry inquiry) {
    if (inquiry.options().isEmpty()) {
      return "nothing, {}";
    }
    return "answer (%s)%s%s"
        .formatted(
            String.join(", ", inquiry.options()),
            inquiry.confidence() ? ", confidence (0 to 9)" : "",
            inquiry.clarity() ? ", clarity (0 to 9)" : "");
  }
}
