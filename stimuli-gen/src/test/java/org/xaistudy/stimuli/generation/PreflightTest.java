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

/** What {@code validate} finds before anything is computed. */
class PreflightTest {
  @TempDir Path folder;
  private TwoColours study;
  private final StringWriter out = new StringWriter();
  private final StringWriter errors = new StringWriter();

  @BeforeEach
  void write() throws IOException {
    study = new TwoColours(folder);
  }

  private int validate() {
    return StimuliGen.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(errors, true))
        .execute("validate", folder.toString());
  }

  @Test
  void saysWhatAStudyHas() {
    assertThat(validate()).as(errors::toString).isZero();
    assertThat(out.toString())
        .isEqualToIgnoringNewLines(
            "two-colours is valid: 2 classes, 16 images to learn from, 16 held out, 3 methods.");
    assertThat(Files.exists(folder.resolve("stimuli"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "samples: 2 | samples: 8 | design.samples: 9 held-out images of the artefact's classes are"
            + " needed, one for the instructions and those of practiceTrials and samples; there are 8",
        "classes: [red] | classes: [reed] | artefact.border.classes[0]: expected a class of the data",
        "classes: [red] | classes: [red, blue] | expected some of the classes, found all",
        "gradcam: {} | gradcam: {layer: relu9} | methods[2].gradcam.layer: expected a layer of the"
            + " network (see, relu, mean, flatten, decide), found 'relu9'",
        "consent: | attention: {checks: 2, mayFail: 2}\\nconsent: | attention.mayFail: expected less"
            + " than checks, 2",
        "test: test} | test: test, names: {red: {de: Rot}}} | dataset.folder.names.red: no text in",
      })
  void saysAllThatStandsInTheWay(String right, String wrong, String message) throws IOException {
    study.edit(right, wrong.replace("\\n", "\n"));
    assertThat(validate()).isEqualTo(1);
    assertThat(errors.toString()).contains("study.yaml:").contains(message);
  }
}
