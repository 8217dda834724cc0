package org.xaistudy.server.bundle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

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

  /**
   * One column.
   *
   * @param state of a version
   */
  record StateOnly(StudyState state) {}
}
