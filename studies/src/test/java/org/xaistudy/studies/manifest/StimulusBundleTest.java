package org.xaistudy.studies.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xaistudy.studies.Method;
import org.xaistudy.studies.StudyFile;
import org.xaistudy.studies.Text;
import org.xaistudy.studies.document.Sha256;
import org.xaistudy.testing.Shared;

class StimulusBundleTest {
  @TempDir Path folder;
  private StudyFile study;
  private Path manifestFile;
  private Path image;
  private Path alternative;

  @BeforeEach
  void writeABundle() throws IOException {
    Path yaml = folder.resolve("study.yaml");
    Files.copy(Shared.root().resolve("studies/border-artefact/study.yaml"), yaml);
    study = StudyFile.read(yaml);
    Path stimuli = Files.createDirectory(folder.resolve(StimulusBundle.FOLDER));
    image = Files.write(stimuli.resolve("a.png"), new byte[] {1, 2, 3});
    alternative = Files.write(stimuli.resolve("b.png"), new byte[] {4, 5, 6});
    manifestFile = stimuli.resolve(StimulusBundle.MANIFEST);
    StimulusBundle.write(manifest(), manifestFile);
  }

  private Manifest manifest() throws IOException {
    Map<String, Manifest.Explanation> explanations = new LinkedHashMap<>();
    for (Method method : study.study().methods()) {
      explanations.put(
          method.id(),
          new Manifest.Explanation(
              List.of(
                  new Manifest.Panel(
                      OptionalDouble.of(-0.25),
                      OptionalInt.of(12),
                      List.of(
                          new Manifest.Picture("a.png", "b.png"), new Manifest.Picture("a.png")),
                      List.of()))));
    }
    var facts = new Manifest.ModelFacts(Sha256.of(new byte[0]), 0.75, 1, 0.5, 0.25, 0.125);
    var stimulus =
        new Manifest.Stimulus(
            "s1",
            Manifest.Use.TRIAL,
            "test/7",
            "x",
            "x",
            Manifest.Model.ARTEFACT,
            true,
            "a.png",
            explanations);
    return new Manifest(
        Manifest.FORMAT,
        study.study().id(),
        study.sha256(),
        Optional.of(Sha256.of(new byte[] {7})),
        "1",
        2023,
        Map.of("x", Text.of("X")),
        java.util.Optional.of(new Manifest.ModelPair(facts, facts)),
        Optional.empty(),
        Map.of(),
        List.of(stimulus),
        new TreeMap<>(
            Map.of(
                "a.png", new Manifest.ImageFile(Sha256.of(image), 3, 2, 1),
                "b.png", new Manifest.ImageFile(Sha256.of(alternative), 3, 2, 1))));
  }

  @Test
  void readsBackWhatWasWritten() throws IOException {
    assertThat(StimulusBundle.open(study).manifest()).isEqualTo(manifest());
  }

  @Test
  void opensAStudyThatIsNamedByADetour() throws IOException {
    StudyFile detour = StudyFile.read(folder.resolve("stimuli/../."));
    assertThat(StimulusBundle.open(detour).manifest()).isEqualTo(manifest());
  }

  @Test
  void writesTheSameBytesAgain() throws IOException {
    byte[] first = Files.readAllBytes(manifestFile);
    StimulusBundle.write(StimulusBundle.open(study).manifest(), manifestFile);
    assertThat(manifestFile).hasBinaryContent(first);
  }

  @Test
  void refusesATruncatedManifest() throws IOException {
    String whole = Files.readString(manifestFile);
    Files.writeString(manifestFile, whole.substring(0, whole.length() / 2));
    assertThatThrownBy(() -> StimulusBundle.open(study))
        .hasMessageMatching("(?s).*manifest.json:\\d+:\\d+: not valid JSON: [^\n]*");
  }

  private void edit(String right, String wrong) throws IOException {
    String text = Files.readString(manifestFile);
    assertThat(text).contains(right);
    Files.writeString(manifestFile, text.replace(right, wrong));
  }

