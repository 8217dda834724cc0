package org.xaistudy.studies;

import java.util.ArrayList;
import java.util.List;
import org.xaistudy.studies.document.Document;
import org.xaistudy.studies.document.Problem;

/** Whether every text that participants read is there in every language of the study. */
final class Translations {
  private final Study study;
  private final Document document;
  private final List<Problem> problems = new ArrayList<>();

  Translations(Study study, Document document) {
    this.study = study;
    this.document = document;
  }

  /** Everything that is missing. */
  List<Problem> problems() {
    speaks("/title", study.title());
    if (study.dataset() instanceof DataSet.Folder folder) {
      folder
          .names()
          .forEach(
              (name, text) ->
                  speaks(
                      "/dataset/folder/names/" + name.replace("~", "~0").replace("/", "~1"), text));
    }
    speaks("/questions/decision", study.questions().decision());
    study.questions().confidence().ifPresent(scale -> speaks("/questions/confidence", scale));
    study.questions().clarity().ifPresent(scale -> speaks("/questions/clarity", scale));
    for (int i = 0; i < study.questions().further().size(); i++) {
      FurtherQuestion item = study.questions().further().get(i);
      everyLanguage("/questions/further/" + i, item.question(), item.answer());
    }
    speaks("/consent/text", study.consent().text());
    if (study.dataset() instanceof DataSet.Given given) {
      given
          .names()
          .forEach(
              (name, text) ->
                  speaks(
                      "/dataset/given/names/" + name.replace("~", "~0").replace("/", "~1"), text));
    }
    study.words().forEach((name, text) -> speaks("/words/" + name, text));
    study
        .artefact()
        .ifPresent(
            artefact ->
                artefact
                    .words()
                    .forEach(
                        (name, text) ->
                            speaks("/artefact/" + artefact.kind() + "/words/" + name, text)));
    for (int i = 0; i < study.methods().size(); i++) {
      if (study.methods().get(i) instanceof Method.Given given) {
        String at = "/methods/" + i + "/given/reading";
        given.reading().ifPresent(text -> speaks(at, text));
      } else if (study.methods().get(i) instanceof Method.Crp crp) {
        String at = "/methods/" + i + "/crp/names";
        crp.names().ifPresent(names -> everyLanguage(at, names));
      }
    }
    study.debrief().ifPresent(text -> speaks("/debrief", text));
    study.comprehension().ifPresent(check -> everyLanguage(check));
    for (int i = 0; i < study.questionnaire().size(); i++) {
      Questionnaire item = study.questionnaire().get(i);
      everyLanguage("/questionnaire/" + i, item.question(), item.answer());
    }
    return problems;
  }

  private void everyLanguage(String pointer, Method.Names names) {
    names.artefact().forEach((channel, name) -> speaks(pointer + "/artefact/" + channel, name));
    names.model().forEach((channel, name) -> speaks(pointer + "/model/" + channel, name));
    names.clean().forEach((channel, name) -> speaks(pointer + "/clean/" + channel, name));
  }

  private void everyLanguage(Comprehension check) {
    for (int i = 0; i < check.questions().size(); i++) {
      String pointer = "/comprehension/questions/" + i;
      Comprehension.Question question = check.questions().get(i);
      speaks(pointer + "/question", question.question());
      for (int k = 0; k < question.answers().size(); k++) {
        speaks(pointer + "/answers/" + k + "/text", question.answers().get(k).text());
      }
    }
  }

  private void everyLanguage(String pointer, Text question, Questionnaire.Kind answer) {
    speaks(pointer + "/question", question);
    if (answer instanceof Questionnaire.Scale scale) {
      speaks(pointer + "/answer/scale/low", scale.low());
      speaks(pointer + "/answer/scale/high", scale.high());
    }
    if (answer instanceof Questionnaire.Choice choice) {
      for (int k = 0; k < choice.options().size(); k++) {
        speaks(pointer + "/answer/choice/options/" + k + "/text", choice.options().get(k).text());
      }
    }
  }

  private void speaks(String pointer, Study.Scale scale) {
    speaks(pointer + "/question", scale.question());
    speaks(pointer + "/low", scale.low());
    speaks(pointer + "/high", scale.high());
  }

  private void speaks(String pointer, Text text) {
    for (String language : study.languages()) {
      if (!text.speaks(language)) {
        problems.add(
            document.problem(pointer, "no text in '" + language + "', a language of this study"));
      }
    }
  }
}
