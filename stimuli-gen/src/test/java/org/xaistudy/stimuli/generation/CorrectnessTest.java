package org.xaistudy.stimuli.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xaistudy.stimuli.dataset.birds.BirdClass;
import org.xaistudy.stimuli.explanation.ToldTarget;
import org.xaistudy.stimuli.model.Network;
import org.xaistudy.studies.manifest.Manifest;
import org.xaistudy.studies.manifest.Manifest.Model;
import org.xaistudy.studies.manifest.Manifest.Stimulus;
import org.xaistudy.studies.manifest.Manifest.Use;

/** A study of one model that asks whether its predictions are right. */
class CorrectnessTest {
  @TempDir Path folder;
  private SmallStudy study;

  @BeforeEach
  void write() throws IOException {
    study = new SmallStudy("birds-correctness", folder);
  }

  /** Whoever explains the true class of a wrong prediction gives the answer away. */
  @Test
  void explainsWhatTheModelSaysRightOrWrong() throws IOException {
    study.edit("  - gradcam: {}", "  - plugin: {name: told-target}");
    Path plugins = Files.createDirectory(folder.resolve("plugins"));
    PluginJar.write(plugins.resolve("told.jar"), ToldTarget.class);
    assertThat(study.generate("--plugins", plugins.toString())).as(study::errors).isZero();
    List<String> classes = Stream.of(BirdClass.values()).map(BirdClass::id).toList();
    List<Stimulus> stimuli = study.manifest().stimuli();
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

  private static long right(List<Stimulus> stimuli) {
    return stimuli.stream().filter(Stimulus::truth).count();
  }

  @Test
  void showsRightAndWrongPredictionsOfOneModelInTheStatedProportion() throws IOException {
    assertThat(study.generate()).as(study::errors).isZero();
    Manifest manifest = study.manifest();
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
    assertThat(study.out())
        .contains("On %d held-out images the model recognises".formatted(model.images()));
    String overview = Files.readString(folder.resolve("stimuli/private/overview.html"));
    assertThat(overview)
        .contains("the model says", "and is right", "and is wrong: it is ")
        .doesNotContain("artefact");
    assertThat(study.generate()).isZero();
    assertThat(study.out()).contains("nothing to do");
  }

  @Test
  void takesAModelMadeElsewhere() throws IOException {
    assertThat(study.generate()).as(study::errors).isZero();
    Manifest trained = study.manifest();
    Files.copy(folder.resolve("stimuli/private/single.onnx"), folder.resolve("given.onnx"));
    study.edit(
        """
          architecture: vgg-compact
          training:
            epochs: 1 # few, so that it errs
            batchSize: 32
            learningRate: 0.002
        """,
        "  model: {onnx: given.onnx}\n");
    assertThat(study.generate()).as(study::errors).isZero();
    assertThat(study.manifest().model()).isEqualTo(trained.model());
    Network.read(folder.resolve("stimuli/private/single.onnx"));
  }

  @Test
  void refusesAModelThatIsWorseThanTheStudySays() throws IOException {
    study.edit("minAccuracy: 0.05", "minAccuracy: 0.99");
    assertThat(study.generate()).isEqualTo(1);
    assertThat(study.errors())
        .contains(
            "The model is not good enough, so the study is not published:",
            "accuracy of the model: at least 0.990 is needed, it is 0.");
    assertThat(Files.exists(folder.resolve("stimuli"))).isFalse();
  }

  @Test
  void saysHowManyPredictionsOfAnOutcomeAreMissing() throws IOException {
    study.edit("{right: 2, wrong: 1}", "{right: 150, wrong: 1}");
    study.edit("samples: 9", "samples: 151");
    assertThat(study.generate()).isEqualTo(1);
    assertThat(study.errors())
        .contains("152 held-out images are needed whose prediction is right, for the instructions")
        .contains("there are ");
  }

  @Test
  void saysBeforeTrainingThatThereAreTooFewImages() throws IOException {
    study.edit("samples: 9", "samples: 5000");
    assertThat(study.generate()).isEqualTo(1);
    assertThat(study.errors())
        .contains("design.samples: 5004 held-out images are needed, two for the instructions");
  }
}
