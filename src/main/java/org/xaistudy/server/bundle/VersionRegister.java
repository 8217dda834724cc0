package org.xaistudy.server.bundle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.xaistudy.server.environment.Tokens;
import org.xaistudy.server.recruitment.PersonalLinks;
import org.xaistudy.studies.manifest.StimulusBundle;

/**
 * Finds the version under which a study's answers are kept. Edits before the first real participant
 * change the version in place and drop its previews; later ones make a new version.
 */
@ApplicationScoped
class VersionRegister {
  private final Tokens tokens;

  VersionRegister(Tokens tokens) {
    this.tokens = tokens;
  }

  @Transactional
  OpenStudy enter(StimulusBundle bundle) {
    String id = bundle.study().study().id();
    StudyRow study = locked(id);
    String yaml = bundle.study().sha256();
    String stimuli = bundle.document().sha256();
    Optional<StudyVersion> latest = StudyVersion.newest(id);
    StudyVersion version =
        latest
            .filter(v -> v.studySha256.equals(yaml) && v.stimuliSha256.equals(stimuli))
            .orElseGet(() -> next(id, latest, yaml, stimuli));
    return new OpenStudy(
        bundle,
        version.id,
        version.versionNumber,
        study.previewKey,
        new PersonalLinks(id, study.invitationKey));
  }

  /** The lock makes several replicas that start at once agree on one version. */
  private StudyRow locked(String id) {
    StudyRow.getEntityManager()
        .createNativeQuery(
            "insert into study (id, preview_key) values (:id, :key) on conflict do nothing")
        .setParameter("id", id)
        .setParameter("key", tokens.secret())
        .executeUpdate();
    StudyRow row = StudyRow.findById(id, LockModeType.PESSIMISTIC_WRITE);
    if (row.pseudonymKey == null) {
      row.pseudonymKey = tokens.secret();
    }
    if (row.invitationKey == null) {
      row.invitationKey = tokens.secret();
    }
    return row;
  }

  private StudyVersion next(
      String study, Optional<StudyVersion> latest, String yaml, String stimuli) {
    int number = 1;
    if (latest.isPresent()) {
      boolean frozen = latest.get().frozenAt != null;
      number = latest.get().versionNumber + (frozen ? 1 : 0);
      if (!frozen) {
        latest.get().delete();
        StudyVersion.flush();
      }
    }
    StudyVersion version = new StudyVersion();
    version.study = study;
    version.versionNumber = number;
    version.studySha256 = yaml;
    version.stimuliSha256 = stimuli;
    version.persist();
    return version;
  }
}
