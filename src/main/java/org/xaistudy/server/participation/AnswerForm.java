package org.xaistudy.server.participation;

import jakarta.ws.rs.FormParam;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.xaistudy.server.trial.Behaviour;
import org.xaistudy.server.trial.Judgement;

/** What a browser sends about one image; anything may be missing or wrong. */
class AnswerForm {
  private static final String ON_SCALE = "[0-9]";

  @FormParam("answer")
  @Nullable String answer;

  @FormParam("confidence")
  @Nullable String confidence;

  @FormParam("clarity")
  @Nullable String clarity;

  @FormParam("firstMs")
  @Nullable String firstMs;

  @FormParam("submitMs")
  @Nullable String submitMs;

  @FormParam("focusLosses")
  @Nullable String focusLosses;

  @FormParam("zooms")
  @Nullable String zooms;

  private boolean sent;

  /** A form that nobody has filled in. */
  static AnswerForm empty() {
    return new AnswerForm();
  }

  /** The judgement; empty if the form is not complete. */
  Optional<Judgement> judgement() {
    sent = true;
    boolean decided = "yes".equals(answer) || "no".equals(answer);
    if (!decided || !isOnScale(confidence) || !isOnScale(clarity)) {
      return Optional.empty();
    }
    return Optional.of(
        new Judgement(
            "yes".equals(answer), Integer.parseInt(confidence), Integer.parseInt(clarity)));
  }

  /** What the page noticed; whatever is no number is taken as not noticed. */
  Behaviour behaviour() {
    return new Behaviour(count(firstMs), count(submitMs), count(focusLosses), count(zooms));
  }

  private static OptionalInt count(@Nullable String text) {
    return text != null && text.matches("[0-9]{1,9}")
        ? OptionalInt.of(Integer.parseInt(text))
        : OptionalInt.empty();
  }

  /** Whether it was sent and found wanting. */
  public boolean isIncomplete() {
    return sent;
  }

  /** {@code yes}, {@code no}, or what else was sent. */
  public String getAnswer() {
    return answer == null ? "" : answer;
  }

  private static boolean isOnScale(@Nullable String value) {
    return value != null && value.matches(ON_SCALE);
  }
}
