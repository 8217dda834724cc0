package org.xaistudy.server.bundle;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.xaistudy.studies.manifest.StimulusBundle;

/**
 * The files of a version as they were from some time on. Within a version only what people's
 * judgements do not depend on differs: texts around the questions, and the plan of the analysis.
 */
@Entity
@Table(name = "study_edition")
@SuppressWarnings("NullAway.Init") // the database fills it in
class StudyEdition extends PanacheEntityBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  long versionId;
  int editionNumber;
  String studySha256;
  String manifestSha256;
  Instant since;

  StudyEdition() {}

  StudyEdition(long versionId, int editionNumber, StimulusBundle bundle, Instant since) {
    this.versionId = versionId;
    this.editionNumber = editionNumber;
    this.studySha256 = bundle.study().sha256();
    this.manifestSha256 = bundle.document().sha256();
    this.since = since;
  }

  /** Of a version, the earliest first. */
  static List<StudyEdition> of(long version) {
    return list("versionId = ?1 order by editionNumber", version);
  }

  boolean isOf(StimulusBundle bundle) {
    return studySha256.equals(bundle.study().sha256())
        && manifestSha256.equals(bundle.document().sha256());
  }
}
