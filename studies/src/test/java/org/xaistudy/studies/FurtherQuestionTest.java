package org.xaistudy.studies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xaistudy.studies.document.InvalidFileException;
import org.xaistudy.testing.Shared;

/** Questions of a trial that a study asks besides those that every study can ask. */
class FurtherQuestionTest {
  private static final String FURTHER =
      """
      questions:
        further:
          - id: helped
            question: {en: Did it help, de: Half es}
            explained: true
            answer: {scale: {min: -3, max: 3, low: {en: little, de: wenig}, high: {en: much, de: sehr}}}
          - id: seen
            question: 'What is it?'
            required: false
            answer: {choice: {classes: [robin, owl]}}
          - id: where
            question: 'Where?'
            answer: {choice: {options: [{value: head, text: Head}, {value: tail, text: Tail}]}}
          - id: why
            question: 'Why?'
            answer: {text: {longest: 200}}
      """;

  @TempDir Path folder;

  private Path study(String name, String further) throws IOException {
    String text = Files.readString(Shared.root().resolve("studies/" + name + "/study.yaml"));
    assertThat(text).contains("\nquestions:\n");
    return Files.writeString(
        folder.resolve("study.yaml"), text.replace("\nquestions:\n", "\n" + further));
  }

  @Test
  void areReadInTheirOrder() throws IOException {
    Study study = StudyFile.read(study("border-artefact", FURTHER)).study();
    List<FurtherQuestion> further = study.questions().further();
    assertThat(further)
        .extracting(FurtherQuestion::id)
        .containsExactly("helped", "seen", "where", "why");
    assertThat(further)
        .extracting(FurtherQuestion::required)
        .containsExactly(true, false, true, true);
    assertThat(study.questions().further(false))
        .extracting(FurtherQuestion::id)
        .containsExactly("seen", "where", "why");
    assertThat(study.classesInQuestions())
        .isEqualTo(
            Map.of(
                "/questions/further/1/answer/choice/classes/0", "robin",
                "/questions/further/1/answer/choice/classes/1", "owl"));
    assertThat(study.questions().confidence()).as("as before").isPresent();
  }

  @Test
  void acceptWhatCanBeChosenAndNothingElse() throws IOException {
    List<FurtherQuestion> further =
        StudyFile.read(study("border-artefact", FURTHER)).study().questions().further();
    Questionnaire.Kind scale = further.get(0).answer();
    assertThat(List.of("-3", "0", "3")).allMatch(scale::accepts);
    assertThat(List.of("-4", "4", "+1", "01", "-0", "1.0", "", "−3", "1 "))
        .noneMatch(scale::accepts);
    assertThat(scale.some("")).isEqualTo("0");
    assertThat(new Questionnaire.Scale(1, 7, Text.of(""), Text.of("")).some("")).isEqualTo("4");
    assertThat(new Questionnaire.Scale(0, 9, Text.of(""), Text.of("")).some("")).isEqualTo("5");
    assertThat(further.get(1).answer().accepts("owl")).isTrue();
    assertThat(further.get(1).answer().accepts("wren")).isFalse();
    assertThat(further.get(2).answer().accepts("tail")).isTrue();
    assertThat(further.get(3).answer().accepts("x".repeat(200))).isTrue();
    assertThat(further.get(3).answer().accepts("x".repeat(201))).isFalse();
  }

  /** People are told beforehand how long it takes: here half a minute more for each page. */
  @Test
  void takeTime() throws IOException {
    Study with = StudyFile.read(study("border-artefact", FURTHER)).study();
    Study without = StudyFile.read(Shared.root().resolve("studies/border-artefact")).study();
    int pages =
        with.design().practiceTrials()
            + with.design().count()
            + with.attention().orElseThrow().checks();
    assertThat(with.expectedMinutes() - without.expectedMinutes())
        .isBetween(pages / 2 - 1, pages / 2 + 1);
  }