  @Test
  void readsFormat1WhoseImagesAreTheirOwnAlternatives() throws IOException {
    edit("\"format\" : 4", "\"format\" : 1");
    edit("\"truth\" : true", "\"artefactUsed\" : true");
    edit("  \"recipeSha256\" : \"" + Sha256.of(new byte[] {7}) + "\",\n", "");
    edit(",\n          \"alternatives\" : [ \"b.png\", \"a.png\" ]", "");
    Manifest manifest = StimulusBundle.open(study).manifest();
    assertThat(manifest.recipeSha256()).isEmpty();
    Manifest.Stimulus stimulus = manifest.stimuli().get(0);
    assertThat(stimulus.truth()).isTrue();
    Manifest.Panel panel = stimulus.explanations().get("crp").panels().get(0);
    assertThat(panel.pictures())
        .containsExactly(new Manifest.Picture("a.png"), new Manifest.Picture("a.png"));
  }

  @Test
  void refusesAFormatOfTheFuture() throws IOException {
    edit("\"format\" : 4", "\"format\" : 5");
    assertThatThrownBy(() -> StimulusBundle.open(study))
        .hasMessageContaining("manifest.json:2:14: format: expected one of 1, 2, 3, 4, found 5");
  }

  @Test
  void refusesExplanationsOfClassesThatNobodyChoosesFrom() throws IOException {
    edit(
        "\n  } ],\n  \"files\"",
        ",\n    \"others\" : { \"x\" : { \"crp\" : { \"panels\" : [ ] } } }\n  } ],\n  \"files\"");
    assertThatThrownBy(() -> StimulusBundle.open(study))
        .hasMessageContaining(
            "stimuli[0].others: expected explanations of 0 classes that the model did not say,"
                + " found 1")
        .hasMessageContaining("stimuli[0].others: 'x' is what the model said")
        .hasMessageContaining("stimuli[0].others.x: no explanation by 'lrp'")
        .hasMessageContaining("stimuli[0].others.x.crp.panels: nothing to show");
  }

  @Test
  void placesTheModelsClassAmongTheOthers() throws IOException {
    Manifest.Stimulus one = manifest().stimuli().get(0);
    Manifest.Explanation own = one.explanation("crp");
    Manifest.Explanation first = explanation("a.png");
    Manifest.Explanation second = explanation("b.png");
    Map<String, Map<String, Manifest.Explanation>> others = new LinkedHashMap<>();
    others.put("z", Map.of("crp", first));
    others.put("y", Map.of("crp", second));
    Manifest.Stimulus several =
        new Manifest.Stimulus(
            one.id(),
            one.use(),
            one.sample(),
            one.label(),
            one.prediction(),
            one.model(),
            one.truth(),
            one.original(),
            one.explanations(),
            others);
    assertThat(several.candidates("crp", 0)).containsExactly(own, first, second);
    assertThat(several.candidates("crp", 1)).containsExactly(first, own, second);
    assertThat(several.candidates("crp", 2)).containsExactly(first, second, own);
    assertThat(one.candidates("crp", 0)).containsExactly(own);
  }

  private static Manifest.Explanation explanation(String file) {
    return new Manifest.Explanation(
        List.of(new Manifest.Panel(OptionalDouble.empty(), List.of(new Manifest.Picture(file)))));
  }

  @Test
  void refusesAnotherNumberOfAlternatives() throws IOException {
    edit("[ \"b.png\", \"a.png\" ]", "[ \"b.png\" ]");
    assertThatThrownBy(() -> StimulusBundle.open(study))
        .hasMessageContaining(
            "stimuli[0].explanations.crp.panels[0]: expected one alternative per image, 2;"
                + " found 1");
  }

  @Test
  void refusesAnAlternativeThatIsNotListed() throws IOException {
    edit("[ \"b.png\", \"a.png\" ]", "[ \"c.png\", \"a.png\" ]");
    assertThatThrownBy(() -> StimulusBundle.open(study))
        .hasMessageContaining(
            "panels[0].alternatives[0]: the image 'c.png' is not listed under files");
  }

