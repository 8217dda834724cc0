package org.xaistudy.server.api;

import java.util.List;
import java.util.Map;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.participation.Progress;
import org.xaistudy.studies.Study;
import org.xaistudy.studies.Text;

/**
 * What a front end needs to know of a study before anything starts.
 *
 * @param id of the study
 * @param version counted from 1
 * @param languages codes
 * @param title per language
 * @param practiceTrials trials before those that count
 * @param trials trials that count
 * @param consentVersion to be repeated when enrolling
 * @param consent per language; paragraphs are separated by empty lines
 * @param decision the yes/no question, per language
 * @param confidence the first scale
 * @param clarity the second scale
 */
public record StudyView(
    String id,
    int version,
    List<String> languages,
    Map<String, String> title,
    int practiceTrials,
    int trials,
    int consentVersion,
    Map<String, String> consent,
    Map<String, String> decision,
    Scale confidence,
    Scale clarity) {
  /**
   * A scale from 0 to 9, each text per language.
   *
   * @param question what is asked
   * @param low what 0 means
   * @param high what 9 means
   */
  public record Scale(
      Map<String, String> question, Map<String, String> low, Map<String, String> high) {}

  static StudyView of(OpenStudy open) {
    Study study = open.study();
    Progress progress = Progress.of(open);
    return new StudyView(
        study.id(),
        open.number(),
        study.languages(),
        spoken(study, study.title()),
        progress.practice(),
        progress.trials(),
        study.consent().version(),
        spoken(study, study.consent().text()),
        spoken(study, study.questions().decision()),
        scale(study, study.questions().confidence()),
        scale(study, study.questions().clarity()));
  }

  private static Scale scale(Study study, Study.Scale scale) {
    return new Scale(
        spoken(study, scale.question()), spoken(study, scale.low()), spoken(study, scale.high()));
  }

  private static Map<String, String> spoken(Study study, Text text) {
    Map<String, String> texts = new java.util.LinkedHashMap<>();
    study.languages().forEach(language -> texts.put(language, text.in(language)));
    return texts;
  }
}
