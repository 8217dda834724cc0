package org.xaistudy.server.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.xaistudy.server.environment.Tokens;
import org.xaistudy.server.recruitment.PersonalLinks;
import org.xaistudy.studies.document.Sha256;
import org.xaistudy.studies.manifest.StimulusBundle;

/**
 * Finds the version under which a study's answers are kept. Edits before the first real participant
 * change the version in place and drop its previews. Later ones make a new version if judgements
 * may depend on them, and else a new edition of the same one. After a pilot the same files make a
 * new version.
 */
@ApplicationScoped
class VersionRegister {
  private final StudiesConfig config;
  private final Tokens tokens;
  private final Clock clock;

  VersionRegister(StudiesConfig config, Tokens tokens, Clock clock) {
    this.config = config;
    this.tokens = tokens;
    this.clock = clock;
  }

  @Transactional
  OpenStudy enter(StimulusBundle bundle) {
    String id = bundle.study().study().id();
    StudyRow study = locked(id);
    String design =
        Sha256.of((bundle.study().designSha256() + bundle.shownSha256()).getBytes(UTF_8));
    Optional<StudyVersion> latest = StudyVersion.newest(id);
    StudyVersion version =
        latest
            .filter(found -> isOf(found, bundle, design) && !found.isPastPilot())
            .orElseGet(() -> next(id, latest, bundle));
    version.designSha256 = design;
    if (version.drawSecret == null) { // of a version from before there were secrets
      version.drawSecret = tokens.secret();
    }
    return new OpenStudy(
        bundle,
        version.id,
        version.versionNumber,
        edition(version, bundle).editionNumber,
        version.drawSecret,
        study.previewKey,
        new PersonalLinks(id, study.invitationKey));
  }

  /** A version from before designs were told apart from texts is known by its files. */
  private static boolean isOf(StudyVersion version, StimulusBundle bundle, String design) {
    return version.designSha256 == null
        ? version.studySha256.equals(bundle.study().sha256())
            && version.stimuliSha256.equals(bundle.document().sha256())
        : version.designSha256.equals(design);
  }

  /** Files that nobody has taken part with yet are replaced; others stay. */
  private StudyEdition edition(StudyVersion version, StimulusBundle bundle) {
    List<StudyEdition> editions = StudyEdition.of(version.id);
    Optional<StudyEdition> last = editions.stream().reduce((earlier, later) -> later);
    if (last.filter(edition -> edition.isOf(bundle)).isPresent()) {
      return last.get();
    }
    boolean frozen = version.frozenAt != null;
    if (!frozen) {
      editions.forEach(VersionRegister::forget);
    }
    KeptFile.keep(bundle.study().document().bytes());
    KeptFile.keep(bundle.document().bytes());
    int number = frozen ? editions.size() + 1 : 1;
    StudyEdition edition = new StudyEdition(version.id, number, bundle, clock.instant());
    edition.persist();
    return edition;
  }

  private static void forget(StudyEdition edition) {
    edition.delete();
    StudyEdition.flush();
    KeptFile.forgetUnlessUsed(edition.studySha256);
    KeptFile.forgetUnlessUsed(edition.manifestSha256);
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

  /** What is edited goes on as it was; but nobody opens again by an edit what was closed. */
  private static StudyState stateAfter(StudyVersion latest) {
    return latest.state == StudyState.CLOSED ? StudyState.DRAFT : latest.state;
  }

  private StudyVersion next(String study, Optional<StudyVersion> latest, StimulusBundle bundle) {
    int number = 1;
    if (latest.isPresent()) {
      boolean frozen = latest.get().frozenAt != null;
      number = latest.get().versionNumber + (frozen ? 1 : 0);
      if (!frozen) {
        StudyEdition.of(latest.get().id).forEach(VersionRegister::forget);
        latest.get().delete();
        StudyVersion.flush();
      }
    }
    StudyVersion version = new StudyVersion();
    version.study = study;
    version.versionNumber = number;
    version.studySha256 = bundle.study().sha256();
    version.stimuliSha256 = bundle.document().sha256();
    version.drawSecret = tokens.secret();
    version.become(latest.map(VersionRegister::stateAfter).orElse(config.newStudy().state()));
    version.persist();
    return version;
  }
}
