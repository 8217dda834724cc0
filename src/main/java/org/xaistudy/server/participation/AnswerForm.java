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

  /** What was chosen; what was not, or cannot be, is empty. */
  Judgement judgement() {
    return new Judgement(
        Optional.ofNullable(answer).filter(value -> !value.isEmpty()),
        onScale(confidence),
        onScale(clarity));
  }

  /** The same form, shown again because something is missing. */
  AnswerForm incomplete() {
    sent = true;
    return this;
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

  /** What was chosen on a scale; null where nothing was. */
  @Nullable String chosen(String scale) {
    return scale.equals("confidence") ? confidence : clarity;
  }

  /** Whether it was sent and found wanting. */
  public boolean isIncomplete() {
    return sent;
  }

  /** The option that was chosen, or what else was sent. */
  public String getAnswer() {
    return answer == null ? "" : answer;
  }

  private static Optional<Integer> onScale(@Nullable String value) {
    return Optional.ofNullable(value).filter(text -> text.matches(ON_SCALE)).map(Integer::valueOf);
  }
}