  @Test
  void refusesAnAlternativeOfAnotherSize() throws IOException {
    String text = Files.readString(manifestFile);
    int last = text.lastIndexOf("\"width\" : 2");
    Files.writeString(
        manifestFile, text.substring(0, last) + text.substring(last).replace(": 2", ": 4"));
    assertThatThrownBy(() -> StimulusBundle.open(study))
        .hasMessageContaining(
            "panels[0].alternatives[0]: expected the size of its image, 2 × 1; found 4 × 1");
  }

  @Test
  void refusesQuestionsAboutClassesThatItDoesNotHave() throws IOException {
    Path yaml = study.path();
    String further =
        "\nquestions:\n  further:\n    - {id: a, question: W, answer: {choice: {classes: [auk, emu]}}}\n";
    Files.writeString(yaml, Files.readString(yaml).replace("\nquestions:\n", further));
    StudyFile asking = StudyFile.read(study.folder());
    assertThatThrownBy(() -> StimulusBundle.openOfAnyVersion(asking))
        .hasMessageContaining("study.yaml:")
        .hasMessageContaining(
            "questions.further[0].answer.choice.classes[0]: expected a class of the stimuli (")
        .hasMessageContaining("found 'auk'");
  }

  @Test
  void refusesAnAlteredImage() throws IOException {
    Files.write(image, new byte[] {1, 2, 4});
    assertThatThrownBy(() -> StimulusBundle.open(study))
        .hasMessageContaining("files.a.png: the image is not the one listed: wrong checksum");
  }

  @Test
  void refusesAnAbsentImage() throws IOException {
    Files.delete(image);
    assertThatThrownBy(() -> StimulusBundle.openOfAnyVersion(study))
        .hasMessageContaining("files.a.png: the image is absent");
    assertThatThrownBy(() -> StimulusBundle.open(study))
        .hasMessageContaining("files.a.png: the image is absent");
  }

  @Test
  void refusesImagesOutsideItsFolder() throws IOException {
    Files.writeString(
        manifestFile, Files.readString(manifestFile).replace("\"a.png\"", "\"../a.png\""));
    assertThatThrownBy(() -> StimulusBundle.open(study))
        .hasMessageContaining("lies outside the folder of the stimuli");
  }

  @Test
  void refusesStimuliOfAnotherStudyFile() throws IOException {
    Files.writeString(study.path(), Files.readString(study.path()) + "# edited\n");
    assertThatThrownBy(() -> StimulusBundle.open(StudyFile.read(folder)))
        .hasMessageContaining("made from another version of")
        .hasMessageContaining("stimuli-gen generate (a second or two where only texts were");
    assertThat(StimulusBundle.openOfAnyVersion(StudyFile.read(folder)).ofThisVersion()).isFalse();
  }

  @Test
  void standsByTheBytesThatWereParsedWhenAFileIsEditedMeanwhile() throws IOException {
    String manifestSha256 = Sha256.of(manifestFile);
    Files.writeString(study.path(), Files.readString(study.path()) + "# edited\n");
    StimulusBundle bundle = StimulusBundle.open(study);
    edit("\"truth\" : true", "\"truth\" : false");
    assertThat(bundle.ofThisVersion()).isTrue();
    assertThat(bundle.document().sha256()).isEqualTo(manifestSha256);
    assertThat(Sha256.of(study.document().bytes())).isEqualTo(study.sha256());
  }

  @Test
  void namesAMissingKey() throws IOException {
    Files.writeString(
        manifestFile, Files.readString(manifestFile).replace("\"truth\" : true,", ""));
    assertThatThrownBy(() -> StimulusBundle.open(study))
        .hasMessageContaining("stimuli[0]: the key 'truth' is missing here");
  }

  @Test
  void saysHowToMakeAbsentStimuli() throws IOException {
    Files.delete(manifestFile);
    assertThatThrownBy(() -> StimulusBundle.open(study))
        .hasMessageContaining("stimuli-gen generate");
  }
}
