package org.xaistudy.server.trial;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xaistudy.studies.manifest.Manifest;

/**
 * One image that one person judges, or one attention check. What is needed to score it is kept with
 * it.
 */
@Entity
@SuppressWarnings("NullAway.Init") // the database fills it in
public class Trial extends PanacheEntityBase {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "trial_seq")
  @SequenceGenerator(name = "trial_seq", sequenceName = "trial_seq", allocationSize = 50)
  Long id;

  long runId;
  int positionInRun;
  String method;

  @Enumerated(EnumType.STRING)
  Kind kind;

  @Nullable String stimulus;
  @Nullable String model;
  @Nullable String rightAnswer;
  @Nullable Integer askedConfidence;
  @Nullable Integer askedClarity;
  @Nullable Instant shownAt;

  Trial() {}

  /**
   * A picture.
   *
   * @param rightAnswer which option is right; empty where none is
   */
  Trial(
      long runId,
      int position,
      String method,
      Kind kind,
      Manifest.Stimulus stimulus,
      Optional<String> rightAnswer) {
    this.runId = runId;
    this.positionInRun = position;
    this.method = method;
    this.kind = kind;
    this.stimulus = stimulus.id();
    this.model = stimulus.model().written();
    this.rightAnswer = rightAnswer.orElse(null);
  }

  /** An attention check that asks for these choices. */
  Trial(long runId, int position, String method, Judgement asked) {
    this.runId = runId;
    this.positionInRun = position;
    this.method = method;
    this.kind = Kind.ATTENTION;
    this.rightAnswer = asked.answer().orElse(null);
    this.askedConfidence = asked.confidence().orElse(null);
    this.askedClarity = asked.clarity().orElse(null);
  }

  /** Position in the order of all trials of the run, everything included, from 1. */
  public int position() {
    return positionInRun;
  }

  /** Id of the method with which the person judges at that time. */
  public String method() {
    return method;
  }

  /** What it is for. */
  public Kind kind() {
    return kind;
  }

  /** Id of the stimulus; empty in an attention check. */
  public Optional<String> stimulus() {
    return Optional.ofNullable(stimulus);
  }

  /** What an attention check asks to choose; empty in other trials. */
  public Optional<Judgement> asked() {
    return kind == Kind.ATTENTION
        ? Optional.of(Judgement.of(rightAnswer, askedConfidence, askedClarity))
        : Optional.empty();
  }

  /** The truth: which option is right; in an attention check, which it asks to choose. */
  public Optional<String> rightAnswer() {
    return Optional.ofNullable(rightAnswer);
  }

  void shown(Instant now) {
    if (shownAt == null) {
      shownAt = now;
    }
  }
}
