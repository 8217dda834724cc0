package org.xaistudy.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xaistudy.server.trial.Inquiry;
import org.xaistudy.server.trial.Judgement;

/**
 * An answer; what is not asked is absent.
 *
 * @param answer to what the study asks: one of the trial's options, such as {@code yes} or {@code
 *     no}
 * @param confidence how sure, 0–9; 0 or 1 (sure) where the trial is {@code graded}
 * @param clarity how clear the explanation was, 0–9
 * @param further answers to further questions, by their ids; points of a scale are numbers or texts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AnswerRequest(
    @Nullable String answer,
    @Nullable Integer confidence,
    @Nullable Integer clarity,
    @Nullable Map<String, @Nullable String> further) {
  /** As it is sent. */
  public static AnswerRequest of(Judgement judgement) {
    return new AnswerRequest(
        judgement.answer().orElse(null),
        judgement.confidence().orElse(null),
        judgement.clarity().orElse(null),
        judgement.further().isEmpty() ? null : judgement.further());
  }

  Judgement judgement() {
    try {
      return Judgement.of(answer, confidence, clarity).with(said());
    } catch (IllegalArgumentException e) {
      throw ProblemDetail.unprocessable("confidence and clarity: " + e.getMessage());
    }
  }

  /** A program may say that nothing was said. */
  private Map<String, String> said() {
    Map<String, String> said = new LinkedHashMap<>();
    if (further != null) {
      further.forEach((id, text) -> said.put(id, text == null ? "" : text));
    }
    return said;
  }

  /** What is to be sent where this is asked. */
  static String expected(Inquiry inquiry) {
    if (inquiry.options().isEmpty()) {
      return "nothing, {}";
    }
    return "answer (%s)%s%s%s"
        .formatted(
            String.join(", ", inquiry.options()),
            inquiry.confidence()
                ? ", confidence (0 to %d)".formatted(inquiry.mostConfidence())
                : "",
            inquiry.clarity() ? ", clarity (0 to 9)" : "",
            inquiry.further().isEmpty() ? "" : ", further (%s)".formatted(further(inquiry)));
  }

  private static String further(Inquiry inquiry) {
    return inquiry.further().stream()
        .map(
            question ->
                "%s: %s%s"
                    .formatted(
                        question.id(),
                        question.answer().expected(),
                        question.required() ? "" : ", or nothing"))
        .collect(Collectors.joining("; "));
  }
}
