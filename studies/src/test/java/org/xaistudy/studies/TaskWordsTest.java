package org.xaistudy.studies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xaistudy.testing.Shared;

class TaskWordsTest {
  private static final String BORDER = "  border:\n    width: 0.0446429";

  @TempDir Path folder;

  private Study study(String artefact) throws IOException {
    String text = Files.readString(Shared.root().resolve("studies/border-artefact/study.yaml"));
    assertThat(text).contains(BORDER);
    Path file = folder.resolve("study.yaml");
    Files.writeString(file, text.replace(BORDER, "  " + artefact.replace(";", "\n    ")));
    return StudyFile.read(file).study();
  }

  private static List<String> sentences(TaskWords words) {
    return Stream.of(
            words.about(),
            words.task(),
            words.picture(),
            words.yesExample(),
            words.noExample(),
            words.yes(),
            words.no())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "border:;width: 0.1 | black border | schwarz | bord noir",
        "patch:;colour: '#ff0000';place: centre;size: 0.1 | patch | Fleck | tache",
        "watermark:;text: x;opacity: 0.5 | watermark | Wasserzeichen | filigrane",
        "tag:;colour: '#ff0000';place: top-left;size: 0.1 | coloured label | farbige | étiquette"
            + " colorée",
        "tint:;colour: '#ff0000';opacity: 0.1 | colour cast | Farbstich | teinte ajoutée",
      })
  void everySentenceNamesTheArtefactInEveryLanguage(
      String artefact, String en, String de, String fr) throws IOException {
    Study study = study(artefact);
    assertThat(sentences(TaskWords.of(study, "en")))
        .allSatisfy(sentence -> assertThat(sentence).contains(en).doesNotContain("{", "null"));
    assertThat(sentences(TaskWords.of(study, "de")))
        .allSatisfy(sentence -> assertThat(sentence).contains(de).doesNotContain("{", "null"));
    assertThat(sentences(TaskWords.of(study, "fr")))
        .allSatisfy(sentence -> assertThat(sentence).contains(fr).doesNotContain("{", "null"));
  }

  @Test
  void everySentenceNamesTheHumInEveryLanguage() throws IOException {
    String text = Files.readString(Shared.root().resolve("studies/heartbeats-hum/study.yaml"));
    String wordless = text.replaceFirst("(?s)\\nwords:.*?(?=\\nartefact:)", "");
    assertThat(wordless).hasSizeLessThan(text.length());
    Path file = folder.resolve("study.yaml");
    Study study = StudyFile.read(Files.writeString(file, wordless)).study();
    Map.of("en", "mains hum", "de", "Netzbrummen", "fr", "bourdonnement du secteur")
        .forEach(
            (language, name) ->
                assertThat(sentences(TaskWords.of(study, language)))
                    .allSatisfy(
                        sentence ->
                            assertThat(sentence).contains(name).doesNotContain("{", "null")));
  }

  @Test
  void aStudyMaySayItInItsOwnWords() throws IOException {
    String ruler = "border:;words: {used: {en: It uses the ruler., de: Es benutzt das Lineal.}}";
    Study study = study(ruler + ";width: 0.1");
    assertThat(TaskWords.of(study, "en").yes()).isEqualTo("It uses the ruler.");
    assertThat(TaskWords.of(study, "de").yes()).isEqualTo("Es benutzt das Lineal.");
    assertThat(TaskWords.of(study, "en").no())
        .isEqualTo("The answer is No: this model does not use the black border.");
  }

  @Test
  void everyTaskSaysEverythingInEveryLanguage() {
    for (String name : List.of("border-artefact", "birds-correctness")) {
      Study study = StudyFile.read(Shared.root().resolve("studies").resolve(name)).study();
      for (String language : List.of("en", "de", "fr")) {
        TaskWords words = TaskWords.of(study, language);
        List<String> all =
            Stream.concat(
                    sentences(words).stream(),
                    Stream.of(
                        words.lead(),
                        words.models(),
                        words.yesTitle(),
                        words.noTitle(),
                        words.mixture()))
                .toList();
        assertThat(all)
            .as(name + " in " + language)
            .doesNotHaveDuplicates()
            .allSatisfy(sentence -> assertThat(sentence).isNotBlank().doesNotContain("{", "null"));
      }
    }
  }

  @Test
  void aStudySaysItsTaskInItsOwnWords() throws IOException {
    String text = Files.readString(Shared.root().resolve("studies/birds-correctness/study.yaml"));
    Path file = folder.resolve("study.yaml");
    String words = "words: {yes: {en: It is right., de: Es stimmt.}}\n";
    Files.writeString(file, words + text);
    Study study = StudyFile.read(file).study();
    assertThat(TaskWords.of(study, "de").yes()).isEqualTo("Es stimmt.");
    assertThat(TaskWords.of(study, "en").no()).contains("wrong");
    Files.writeString(file, "words: {yes: {en: It is right.}}\n" + text);
    assertThatThrownBy(() -> StudyFile.read(file))
        .hasMessageContaining("words.yes: no text in 'de'");
  }

  @Test
  void ownWordsAreThereInEveryLanguage() {
    assertThatThrownBy(() -> study("border:;words: {used: {en: It uses it.}};width: 0.1"))
        .hasMessageContaining("artefact.border.words.used: no text in 'de'");
    assertThatThrownBy(() -> study("border:;words: {use: It uses it.};width: 0.1"))
        .hasMessageContaining("unknown key; did you mean 'used'?");
  }
}