  /** Who was asked otherwise judged otherwise: the answers must not be mixed. */
  @Test
  void makeANewVersionOfTheStudy() throws IOException {
    String before = StudyFile.read(study("border-artefact", FURTHER)).designSha256();
    String after =
        StudyFile.read(study("border-artefact", FURTHER.replace("max: 3", "max: 4")))
            .designSha256();
    assertThat(after).isNotEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id: seen | id: helped | questions.further[1].id: a second question called 'helped'",
        "id: seen | id: age | questionnaire[0].id: a second question called 'age'",
        "max: 3 | max: -3 | questions.further[0].answer.scale.max: expected 2 to 11 points, from -2"
            + " to 7 with this min; found -3",
        "max: 3 | max: 8 | questions.further[0].answer.scale.max: expected 2 to 11 points",
        "max: 3 | max: 2.5 | questions.further[0].answer.scale.max",
        "de: sehr | fr: Aida | questions.further[0].answer.scale.high: no text in 'de'",
        "de: Half es | fr: Aida | questions.further[0].question: no text in 'de'",
        "classes: [robin, owl] | | questions.further[1].answer.choice",
        "classes: [robin, owl] | classes: [robin] | classes: expected a list of at least 2",
        "value: tail | value: head | questions.further[2].answer.choice.options[1].value: a second"
            + " option 'head' of this question",
        "longest: 200 | longest: 0 | questions.further[3].answer.text.longest: expected at least 1",
        "longest: 200 | shortest: 2 | questions.further[3].answer.text",
        "explained: true | explain: true"
            + " | questions.further[0].explain: unknown key; did you mean 'explained'?",
      })
  void saysWhatIsWrongAndWhere(String right, String wrong, String message) throws IOException {
    assertThat(FURTHER).contains(right);
    Path file = study("border-artefact", FURTHER.replace(right, wrong == null ? "" : wrong));
    assertThatThrownBy(() -> StudyFile.read(file))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining(message)
        .hasMessageContaining(file + ":");
  }

  @Test
  void longTextsTogetherAreRefusedBecauseTheServerWould() throws IOException {
    String text = "    - {id: w%d, question: W, answer: {text: {longest: 2000}}}\n";
    StringBuilder further = new StringBuilder("questions:\n  further:\n");
    for (int i = 0; i < 4; i++) {
      further.append(text.formatted(i));
    }
    Path file = study("border-artefact", further.toString());
    assertThatThrownBy(() -> StudyFile.read(file))
        .hasMessageContaining("questions.further: expected texts of at most 6,000 characters");
  }

  @Test
  void nothingAboutExplanationsWherePicturesAreJudgedAlone() throws IOException {
    Path file = study("birds-forward-simulation", FURTHER);
    assertThatThrownBy(() -> StudyFile.read(file))
        .hasMessageContaining(
            "questions.further[0].explained: leave it out: in the task forward-simulation");
  }

  /** One kind of answer serves the questionnaire too. */
  @Test
  void theQuestionnaireHasScalesToo() throws IOException {
    String text =
        Files.readString(Shared.root().resolve("studies/border-artefact/study.yaml"))
            .replace(
                "answer: {text: {longest: 1000}}",
                "answer: {scale: {min: 1, max: 7, low: little, high: much}}");
    Path file = Files.writeString(folder.resolve("study.yaml"), text);
    assertThat(StudyFile.read(file).study().questionnaire())
        .extracting(Questionnaire::answer)
        .contains(new Questionnaire.Scale(1, 7, Text.of("little"), Text.of("much")));
    Files.writeString(file, text.replace("max: 7", "max: 17"));
    assertThatThrownBy(() -> StudyFile.read(file))
        .hasMessageContaining("questionnaire[2].answer.scale.max: expected 2 to 11 points");
  }

  private static final String CONFIDENCE =
      "(?s)\\n  confidence:\\n    question:\\n.*?\\n    low:[^\\n]*\\n    high:[^\\n]*";

  private Path graded(String name, boolean confidence) throws IOException {
    String text =
        Files.readString(Shared.root().resolve("studies/" + name + "/study.yaml"))
            .replaceFirst("\nquestions:\n", "\nquestions:\n  graded: true\n");
    String bare = text.replaceFirst(CONFIDENCE, "");
    assertThat(bare).hasSizeLessThan(text.length());
    return Files.writeString(folder.resolve("study.yaml"), confidence ? text : bare);
  }

  @Test
  void aDecisionOfFourSaysHowSurePeopleAre() throws IOException {
    Study study = StudyFile.read(graded("birds-correctness", false)).study();
    assertThat(study.questions().graded()).isTrue();
    assertThat(study.options()).as("as they are stored").containsExactly("yes", "no");
    TaskWords words = TaskWords.of(study, "de");
    assertThat(Grade.all().stream().map(words::of))
        .containsExactly("Sicher ja", "Eher ja", "Eher nein", "Sicher nein");
    assertThat(Grade.named("sure-no")).contains(Grade.SURE_NO);
    assertThat(Grade.of("yes", 0)).contains(Grade.RATHER_YES);
    assertThat(Grade.of("yes", 2)).isEmpty();
    for (String language : List.of("en", "fr")) {
      TaskWords spoken =
          TaskWords.of(
              StudyFile.read(Shared.root().resolve("studies/border-artefact")).study(), language);
      assertThat(Grade.all().stream().map(spoken::of))
          .doesNotHaveDuplicates()
          .noneMatch(String::isBlank);
    }
  }

  @Test
  void aDecisionOfFourLeavesNoQuestionOfConfidence() throws IOException {
    assertThatThrownBy(() -> StudyFile.read(graded("birds-correctness", true)))
        .hasMessageContaining(
            "questions.confidence: leave it out: with graded: true the decision says how sure");
    assertThatThrownBy(() -> StudyFile.read(graded("birds-distinction", false)))
        .hasMessageContaining(
            "questions.graded: leave it out: the answers of the task distinction are no yes and no");
  }
}
