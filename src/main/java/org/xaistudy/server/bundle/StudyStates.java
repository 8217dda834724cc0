package org.xaistudy.server.bundle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks the database where studies are in their lives: another replica may have changed it. */
@ApplicationScoped
public class StudyStates {
  /** The state of the version that this server runs. */
  @Transactional
  public StudyState of(OpenStudy study) {
    return StudyVersion.find("id", study.version())
        .project(StateOnly.class)
        .<StateOnly>firstResultOptional()
        .map(StateOnly::state)
        .orElse(StudyState.CLOSED); // replaced by a server with other files
  }

  /** Which of these versions were pilots that are over. */
  @Transactional
  Set<Long> pastPilots(Collection<Long> versions) {
    return versions.isEmpty()
        ? Set.of()
        : StudyVersion.<StudyVersion>list("pilot = true and id in ?1", versions).stream()
            .filter(StudyVersion::isPastPilot)
            .map(version -> version.id)
            .collect(Collectors.toSet());
  }

  /**
   * One column.
   *
   * @param state of a version
   */
  record StateOnly(StudyState state) {}
}
