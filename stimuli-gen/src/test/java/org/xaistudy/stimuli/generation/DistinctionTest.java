package org.xaistudy.stimuli.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xaistudy.stimuli.dataset.LabelledImages;
import org.xaistudy.stimuli.explanation.ToldTarget;
import org.xaistudy.stimuli.model.Inference;
import org.xaistudy.stimuli.model.Network;
import org.xaistudy.stimuli.model.Tensor;
import org.xaistudy.studies.StudyFile;
import org.xaistudy.studies.manifest.Manifest;
import org.xaistudy.studies.manifest.Manifest.Explanation;
import org.xaistudy.studies.manifest.Manifest.Stimulus;
import org.xaistudy.studies.manifest.Manifest.Use;

/** A study that asks which of several explanations is of what the model says. */
class DistinctionTest {
  @TempDir Path folder;
  private SmallStudy study;

  @BeforeEach
  void write() throws IOException {
    study = new SmallStudy("birds-distinction", folder);
  }

  @Test
  void explainsTheLikeliestClassesBesideThePrediction() throws IOException {
    study.edit("  - gradcam: {}", "  - gradcam: {}\n  - plugin: {name: told-target}");
    Path plugins = Files.createDirectory(folder.resolve("plugins"));
    PluginJar.write(plugins.resolve("told.jar"), ToldTarget.class);
    assertThat(study.generate("--plugins", plugins.toString())).as(study::errors).isZero();
    Manifest manifest = study.manifest();
    assertThat(manifest.stimuli(Use.TRIAL)).hasSize(9);
    assertThat(manifest.stimuli()).filteredOn(one -> !one.truth()).isNotEmpty();
    StudyFile file = StudyFile.read(folder);
    LabelledImages images = LabelledImages.of(file, name -> null);
    Materials held =
        Materials.prepare(
            "Images held out", images.test(), Medium.of(file, name -> null), file.study());
    List<String> ids = images.test().stream().map(sample -> sample.id()).toList();
    try (Inference model =
        new Inference(Network.read(folder.resolve("stimuli/private/single.onnx")))) {
      for (Stimulus one : manifest.stimuli()) {
        Tensor input = Tensor.stack(List.of(held.planted().slice(ids.indexOf(one.sample()))));
        Set<String> shown = new HashSet<>(one.others().keySet());
        shown.add(one.prediction());
        assertThat(shown).isEqualTo(likeliest(model.logits(input).values(), 4, images.classes()));
        assertThat(told(one.explanations(), images.classes())).isEqualTo(one.prediction());
        one.others()
            .forEach((name, other) -> assertThat(told(other, images.classes())).isEqualTo(name));
      }
    }
    assertThat(manifest.methods().get("gradcam").guesser().orElseThrow())
        .satisfies(
            guesser -> {
              assertThat(guesser.decisions()).isEqualTo(9);
              assertThat(guesser.candidates()).isEqualTo(4);
              assertThat(guesser.bySign()).isBetween(0.0, 1.0);
            });
    assertThat(Files.readString(folder.resolve("stimuli/private/overview.html")))
        .contains("To choose from, too: ", "What somebody gets who chooses by colour alone")
        .doesNotContain("artefact");
  }

  private static Set<String> likeliest(float[] logits, int count, List<String> classes) {
    return IntStream.range(0, logits.length)
        .boxed()
        .sorted((a, b) -> Float.compare(logits[b], logits[a]))
        .limit(count)
        .map(classes::get)
        .collect(Collectors.toSet());
  }

  /** The class that the plug-in was asked to explain. */
  private static String told(Map<String, Explanation> explanations, List<String> classes) {
    Explanation explanation = explanations.get("told-target");
    return classes.get(
        (int) Math.round(100 * explanation.panels().get(0).relevance().orElseThrow()));
  }

  /** Whoever compares sizes, or the order of the others, must not learn which one is right. */
  @Test
  void nothingButThePicturesTellsTheRightOne() throws IOException {
    assertThat(study.generate()).as(study::errors).isZero();
    Manifest manifest = study.manifest();
    for (String method : List.of("crp", "lrp", "gradcam")) {
      assertThat(
              manifest.stimuli().stream()
                  .flatMap(
                      one ->
                          Stream.concat(
                              Stream.of(one.explanations()), one.others().values().stream()))
                  .map(byMethod -> byMethod.get(method).panels().get(0).pictures().get(0))
                  .map(picture -> manifest.file(picture.usual()).bytes())
                  .distinct())
          .as(method)
          .hasSize(1);
    }
    byte[] first = Files.readAllBytes(folder.resolve("stimuli/manifest.json"));
    assertThat(study.generate("--force")).as(study::errors).isZero();
    assertThat(folder.resolve("stimuli/manifest.json")).hasBinaryContent(first);
  }

  @Test
  void saysBeforeTrainingThatThereAreTooFewClasses() throws IOException {
    String small = study.text();
    String own = Files.readString(new TwoColours(folder).study());
    Files.writeString(
        folder.resolve("study.yaml"),
        small.replaceFirst("(?s)dataset:.*?(?=\\nmodels:)", part(own, "dataset", "artefact")));
    assertThat(study.generate()).isEqualTo(1);
    assertThat(study.errors())
        .contains("design.candidates: expected at most the classes of the data set, 2; found 4");
  }

  private static String part(String study, String key, String next) {
    return study.substring(study.indexOf(key + ":"), study.indexOf(next + ":"));
  }
}
