package org.xaistudy.server.bundle;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
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

  static Optional<StudyVersion> newest(String study) {
    return find("study = ?1 order by versionNumber desc", study).firstResultOptional();
  }

  /** From now on an edit of the files makes a new version. */
  public void freeze(Instant now) {
    if (frozenAt == null) {
      frozenAt = now;
    }
  }
}
