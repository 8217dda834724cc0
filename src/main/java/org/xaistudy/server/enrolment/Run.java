package org.xaistudy.server.enrolment;

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
import org.xaistudy.server.assignment.Occupant;
import org.xaistudy.server.recruitment.Referral;
import org.xaistudy.server.recruitment.Source;

/** One person's way through one study. */
@Entity
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
  long seed;
  int consentVersion;
  Instant consentedAt;
  Instant instructedAt;
  Instant completedAt;
  String study;
  String person;
  String reference;
  String submitTo;

  /** Row of the run. */
  public long id() {
    return id;
  }

  /** Row of the study's version. */
  public long version() {
    return versionId;
  }

  /** Id of the method. */
  public String method() {
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

  /** Whether this is a researcher's look, which never counts. */
  public boolean isPreview() {
    return source == Source.PREVIEW;
  }

  /** Whether the instructions were read. */
  public boolean isInstructed() {
    return instructedAt != null;
  }

  /** Whether everything was answered and counted. */
  public boolean isCompleted() {
    return completedAt != null;
  }

  /** The run as the holder of a place. */
  public Occupant occupant() {
    return new Occupant(id, pseudonym);
  }

  /** Notes that the instructions were read. */
  public void instructed(Instant now) {
    if (instructedAt == null) {
      instructedAt = now;
    }
  }

  /** Notes that everything was answered. */
  public void completed(Instant now) {
    completedAt = now;
  }
}
