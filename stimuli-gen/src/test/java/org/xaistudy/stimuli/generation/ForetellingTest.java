package org.xaistudy.stimuli.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xaistudy.stimuli.commandline.StimuliGen;
import org.xaistudy.studies.StudyFile;
import org.xaistudy.studies.manifest.Manifest;
import org.xaistudy.studies.manifest.Manifest.Stimulus;
import org.xaistudy.studies.manifest.Manifest.Use;
import org.xaistudy.studies.manifest.StimulusBundle;
import org.xaistudy.testing.Shared;

/** A study of one model that people learn to foretell. */
class ForetellingTest {
  private static final List<String> CLASSES =
      List.of("dotted-redcap", "striped-redcap", "dotted-longbill", "striped-longbill");

  @TempDir Path folder;
  private final StringWriter errors = new StringWriter();
  private String text = "";

  /** The published study, so much smaller that it takes seconds. */
  @BeforeEach
  void read() throws IOException {
    text = Files.readString(Shared.root().resolve("studies/birds-forward-simulation/study.yaml"));
    Map<String, String> smaller =
        Map.of(
            "size: 64", "size: 32",
            "trainPerClass: 120", "trainPerClass: 60",
            "testPerClass: 60", "testPerClass: 30",
            "minAccuracy: 0.5", "minAccuracy: 0.05",
            "references: 14", "references: 2",
            "trialsPerClass: 3", "trialsPerClass: 1",
            "{trials: 8, sessions: 3}", "{trials: 3, sessions: 2}",
            "samples: 32", "samples: 9");
    smaller.forEach(this::edit);
  }

  private void edit(String right, String wrong) {
    assertThat(text).contains(right);
    text = text.replace(right, wrong);
  }

  private int generate() throws IOException {
    Files.writeString(folder.resolve("study.yaml"), text);
    return StimuliGen.commandLine()
        .setOut(new PrintWriter(new StringWriter()))
        .setErr(new PrintWriter(errors, true))
        .execute("generate", folder.toString());
  }

  private static long predicted(List<Stimulus> stimuli, String name) {
    return stimuli.stream().filter(one -> one.prediction().equals(name)).count();
  }

  /** Six to learn from and nine to be tested with, of each class one or two and two or three. */
  @Test
  void showsEachPredictionEquallyOften() throws IOException {
    assertThat(generate()).as(errors::toString).isZero();
    Manifest manifest = StimulusBundle.open(StudyFile.read(folder)).manifest();
    assertThat(manifest.stimuli()).extracting(Stimulus::sample).doesNotHaveDuplicates();
    assertThat(manifest.stimuli(Use.EXAMPLE)).hasSize(1);
    assertThat(manifest.stimuli(Use.PRACTICE)).isEmpty();
    assertThat(manifest.stimuli(Use.TRAINING)).hasSize(6);
    assertThat(manifest.stimuli(Use.TRIAL)).hasSize(9);
    assertThat(CLASSES)
        .allSatisfy(
            name -> {
              assertThat(predicted(manifest.stimuli(Use.TRAINING), name)).isBetween(1L, 2L);
              assertThat(predicted(manifest.stimuli(Use.TRIAL), name)).isBetween(2L, 3L);
            });
  }

  @Test
  void refusesClassesThatAreNoneBeforeTraining() throws IOException {
    edit("striped-longbill]", "striped-longbeak]");
    assertThat(generate()).isEqualTo(1);
    assertThat(errors.toString())
        .contains("design.classes[3]: expected a class of the data set (dotted-redcap,")
        .contains("found 'striped-longbeak'");
    assertThat(Files.exists(folder.resolve("stimuli"))).isFalse();
  }
}
