package org.xaistudy.studies.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xaistudy.studies.Method;
import org.xaistudy.studies.StudyFile;
import org.xaistudy.studies.Text;
import org.xaistudy.testing.Shared;

class StimulusBundleTest {
  @TempDir Path folder;
  private StudyFile study;
  private Path manifestFile;
  private Path image;

  @BeforeEach
  void writeABundle() throws IOException {
    Path yaml = folder.resolve("study.yaml");
    Files.copy(Shared.root().resolve("studies/border-artefact/study.yaml"), yaml);
    study = StudyFile.read(yaml);
    Path stimuli = Files.createDirectory(folder.resolve(StimulusBundle.FOLDER));
    image = Files.write(stimuli.resolve("a.png"), new byte[] {1, 2, 3});
    manifestFile = stimuli.resolve(StimulusBundle.MANIFEST);
    StimulusBundle.write(manifest(), manifestFile);
  }

  private Manifest manifest() throws IOException {
    Map<String, Manifest.Explanation> explanations = new LinkedHashMap<>();
    for (Method method : study.study().methods()) {
      explanations.put(
          method.id(),
          new Manifest.Explanation(
              List.of(new Manifest.Panel(OptionalDouble.of(-0.25), List.of("a.png")))));
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
        Sha256.of(study.path()),
        "1",
        2023,
        Map.of("x", Text.of("X")),
        new Manifest.ModelPair(facts, facts),
        List.of(stimulus),
        Map.of("a.png", new Manifest.ImageFile(Sha256.of(image), 3, 2, 1)));
  }

  @Test
  void readsBackWhatWasWritten() throws IOException {
    assertThat(StimulusBundle.open(study).manifest()).isEqualTo(manifest());
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

  @Test
  void refusesAnAlteredImage() throws IOException {
    Files.write(image, new byte[] {1, 2, 4});
    assertThatThrownBy(() -> StimulusBundle.open(study))
        .hasMessageContaining("files.a.png: the image is not the one listed: wrong checksum");
  }

  @Test
  void refusesAnAbsentImage() throws IOException {
    Files.delete(image);
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
        .hasMessageContaining("made from another version of");
  }

  @Test
  void namesAMissingKey() throws IOException {
    Files.writeString(
        manifestFile, Files.readString(manifestFile).replace("\"artefactUsed\" : true,", ""));
    assertThatThrownBy(() -> StimulusBundle.open(study))
        .hasMessageContaining("stimuli[0]: the key 'artefactUsed' is missing here");
  }

  @Test
  void saysHowToMakeAbsentStimuli() throws IOException {
    Files.delete(manifestFile);
    assertThatThrownBy(() -> StimulusBundle.open(study))
        .hasMessageContaining("stimuli-gen generate");
  }
}
