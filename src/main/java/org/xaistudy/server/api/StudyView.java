package org.xaistudy.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.run.TrialCounts;
import org.xaistudy.studies.Comprehension;
import org.xaistudy.studies.Questionnaire;
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
 * @param flagsSameDevice whether a keyed hash of address, browser and languages is kept to point
 *     out who comes twice; then people must be told before they agree
 * @param device the least window; absent if any will do
 * @param comprehension questions about the instructions, with what can be chosen
 * @param questionnaire what is asked before the first trial and after the last
 * @param trainingTrials explained predictions to learn from
 * @param decision the question of the task, per language
 * @param confidence the first scale; absent if it is not asked
 * @param clarity the second scale; absent if it is not asked
 * @param further what else is asked about each picture
 * @param graded whether the decision is one of four, which say how sure one is too: confidence is 0
 *     or 1 then
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
    boolean flagsSameDevice,
    @JsonInclude(JsonInclude.Include.NON_NULL) Study.@Nullable Device device,
    List<Choice> comprehension,
    List<Item> questionnaire,
    Map<String, String> decision,
    int trainingTrials,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Scale confidence,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Scale clarity,
    List<Further> further,
    boolean graded) {
  /**
   * A scale from 0 to 9, each text per language.
   *
   * @param question what is asked
   * @param low what 0 means
   * @param high what 9 means
   */
  public record Scale(
      Map<String, String> question, Map<String, String> low, Map<String, String> high) {}

  /**
   * A question with one right answer, which is not told.
   *
   * @param question what is asked, per language
   * @param answers what can be chosen, per language
   */
  public record Choice(Map<String, String> question, List<Map<String, String>> answers) {}

  /**
   * A question of the questionnaire.
   *
   * @param id by which it is replied to
   * @param question what is asked, per language
   * @param when before the first trial or after the last
   * @param required whether it must be answered
   * @param answer how it is answered
   */
  public record Item(
      String id,
      Map<String, String> question,
      Questionnaire.When when,
      boolean required,
      Questionnaire.Kind answer) {}

  /**
   * A further question about each picture.
   *
   * @param id by which it is answered
   * @param question what is asked, per language
   * @param required whether it must be answered
   * @param explained whether it is asked only where something is explained
   * @param answer how it is answered
   */
  public record Further(
      String id,
      Map<String, String> question,
      boolean required,
      boolean explained,
      Questionnaire.Kind answer) {}

  static StudyView of(OpenStudy open) {
    Study study = open.study();
    TrialCounts progress = TrialCounts.of(open);
    return new StudyView(
        study.id(),
        open.number(),
        study.languages(),
        spoken(study, study.title()),
        progress.practice(),
        progress.trials(),
        study.consent().version(),
        spoken(study, study.consent().text()),
        study.flagSameDevice(),
        study.device().orElse(null),
        study.comprehension().map(Comprehension::questions).orElse(List.of()).stream()
            .map(question -> choice(study, question))
            .toList(),
        study.questionnaire().stream()
            .map(
                item ->
                    new Item(
                        item.id(),
                        spoken(study, item.question()),
                        item.when(),
                        item.required(),
                        open.named(item.answer())))
            .toList(),
        spoken(study, study.questions().decision()),
        progress.training(),
        study.questions().confidence().map(scale -> scale(study, scale)).orElse(null),
        study.questions().clarity().map(scale -> scale(study, scale)).orElse(null),
        study.questions().further().stream()
            .map(
                item ->
                    new Further(
                        item.id(),
                        spoken(study, item.question()),
                        item.required(),
                        item.explained(),
                        open.named(item.answer())))
            .toList(),
        study.questions().graded());
  }

  private static Choice choice(Study study, Comprehension.Question question) {
    return new Choice(
        spoken(study, question.question()),
        question.answers().stream().map(answer -> spoken(study, answer.text())).toList());
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
