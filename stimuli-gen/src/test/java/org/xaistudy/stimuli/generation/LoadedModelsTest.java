package org.xaistudy.stimuli.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xaistudy.stimuli.commandline.StimuliGen;
import org.xaistudy.studies.StudyFile;
import org.xaistudy.studies.manifest.Manifest;
import org.xaistudy.studies.manifest.Manifest.Use;
import org.xaistudy.studies.manifest.StimulusBundle;

/** Studies of models that were made elsewhere. */
class LoadedModelsTest {
  @TempDir Path folder;
  private TwoColours study;
  private final StringWriter out = new StringWriter();
  private final StringWriter errors = new StringWriter();

  @BeforeEach
  void write() throws IOException {
    study = new TwoColours(folder);
  }

  private int generate() {
    return StimuliGen.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(errors, true))
        .execute("generate", folder.toString());
  }

  @Test
  void explainsThemAsTheyAre() {
    assertThat(generate()).as(errors::toString).isZero();
    Manifest manifest = StimulusBundle.open(StudyFile.read(folder)).manifest();
    assertThat(manifest.stimuli(Use.TRIAL)).hasSize(4);
    assertThat(manifest.models().orElseThrow().clean().accuracy()).isEqualTo(1);
    assertThat(manifest.models().orElseThrow().clean().towardsArtefactClasses()).isZero();
    assertThat(manifest.models().orElseThrow().artefact().towardsArtefactClasses()).isEqualTo(1);
    assertThat(manifest.stimuli())
        .allMatch(s -> s.truth() == (s.model() == Manifest.Model.ARTEFACT));
  }

  @Test
  void noticesThatAModelWasExchanged() throws IOException {
    assertThat(generate()).isZero();
    assertThat(generate()).isZero();
    assertThat(out.toString()).contains("nothing to do");
    TwoColours.artefact().write(folder.resolve("clean.onnx"));
    assertThat(generate()).isEqualTo(1);
    assertThat(errors.toString()).contains("clean model: at most 0.050 is allowed, it is 1.000");
  }

  /** The classes are blue and red; here the outputs are named the other way round. */
  @Test
  void takesTheOutputsThatStandForClasses() throws IOException {
    study.edit("truth: {", "outputs: {blue: 1, red: 0}\n  truth: {");
    assertThat(generate()).isEqualTo(1);
    assertThat(errors.toString())
        .contains("accuracy of the clean model: at least 0.900 is needed, it is 0.000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "onnx: clean.onnx | onnx: other.onnx | models.clean.onnx: there is no file",
        "onnx: clean.onnx | onnx: study.yaml | models.clean.onnx: ",
        "onnx: clean.onnx | onnx: '${NETS}/c.onnx' | the variable NETS is not set",
        "size: 32 | size: 64 | models.artefact.onnx: expected a network for [3, 64, 64]",
        "{size: 32, mean | {size: 64, mean | models.input.size: expected the size of the data set's",
        "truth: { | outputs: {red: 0}\\n  truth: { | models.outputs: expected an output for each",
        "truth: { | outputs: {red: 0, blue: 0}\\n  truth: { | two classes cannot have one output",
        "truth: { | outputs: {red: 0, blue: 2}\\n  truth: { | expected less than 2",
        "clean: {onnx: clean.onnx} | outputs: {red: 0, blue: 1} | the key 'clean' is missing here; expected either",
        "clean: {onnx: clean.onnx} | architecture: vgg-compact | models.architecture: does not go",
      })
  void saysWhatDoesNotFit(String right, String wrong, String message) throws IOException {
    study.edit(right.replace("\\n", "\n"), wrong.replace("\\n", "\n"));
    assertThat(generate()).isEqualTo(1);
    assertThat(errors.toString()).contains("study.yaml:").contains(message);
    assertThat(Files.exists(folder.resolve("stimuli"))).isFalse();
  }
}
