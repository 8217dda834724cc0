package org.xaistudy.stimuli.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.xaistudy.stimuli.commandline.StimuliGen;
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
import org.xaistudy.studies.manifest.StimulusBundle;
import org.xaistudy.testing.Shared;

/** A study that asks which of several explanations is of what the model says. */
class DistinctionTest {
  @TempDir Path folder;
  private final StringWriter errors = new StringWriter();

  /** The published study, so much smaller that it takes seconds. */
  @BeforeEach
  void writeASmallStudy() throws IOException {
    String text = Files.readString(Shared.root().resolve("studies/birds-distinction/study.yaml"));
    Map<String, String> smaller =
        Map.of(
            "size: 64", "size: 32",
            "trainPerClass: 120", "trainPerClass: 20",
            "testPerClass: 60", "testPerClass: 20",
            "epochs: 3", "epochs: 1",
            "minAccuracy: 0.5", "minAccuracy: 0.05",
            "references: 8", "references: 2",
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
        .setOut(new PrintWriter(new StringWriter(), true))
        .setErr(new PrintWriter(errors, true))
        .execute(arguments.toArray(String[]::new));
  }

  private Manifest manifest() {
    return StimulusBundle.open(StudyFile.read(folder)).manifest();
  }

  @Test
  void explainsTheLikeliestClassesBesideThePrediction() throws IOException {
    edit("  - gradcam: {}", "  - gradcam: {}\n  - plugin: {name: told-target}");
    Path plugins = Files.createDirectory(folder.resolve("plugins"));
    PluginJar.write(plugins.resolve("told.jar"), ToldTarget.class);
    assertThat(generate("--plugins", plugins.toString())).as(errors::toString).isZero();
    Manifest manifest = manifest();
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
    assertThat(generate()).as(errors::toString).isZero();
    Manifest manifest = manifest();
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
    assertThat(generate("--force")).as(errors::toString).isZero();
    assertThat(folder.resolve("stimuli/manifest.json")).hasBinaryContent(first);
  }

  @Test
  void saysBeforeTrainingThatThereAreTooFewClasses() throws IOException {
    new TwoColours(folder);
    String own = Files.readString(folder.resolve("study.yaml"));
    writeASmallStudy();
    Files.writeString(
        folder.resolve("study.yaml"),
        Files.readString(folder.resolve("study.yaml"))
            .replaceFirst("(?s)dataset:.*?(?=\nmodels:)", part(own, "dataset", "artefact")));
    assertThat(generate()).isEqualTo(1);
    assertThat(errors.toString())
        .contains("design.candidates: expected at most the classes of the data set, 2; found 4");
  }

  private static String part(String study, String key, String next) {
    return study.substring(study.indexOf(key + ":"), study.indexOf(next + ":"));
  }
}
