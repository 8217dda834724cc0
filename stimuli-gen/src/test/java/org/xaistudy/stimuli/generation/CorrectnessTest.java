package org.xaistudy.stimuli.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xaistudy.stimuli.commandline.StimuliGen;
import org.xaistudy.stimuli.dataset.birds.BirdClass;
import org.xaistudy.stimuli.explanation.ToldTarget;
import org.xaistudy.stimuli.model.Network;
import org.xaistudy.studies.StudyFile;
import org.xaistudy.studies.manifest.Manifest;
import org.xaistudy.studies.manifest.Manifest.Model;
import org.xaistudy.studies.manifest.Manifest.Stimulus;
import org.xaistudy.studies.manifest.Manifest.Use;
import org.xaistudy.studies.manifest.StimulusBundle;
import org.xaistudy.testing.Shared;

/** A study of one model that asks whether its predictions are right. */
class CorrectnessTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter errors = new StringWriter();

  /** The published study, so much smaller that it takes seconds. */
  @BeforeEach
  void writeASmallStudy() throws IOException {
    String text = Files.readString(Shared.root().resolve("studies/birds-correctness/study.yaml"));
    Map<String, String> smaller =
        Map.of(
            "size: 64", "size: 32",
            "trainPerClass: 120", "trainPerClass: 20",
            "testPerClass: 60", "testPerClass: 20",
            "epochs: 3", "epochs: 1",
            "minAccuracy: 0.5", "minAccuracy: 0.05",
            "references: 14", "references: 2",
            "{right: 5, wrong: 5}", "{right: 2, wrong: 1}",
            "samples: 30", "samples: 9");
    for (var change : smaller.entrySet()) {
      assertThat(text).contains(change.getKey());
      text = text.replace(change.getKey(), change.getValue());
    }
    Files.writeString(folder.resolve("study.yaml"), text);
  }

  private void edit(String right, String wrong) throws IOException {
    Path file = folder.resolve("study.yaml");
    assertThat(Files.readString(file)).contains(right);
    Files.writeString(file, Files.readString(file).replace(right, wrong));
  }

  private int generate(String... options) {
    List<String> arguments = new ArrayList<>(List.of("generate", folder.toString()));
    arguments.addAll(List.of(options));
    return StimuliGen.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(errors, true))
        .execute(arguments.toArray(String[]::new));
  }

  /** Whoever explains the true class of a wrong prediction gives the answer away. */
  @Test
  void explainsWhatTheModelSaysRightOrWrong() throws IOException {
    edit("  - gradcam: {}", "  - plugin: {name: told-target}");
    Path plugins = Files.createDirectory(folder.resolve("plugins"));
    PluginJar.write(plugins.resolve("told.jar"), ToldTarget.class);
    assertThat(generate("--plugins", plugins.toString())).as(errors::toString).isZero();
    List<String> classes = Stream.of(BirdClass.values()).map(BirdClass::id).toList();
    List<Stimulus> stimuli = manifest().stimuli();
    assertThat(stimuli).filteredOn(one -> !one.truth()).isNotEmpty();
    assertThat(stimuli)
        .allSatisfy(
            one -> {
              double told =
                  one.explanation("told-target").panels().get(0).relevance().orElseThrow();
              String explained = classes.get((int) Math.round(100 * told));
              assertThat(explained).isEqualTo(one.prediction());
            });
  }

  private Manifest manifest() {
    return StimulusBundle.open(StudyFile.read(folder)).manifest();
  }

  private static long right(List<Stimulus> stimuli) {
    return stimuli.stream().filter(Stimulus::truth).count();
  }

  @Test
  void showsRightAndWrongPredictionsOfOneModelInTheStatedProportion() throws IOException {
    assertThat(generate()).as(errors::toString).isZero();
    Manifest manifest = manifest();
    assertThat(manifest.stimuli())
        .allMatch(one -> one.model() == Model.SINGLE)
        .allMatch(one -> one.truth() == one.label().equals(one.prediction()));
    assertThat(manifest.stimuli()).extracting(Stimulus::sample).doesNotHaveDuplicates();
    assertThat(manifest.stimuli(Use.TRIAL)).hasSize(9);
    assertThat(right(manifest.stimuli(Use.TRIAL))).isEqualTo(6);
    assertThat(manifest.stimuli(Use.PRACTICE)).hasSize(2);
    assertThat(right(manifest.stimuli(Use.PRACTICE))).isEqualTo(1);
    assertThat(manifest.stimuli(Use.EXAMPLE)).hasSize(2);
    assertThat(right(manifest.stimuli(Use.EXAMPLE))).isEqualTo(1);
    assertThat(manifest.models()).isEmpty();
    Manifest.SingleModel model = manifest.model().orElseThrow();
    assertThat(model.accuracy()).isBetween(0.05, 0.95);
    assertThat(out.toString())
        .contains("On %d held-out images the model recognises".formatted(model.images()));
    String overview = Files.readString(folder.resolve("stimuli/private/overview.html"));
    assertThat(overview)
        .contains("the model says", "and is right", "and is wrong: it is ")
        .doesNotContain("artefact");
    assertThat(generate()).isZero();
    assertThat(out.toString()).contains("nothing to do");
  }

  @Test
  void takesAModelMadeElsewhere() throws IOException {
    assertThat(generate()).as(errors::toString).isZero();
    Manifest trained = manifest();
    Files.copy(folder.resolve("stimuli/private/single.onnx"), folder.resolve("given.onnx"));
    edit(
        """
          architecture: vgg-compact
          training:
            epochs: 1 # few, so that it errs
            batchSize: 32
            learningRate: 0.002
        """,
        "  model: {onnx: given.onnx}\n");
    assertThat(generate()).as(errors::toString).isZero();
    assertThat(manifest().model()).isEqualTo(trained.model());
    Network.read(folder.resolve("stimuli/private/single.onnx"));
  }

  @Test
  void refusesAModelThatIsWorseThanTheStudySays() throws IOException {
    edit("minAccuracy: 0.05", "minAccuracy: 0.99");
    assertThat(generate()).isEqualTo(1);
    assertThat(errors.toString())
        .contains(
            "The model is not good enough, so the study is not published:",
            "accuracy of the model: at least 0.990 is needed, it is 0.");
    assertThat(Files.exists(folder.resolve("stimuli"))).isFalse();
  }

  @Test
  void saysHowManyPredictionsOfAnOutcomeAreMissing() throws IOException {
    edit("{right: 2, wrong: 1}", "{right: 150, wrong: 1}");
    edit("samples: 9", "samples: 151");
    assertThat(generate()).isEqualTo(1);
    assertThat(errors.toString())
        .contains("152 held-out images are needed whose prediction is right, for the instructions")
        .contains("there are ");
  }

  @Test
  void saysBeforeTrainingThatThereAreTooFewImages() throws IOException {
    edit("samples: 9", "samples: 5000");
    assertThat(generate()).isEqualTo(1);
    assertThat(errors.toString())
        .contains("design.samples: 5004 held-out images are needed, two for the instructions");
  }
}
