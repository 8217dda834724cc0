package org.xaistudy.server.trial;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The one answer to a trial; written once, never changed. */
@Entity
@SuppressWarnings("NullAway.Init") // the database fills it in
public class Answer extends PanacheEntityBase {
  @Id Long trialId;
  long runId;
  @Nullable String said;
  @Nullable Integer confidence;
  @Nullable Integer clarity;

  @Convert(converter = FurtherAsJson.class)
  Map<String, String> further;

  long responseTimeMs;
  Instant answeredAt;
  @Nullable Integer firstInteractionMs;
  @Nullable Integer submittedMs;
  @Nullable Integer focusLosses;
  @Nullable Integer zooms;
  @Nullable Integer editionNumber;

  Answer() {}

  Answer(Trial trial, Judgement judgement, Behaviour behaviour, int edition, Instant now) {
    this.trialId = trial.id;
    this.runId = trial.runId;
    this.said = judgement.answer().orElse(null);
    this.confidence = judgement.confidence().orElse(null);
    this.clarity = judgement.clarity().orElse(null);
    this.further = judgement.further();
    this.responseTimeMs = trial.shownAt == null ? 0 : millis(trial.shownAt, now);
    this.answeredAt = now;
    this.editionNumber = edition;
    this.firstInteractionMs = boxed(behaviour.firstInteractionMs());
    this.submittedMs = boxed(behaviour.submittedMs());
    this.focusLosses = boxed(behaviour.focusLosses());
    this.zooms = boxed(behaviour.zooms());
  }

  /**
   * From 0, also where the clock was set back meanwhile, to the most that {@code responses.csv} can
   * say, 24 days: one time beyond that would make the whole file unreadable.
   */
  private static long millis(Instant shown, Instant answered) {
    long between = Duration.between(shown, answered).toMillis();
    return Math.min(Math.max(between, 0), Integer.MAX_VALUE);
  }

  boolean isAsAsked(Trial trial) {
    return trial.asked().filter(Judgement.of(said, confidence, clarity)::equals).isPresent();
  }

  private static @Nullable Integer boxed(OptionalInt value) {
    return value.isPresent() ? value.getAsInt() : null;
  }

  /** Which option the person chose; empty where there was none. */
  public Optional<String> said() {
    return Optional.ofNullable(said);
  }
}
