package org.xaistudy.server.trial;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The one answer to a trial; written once, never changed. */
@Entity
@SuppressWarnings("NullAway.Init") // the database fills it in
public class Answer extends PanacheEntityBase {
  @Id Long trialId;
  boolean saidYes;
  int confidence;
  int clarity;
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
    this.saidYes = judgement.yes();
    this.confidence = judgement.confidence();
    this.clarity = judgement.clarity();
    this.responseTimeMs =
        trial.shownAt == null ? 0 : Duration.between(trial.shownAt, now).toMillis();
    this.answeredAt = now;
    this.editionNumber = edition;
    this.firstInteractionMs = boxed(behaviour.firstInteractionMs());
    this.submittedMs = boxed(behaviour.submittedMs());
    this.focusLosses = boxed(behaviour.focusLosses());
    this.zooms = boxed(behaviour.zooms());
  }

  boolean isAsAsked(Trial trial) {
    return trial.asked().filter(new Judgement(saidYes, confidence, clarity)::equals).isPresent();
  }

  private static @Nullable Integer boxed(OptionalInt value) {
    return value.isPresent() ? value.getAsInt() : null;
  }

  /** Whether the person said yes. */
  public boolean saidYes() {
    return saidYes;
  }
}
