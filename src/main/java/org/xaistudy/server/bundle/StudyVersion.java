package org.xaistudy.server.bundle;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What participants are shown, identified by checksums; frozen at the first real participant. */
@Entity
@Table(name = "study_version")
@SuppressWarnings("NullAway.Init") // the database fills it in
public class StudyVersion extends PanacheEntityBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  String study;
  int versionNumber;
  String studySha256;
  String stimuliSha256;
  String designSha256;
  String drawSecret;
  @Nullable Instant frozenAt;

  @Enumerated(EnumType.STRING)
  StudyState state;

  Integer placesPerArm;
  boolean pilot;

  static Optional<StudyVersion> newest(String study) {
    return find("study = ?1 order by versionNumber desc", study).firstResultOptional();
  }

  /** Where it is in its life. */
  public StudyState state() {
    return state;
  }

  /** Whether a real participant has come. */
  public boolean isFrozen() {
    return frozenAt != null;
  }

  /** From now on it is in this state. What was tried out with people remains a pilot. */
  public void become(StudyState next) {
    pilot = next == StudyState.PILOT || (pilot && next == StudyState.CLOSED);
    state = next;
  }

  /** Whether it was tried out with people, and that is over. */
  boolean isPastPilot() {
    return pilot && state == StudyState.CLOSED;
  }

  /**
   * Places per arm.
   *
   * @param design how many the design says, which counts unless there were more later
   */
  public int placesPerArm(int design) {
    return placesPerArm == null ? design : placesPerArm;
  }

  /** From now on each arm has so many places. */
  public void widen(int perArm) {
    placesPerArm = perArm;
  }

  /** From now on an edit of the files makes a new version. */
  public void freeze(Instant now) {
    if (frozenAt == null) {
      frozenAt = now;
    }
  }
}
