package org.xaistudy.server.bundle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.xaistudy.studies.Study;
import org.xaistudy.studies.StudyFile;
import org.xaistudy.studies.document.Document;
import org.xaistudy.studies.manifest.StimulusBundle;

/** What the database keeps of studies, whether this server runs them or not. */
@ApplicationScoped
public class KeptVersions {
  /** Ids of all studies that somebody took part in. */
  @Transactional
  public List<String> studies() {
    List<StudyVersion> frozen = StudyVersion.list("frozenAt is not null");
    return List.copyOf(new TreeSet<>(frozen.stream().map(version -> version.study).toList()));
  }

  /** All versions of a study whose files are kept, the earliest first. */
  @Transactional
  public List<KeptVersion> of(String study) {
    List<KeptVersion> kept = new ArrayList<>();
    for (StudyVersion version :
        StudyVersion.<StudyVersion>list("study = ?1 order by versionNumber", study)) {
      List<KeptVersion.Edition> editions =
          StudyEdition.of(version.id).stream().map(KeptVersions::read).toList();
      if (!editions.isEmpty()) {
        kept.add(
            new KeptVersion(
                version.id,
                version.versionNumber,
                Optional.ofNullable(version.frozenAt),
                version.pilot,
                version.drawSecret,
                editions));
      }
    }
    return kept;
  }

  /**
   * What people were asked in the versions of a study whose files are kept, the latest first; it is
   * the same in all editions of a version.
   */
  @Transactional
  public List<Study> asked(String study) {
    List<Study> asked = new ArrayList<>();
    for (StudyVersion version :
        StudyVersion.<StudyVersion>list("study = ?1 order by versionNumber desc", study)) {
      StudyEdition.of(version.id).stream()
          .findFirst()
          .map(edition -> content(edition, edition.studySha256))
          .ifPresent(yaml -> asked.add(StudyFile.read(Path.of("study.yaml"), yaml).study()));
    }
    return asked;
  }

  /**
   * The version whose answers count: the newest that somebody took part in, or, where nobody has,
   * the newest.
   */
  @Transactional
  public Optional<KeptVersion> counting(String study) {
    List<KeptVersion> versions = of(study);
    Optional<KeptVersion> frozen =
        versions.stream()
            .filter(version -> version.frozenAt().isPresent())
            .reduce((earlier, later) -> later);
    return frozen.or(() -> versions.stream().reduce((earlier, later) -> later));
  }

  /** A kept file, by its checksum. */
  @Transactional
  public Optional<byte[]> content(String sha256) {
    return KeptFile.content(sha256);
  }

  private static KeptVersion.Edition read(StudyEdition edition) {
    byte[] yaml = content(edition, edition.studySha256);
    byte[] manifest = content(edition, edition.manifestSha256);
    Document document = Document.json(Path.of(StimulusBundle.MANIFEST), manifest);
    return new KeptVersion.Edition(
        edition.editionNumber,
        edition.since,
        StudyFile.read(Path.of("study.yaml"), yaml),
        new KeptVersion.KeptManifest(StimulusBundle.manifest(document), manifest));
  }

  private static byte[] content(StudyEdition edition, String sha256) {
    return KeptFile.content(sha256)
        .orElseThrow(
            () -> new IllegalStateException("edition " + edition.id + " lacks the file " + sha256));
  }
}
