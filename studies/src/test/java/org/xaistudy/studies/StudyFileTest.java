package org.xaistudy.studies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xaistudy.studies.document.InvalidFileException;
import org.xaistudy.testing.Shared;

class StudyFileTest {
  private static final Path DEFAULT = Shared.root().resolve("studies/border-artefact/study.yaml");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "border-artefact",
        "birds-correctness",
        "birds-distinction",
        "birds-forward-simulation",
        "birds-recommendation",
        "birds-within",
        "cifar10-border",
        "cifar10-correctness",
        "heartbeats-hum"
      })
  void readsThePublishedStudies(String id) {
    Study study = StudyFile.read(Shared.root().resolve("studies").resolve(id)).study();
    assertThat(study.id()).isEqualTo(id);
    assertThat(study.methods())
        .extracting(Method::id)
        .isEqualTo(
            switch (study.task()) {
              case ARTEFACT_USE ->
                  study.isWithin()
                      ? List.of("crp", "lrp", "gradcam")
                      : List.of("crp", "lrp", "ig", "shap", "gradcam");
              case DISTINCTION -> List.of("crp", "lrp", "gradcam");
              default -> List.of("none", "crp", "lrp", "gradcam");
            });
    assertThat(study.title().in("de")).isNotEqualTo(study.title().in("en"));
  }

  /** Each row breaks the default study in one place: what is replaced, by what, and the message. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "seed: 2023 | sed: 2023 | 5:1: the key 'seed' is missing here (a whole number",
        "seed: 2023 | sed: 2023 | 11:6: sed: unknown key; did you mean 'seed'?",
        "seed: 2023 | seed: twelve | 11:7: seed: expected a whole number, found 'twelve'",
        "participantsPerArm: 25 | participantsPerArm: 0"
            + " | design.participantsPerArm: expected at least 1, found 0",
        "gradcam: {} | grad-cam: {} | methods[4].grad-cam: unknown key; did you mean 'gradcam'?",
        "gradcam: {} | lrp: {composite: epsilon-plus-flat}"
            + " | methods[4]: a second method called 'lrp'; give it an id of its own",
        "composite: epsilon-plus-flat | composite: epsilon"
            + " | composite: expected one of epsilon-plus-flat, found 'epsilon'",
        "samples: 14 | samples: 13 | design.samples: expected at least twice trialsPerModel, 14",
        "reference: crp | reference: cam | analysis.reference: expected the id of a method (crp,",
        "measure: correct | equivalence: {correct: 5}"
            + " | analysis.equivalence.correct: expected at most 1, found 5",
        "measure: correct | equivalence: {confidence: 0}"
            + " | analysis.equivalence.confidence: expected more than 0, found 0",
        "seed: 2023 | id: again | Duplicate field 'id'",
        "languages: [en, de] | languages: [en, nl]"
            + " | languages[1]: expected one of en, de, fr, found 'nl'",
        "{en: completely, de: völlig} | {en: completely}"
            + " | questions.confidence.high: no text in 'de', a language of this study",
        "concepts: 5 | 'concepts: 5\n      names: {clean: {3: {en: spots}}}'"
            + " | methods[0].crp.names.clean[3]: no text in 'de', a language of this study",
        "concepts: 5 | 'concepts: 5\n      names: {clean: {three: spots}}'"
            + " | methods[0].crp.names.clean",
        "correct: true | correct: false | comprehension.questions[0].answers: expected exactly one"
            + " answer with correct: true, found 0",
        "tries: 2 | tries: 0 | comprehension.tries: expected at least 1, found 0",
        "max: 120 | max: 17"
            + " | questionnaire[0].answer.number.max: expected at least min, 18; found 17",
        "id: comments | id: age | questionnaire[2].id: a second question called 'age'",
        "{en: Not at all, de: Gar nicht} | {en: Not at all}"
            + " | questionnaire[1].answer.choice.options[0].text: no text in 'de'",
        "{text: {longest: 1000}} | {words: 9} | questionnaire[2].answer.words: unknown key",
        "format: 1 | format: 2 | format: expected 1, found 2",
        "seed: 2023 | seed: [1 | not valid YAML",
        // What a hurried person writes, and the line that helps.
        "'  birds:' | '\tbirds:' | 14:1: not valid YAML: found character '\\t(TAB)' that cannot",
        "'  birds:' | '\tbirds:' | ; indent with spaces, not with tabs",
        "'    testPerClass' | '      testPerClass'"
            + " | :17:19: not valid YAML: mapping values are not allowed here; a line may have one",
        "'    testPerClass' | '   testPerClass'"
            + " | 17:4: not valid YAML: expected <block end>, but found",
        "en: not clear at all | en: 'not' clear | ; inside { } and [ ], put a text",
        "en: Can you | en: 'Can' you | not valid YAML: expected <block end>, but found '<scalar>'",
        "Can you catch a cheating AI? | no"
            + " | title.en: expected text, found false; 'no' means that in YAML unless it is put",
        "Can you catch a cheating AI? | 2024"
            + " | title.en: expected text, found 2024; put it into quotation marks",
        "de: Erkennen | nl: Erkennen | title.nl: unknown key; known here: en, de",
      })
  void saysWhereAndWhatWouldBeRight(String right, String wrong, String message) throws IOException {
    String text = Files.readString(DEFAULT);
    assertThat(text).contains(right);
    Path file = Files.writeString(folder.resolve("study.yaml"), text.replace(right, wrong));
    assertThatThrownBy(() -> StudyFile.read(file))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining(message)
        .hasMessageContaining(file + ":");
  }

  /** Each row breaks the study of signals, or puts what is made for signals into one of images. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "heartbeats-hum | 'hum:\n    frequency: 50\n    amplitude: 0.15\n    to: 0.3 '"
            + " | 'border:\n    width: 0.1 '"
            + " | artefact.border: expected hum, as the data set is one of signals",
        "heartbeats-hum | to: 0.3 | from: 0.3 | ok",
        "heartbeats-hum | to: 0.3 | {from: 0.5, to: 0.3} | not valid YAML",
        "heartbeats-hum | 'to: 0.3 ' | 'from: 0.3\n    to: 0.2 '"
            + " | artefact.hum: expected from to be less than to",
        "heartbeats-hum | frequency: 50 | frequency: 500 | frequency: expected at most 125",
        "heartbeats-hum | architecture: conv1d-compact | architecture: vgg-compact"
            + " | models.architecture: expected conv1d-compact, as the data set is one of signals",
        "heartbeats-hum | '\nmodels:\n' | '\nmodels:\n  input: {mean: [0, 0, 0], std: [1, 1, 1]}\n'"
            + " | models.input: signals reach the models as they are",
        "heartbeats-hum | length: 384 | size: 384 | dataset.signals.size: unknown key",
        "border-artefact | 'border:\n    width: 0.0446429 '"
            + " | 'hum:\n    frequency: 50\n    amplitude: 0.1 '"
            + " | artefact.hum: goes with signals only; expected border, patch, watermark, tag",
        "border-artefact | architecture: vgg-compact | architecture: conv1d-compact"
            + " | models.architecture: conv1d-compact is for signals; expected vgg-compact",
      })
  void signalsGoWithSignals(String study, String right, String wrong, String message)
      throws IOException {
    Path yaml = Shared.root().resolve("studies").resolve(study).resolve("study.yaml");
    String text = Files.readString(yaml);
    String from = right.replace("\\n", "\n");
    assertThat(text).contains(from);
    Path file =
        Files.writeString(
            folder.resolve("study.yaml"), text.replace(from, wrong.replace("\\n", "\n")));
    if (message.equals("ok")) {
      assertThat(StudyFile.read(file).study().artefact().orElseThrow().kind()).isEqualTo("hum");
      return;
    }
    assertThatThrownBy(() -> StudyFile.read(file))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining(message);
  }

  /** What one task needs and another has not, in a study of either. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "birds-forward-simulation | 'practiceTrials: 0' | 'practiceTrials: 2'"
            + " | expected 0, as the task forward-simulation has a training instead; found 2",
        "birds-forward-simulation | 'classes: [dotted-redcap,' | 'classes: [\"yes\",'"
            + " | 'design.classes[0]: expected another name than yes or no'",
        "birds-forward-simulation | 'order: random' | 'order: fix'"
            + " | expected one of random, fixed, found 'fix'",
        "birds-recommendation | 'when: before' | 'when: first'"
            + " | expected one of before, after, found 'first'",
        "birds-forward-simulation | 'sessions: 3' | 'sessions: 13'"
            + " | expected at most one session a trial, 12; found 13",
        "birds-forward-simulation | '  trialsPerClass: 3' | '  # nothing'"
            + " | the key 'trialsPerClass' is missing here",
        "birds-forward-simulation | 'samples: 32' | 'samples: 11'"
            + " | 'expected at least trialsPerClass for each of classes, 12'",
        "birds-forward-simulation | 'measure: correct' | 'measure: clarity'"
            + " | analysis.measure: is not among the questions of this study",
        "birds-recommendation | 'measure: preference' | 'measure: correct'"
            + " | 'expected preference: no answer is right in the task recommendation'",
        "birds-recommendation | 'measure: preference' | 'measure: clarity'"
            + " | nobody is asked about the clarity of nothing",
        "birds-correctness | 'measure: correct' | 'measure: preference'"
            + " | 'expected correct, confidence or clarity in the task correctness'",
        "birds-correctness | 'task: correctness' | '' | the key 'artefact' is missing here",
        "birds-correctness | 'task: correctness' | ''"
            + " | design: the key 'trialsPerModel' is missing here",
        "birds-correctness | 'task: correctness' | '' | design.trials: leave it out",
        "birds-correctness | 'minAccuracy: 0.5' | 'minAccuracy: 0.5\n    maxCleanUse: 0.1'"
            + " | models.truth.maxCleanUse: leave it out: the task correctness has none",
        "birds-distinction | '  candidates: 4' | ''"
            + " | design: the key 'candidates' is missing here (how many explanations people choose",
        "birds-distinction | 'candidates: 4' | 'candidates: 7'"
            + " | design.candidates: expected at most 6, found 7",
        "birds-distinction | '  - gradcam: {}' | '  - gradcam: {}\n  - none: {}'"
            + " | methods[3]: leave it out: who sees no explanations has nothing to choose from",
        "birds-correctness | 'samples: 30' | 'samples: 30\n  candidates: 4'"
            + " | design.candidates: leave it out: the task correctness has none",
        "birds-correctness | 'samples: 30' | 'samples: 9'"
            + " | design.samples: expected at least right and wrong trials together, 10",
        "birds-correctness | 'samples: 30' | 'samples: 30\n  split: drawn'"
            + " | design.split: expected exact in the task correctness",
        "birds-correctness | 'task: correctness' | 'task: corectness'"
            + " | task: expected one of artefact-use, correctness, distinction",
        "birds-correctness | 'samples: 30' | 'samples: 30\n  subjects: within'"
            + " | design.samples: expected at least with each method, right and wrong",
        "border-artefact | 'samples: 14' | 'samples: 69\n  subjects: within'"
            + " | 'design.samples: expected at least with each method, twice trialsPerModel, 70'",
        "birds-forward-simulation | 'samples: 32' | 'samples: 200\n  subjects: within'"
            + " | 'design.subjects: expected between: what people learned of a model'",
        "birds-correctness | 'samples: 30'"
            + " | 'samples: 99\n  subjects: within\n  allocation: {none: 2}'"
            + " | 'design.allocation: leave it out: within subjects, everybody judges with all'",
        "birds-correctness | 'samples: 30' | 'samples: 30\n  subjects: both'"
            + " | expected one of between, within, found 'both'",
        "birds-correctness | 'samples: 30' | 'samples: 30\n  allocation: {non: 2}'"
            + " | design.allocation.non: expected the id of a method (none, crp, lrp, gradcam)",
        "birds-correctness | 'samples: 30' | 'samples: 30\n  allocation: {none: 0}'"
            + " | design.allocation.none: expected at least 1, found 0",
        "cifar10-correctness | 'model: {' | 'clean: {' | models.clean: does not go with the other",
        "cifar10-correctness | 'model: {' | 'clean: {'"
            + " | models: the key 'model' is missing here; expected either architecture and",
        "border-artefact | 'format: 1' | 'task: correctness\nformat: 1'"
            + " | artefact: leave it out: the task correctness has none",
        "border-artefact | 'format: 1' | 'task: correctness\nformat: 1'"
            + " | design: the key 'trials' is missing here",
      })
  void everyTaskHasItsParts(String study, String right, String wrong, String message)
      throws IOException {
    String text = Files.readString(Shared.root().resolve("studies/" + study + "/study.yaml"));
    String with = wrong == null ? "" : wrong.replace("\\n", "\n");
    assertThat(text).contains(right);
    Path file = Files.writeString(folder.resolve("study.yaml"), text.replace(right, with));
    assertThatThrownBy(() -> StudyFile.read(file))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining(message);
  }

  @Test
  void readsWhereParticipantsComeFrom() throws IOException {
    String text =
        Files.readString(DEFAULT)
            + "\nrecruitment:\n  - prolific: {codes: {completed: C1, noConsent: C2}}\n";
    Path file = Files.writeString(folder.resolve("study.yaml"), text);
    assertThat(StudyFile.read(file).study().recruitment())
        .containsExactly(
            new Recruitment.Prolific(
                "PROLIFIC_PID",
                "STUDY_ID",
                "SESSION_ID",
                Optional.empty(),
                Map.of(Recruitment.Outcome.COMPLETED, "C1", Recruitment.Outcome.NO_CONSENT, "C2")));
    assertThat(StudyFile.read(DEFAULT).study().recruitment())
        .containsExactly(new Recruitment.Link());
    Files.writeString(file, text.replace("completed: C1, ", ""));
    assertThatThrownBy(() -> StudyFile.read(file))
        .hasMessageContaining("recruitment[0].prolific.codes: the key 'completed' is missing here");
  }

  @Test
  void readsHowLongThingsAreKept() throws IOException {
    String text =
        Files.readString(DEFAULT).replaceFirst("(?m)^retention:.*\\n +identifiersDays: 90\\n", "");
    Path file = Files.writeString(folder.resolve("study.yaml"), text);
    assertThat(StudyFile.read(file).study().retention()).isEmpty();
    Files.writeString(file, text + "\nretention: {identifiersDays: 30}\n");
    assertThat(StudyFile.read(file).study().retention())
        .contains(new Study.Retention(Optional.of(30), Optional.empty()));
    Files.writeString(file, text + "\nretention: {answersDays: 0}\n");
    assertThatThrownBy(() -> StudyFile.read(file))
        .hasMessageContaining("retention.answersDays: expected at least 1, found 0");
  }

  @Test
  void namesAnAbsentOrEmptyFile() throws IOException {
    Path file = folder.resolve("study.yaml");
    assertThatThrownBy(() -> StudyFile.read(folder)).hasMessage(file + ": no such file");
    Files.writeString(file, "");
    assertThatThrownBy(() -> StudyFile.read(folder))
        .hasMessage(file + ": expected keys and values, found none");
  }

  @Test
  void everyProblemHasALineOfItsOwn() throws IOException {
    String text =
        Files.readString(DEFAULT)
            .replace("seed: 2023", "seed: x")
            .replace("steps: 100", "steps: 1");
    Path file = Files.writeString(folder.resolve("study.yaml"), text);
    assertThatThrownBy(() -> StudyFile.read(file))
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(2));
  }
}
