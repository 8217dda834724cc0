package org.xaistudy.server.bundle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/**
 * Whether this server still runs the newest version of every study. Where another replica has been
 * started with other files, people who come here would be shown what nobody shows any more.
 */
@Readiness
@ApplicationScoped
class SameFiles implements HealthCheck {
  private final Studies studies;

  SameFiles(Studies studies) {
    this.studies = studies;
  }

  @Override
  @Transactional
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder check = HealthCheckResponse.named("same files on all replicas").up();
    for (OpenStudy study : studies.all()) {
      StudyVersion newest = StudyVersion.newest(study.id()).orElse(null);
      if (newest == null || newest.id != study.version() || !isNewest(study)) {
        check.down().withData(study.id(), reason(study, newest));
      }
    }
    return check.build();
  }

  /** Texts may have been corrected within the version. */
  private static boolean isNewest(OpenStudy study) {
    return StudyEdition.count(
            "versionId = ?1 and editionNumber > ?2", study.version(), study.edition())
        == 0;
  }

  private static String reason(OpenStudy study, @Nullable StudyVersion newest) {
    return "this server opened version %d, but a server with other files has opened %s since; start it again with the same files"
        .formatted(
            study.number(),
            newest == null ? "another database" : "version " + newest.versionNumber);
  }
}
