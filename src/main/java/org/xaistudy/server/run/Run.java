package org.xaistudy.server.run;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.xaistudy.server.assignment.Occupant;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.environment.Tokens;
import org.xaistudy.server.recruitment.Referral;
import org.xaistudy.server.recruitment.Source;
import org.xaistudy.studies.Recruitment.Outcome;

/** One person's way through one study. */
@Entity
@SuppressWarnings("NullAway.Init") // the database fills it in
public class Run extends PanacheEntityBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  long versionId;
  String method;

  @Enumerated(EnumType.STRING)
  Source source;

  String token;
  String arrival;
  String pseudonym;
  String completionCode;
  String language;
  int consentVersion;
  Instant consentedAt;
  @Nullable Instant instructedAt;
  @Nullable Instant completedAt;
  @Nullable Instant deviceCheckedAt;
  @Nullable Integer viewportWidth;
  @Nullable Integer viewportHeight;
  int comprehensionTries;

  @Enumerated(EnumType.STRING)
  Colours colours = Colours.RED_BLUE;

  @Nullable Instant comprehendedAt;
  @Nullable Instant reportedAt;
  @Nullable Instant questionedAt;

  @Enumerated(EnumType.STRING)
  @Nullable Outcome ended;

  @Nullable Instant endedAt;
  String study;
  @Nullable String person;
  @Nullable String reference;
  @Nullable String submitTo;
  @Nullable Instant unlinkedAt;
  @Nullable Integer editionNumber;
  @Nullable String device;
  int furtherMethods;

  Run() {}

  /** The run of someone who has just agreed; what is drawn by chance is set by {@link Runs}. */
  Run(OpenStudy study, String arm, Newcomer newcomer, Instant now) {
    this.versionId = study.version();
    this.study = study.id();
    this.method = arm;
    this.source = newcomer.referral().source();
    this.arrival = newcomer.arrival();
    this.language = newcomer.language().toLanguageTag();
    this.person = newcomer.person().orElse(null);
    this.device = newcomer.device().orElse(null);
    this.reference = newcomer.referral().reference().orElse(null);
    this.submitTo = newcomer.referral().submitTo().orElse(null);
    this.consentVersion = study.study().consent().version();
    this.consentedAt = now;
    this.editionNumber = study.edition();
  }

  /** Row of the run. */
  public long id() {
    return id;
  }

  /** Id of the study. */
  public String study() {
    return study;
  }

  /** Row of the study's version. */
  public long version() {
    return versionId;
  }

  /** Id of the arm: a method, or an order of all of them. */
  public String arm() {
    return method;
  }

  /** Unguessable name of the run in links. */
  public String token() {
    return token;
  }

  /** The name under which answers are published. */
  public String pseudonym() {
    return pseudonym;
  }

  /** When the person agreed. */
  public Instant consentedAt() {
    return consentedAt;
  }

  /** When everything was answered and counted; empty before. */
  public Optional<Instant> completedAt() {
    return Optional.ofNullable(completedAt);
  }

  /** What the person shows to be paid; only for those who are done. */
  public String completionCode() {
    return completionCode;
  }

  /** The language the person reads. */
  public Locale language() {
    return Locale.forLanguageTag(language);
  }

  /** Who sent the person; the platform's id of the person is not kept. */
  public Referral referral() {
    return new Referral(
        source, Optional.empty(), Optional.ofNullable(reference), Optional.ofNullable(submitTo));
  }

  /** Whether this is a person who counts; previews and simulated people never do. */
  public boolean isReal() {
    return source.isReal();
  }

  /** Whether the instructions were read. */
  public boolean isInstructed() {
    return instructedAt != null;
  }

  /** How many further methods the person has read about, where each judges with all. */
  int furtherMethods() {
    return furtherMethods;
  }

  /** Notes that the instructions of one more method were read. */
  void instructedFurther() {
    furtherMethods++;
  }

  /** Whether everything was answered and counted. */
  public boolean isCompleted() {
    return completedAt != null;
  }

  /** In which colours heat maps are shown. */
  public Colours colours() {
    return colours;
  }

  /** Shows heat maps in these colours from now on. */
  void see(Colours wanted) {
    colours = wanted;
  }

  /** Whether the window was found to be large enough. */
  public boolean isDeviceChecked() {
    return deviceCheckedAt != null;
  }

  /** Whether the questions about the instructions were answered rightly. */
  public boolean isComprehended() {
    return comprehendedAt != null;
  }

  /** How often the questions about the instructions were answered. */
  public int comprehensionTries() {
    return comprehensionTries;
  }

  /** Whether the questions before the first trial were answered. */
  public boolean isReported() {
    return reportedAt != null;
  }

  /** Whether the questionnaire was sent. */
  public boolean isQuestioned() {
    return questionedAt != null;
  }

  /** Why the run was ended before its last trial; empty if it was not. */
  public Optional<Outcome> ended() {
    return Optional.ofNullable(ended);
  }

  /** The run as the holder of a place. */
  public Occupant occupant() {
    return new Occupant(id, pseudonym);
  }

  /** Whether there is nothing left to judge: everything is counted, or the run was ended. */
  boolean isOver() {
    return completedAt != null || ended != null;
  }

  /** Notes that the instructions were read. */
  void instructed(Instant now) {
    if (instructedAt == null) {
      instructedAt = now;
    }
  }

  /**
   * Notes that the window is large enough.
   *
   * @param width in CSS pixels, if known
   * @param height in CSS pixels, if known
   */
  void deviceChecked(OptionalInt width, OptionalInt height, Instant now) {
    deviceCheckedAt = now;
    viewportWidth = width.isPresent() ? width.getAsInt() : null;
    viewportHeight = height.isPresent() ? height.getAsInt() : null;
  }

  /**
   * Notes a try at the questions about the instructions; after a wrong one the instructions are
   * read again.
   */
  void tried(boolean right, Instant now) {
    comprehensionTries++;
    if (right) {
      comprehendedAt = now;
    } else {
      instructedAt = null;
    }
  }

  /** Notes that the questions before the first trial were answered. */
  void reported(Instant now) {
    reportedAt = now;
  }

  /** Notes that the questionnaire was sent. */
  void questioned(Instant now) {
    questionedAt = now;
  }

  /** Ends the run before its last trial. */
  void end(Outcome outcome, Instant now) {
    ended = outcome;
    endedAt = now;
  }

  /**
   * Erases what leads from a platform's person, a link or a code to this run. From now on nobody
   * finds it but by its pseudonym.
   */
  void unlink(Tokens tokens, Instant now) {
    person = null;
    device = null;
    reference = null;
    submitTo = null;
    arrival = tokens.secret();
    token = tokens.secret();
    completionCode = tokens.readable(completionCode.length());
    unlinkedAt = now;
  }

  /** Notes that everything was answered. */
  void completed(Instant now) {
    completedAt = now;
  }
}
