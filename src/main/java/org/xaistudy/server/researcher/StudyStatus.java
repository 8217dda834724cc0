package org.xaistudy.server.researcher;

import java.util.List;
import org.xaistudy.server.assignment.Arm;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.bundle.StudyState;
import org.xaistudy.studies.Recruitment;

/**
 * How far a study is.
 *
 * @param id of the study
 * @param title in its first language
 * @param version counted from 1
 * @param link for participants
 * @param state where it is in its life
 * @param wanted people per arm
 * @param arms with their preview links
 * @param languages codes
 * @param personal whether people come by links of their own
 */
record StudyStatus(
    String id,
    String title,
    int version,
    String link,
    StudyState state,
    int wanted,
    List<ArmView> arms,
    List<String> languages,
    boolean personal) {
  /**
   * An arm and how to look at it.
   *
   * @param arm how far it is
   * @param preview link
   */
  record ArmView(Arm arm, String preview) {}

  static StudyStatus of(OpenStudy study, List<Arm> arms, StudyState state, Links links) {
    String language = study.study().languages().get(0);
    String link = links.participant(study);
    return new StudyStatus(
        study.id(),
        study.study().title().in(language),
        study.number(),
        link,
        state,
        arms.isEmpty() ? 0 : arms.get(0).completed() + arms.get(0).live() + arms.get(0).free(),
        arms.stream().map(arm -> new ArmView(arm, links.preview(study, arm.method()))).toList(),
        study.study().languages(),
        study.study().recruitment().stream().anyMatch(Recruitment.Personal.class::isInstance));
  }
}
