package org.xaistudy.stimuli.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xaistudy.stimuli.bundle.BundleWriter;
import org.xaistudy.stimuli.generation.GeneratorVersion;
import org.xaistudy.stimuli.generation.Recipe;
import org.xaistudy.stimuli.render.EncodedImage;
import org.xaistudy.studies.Method;
import org.xaistudy.studies.StudyFile;
import org.xaistudy.studies.Text;
import org.xaistudy.studies.document.Sha256;
import org.xaistudy.studies.manifest.Manifest;
import org.xaistudy.studies.manifest.Manifest.Explanation;
import org.xaistudy.studies.manifest.Manifest.Panel;
import org.xaistudy.studies.manifest.StimulusBundle;
import org.xaistudy.testing.Shared;

/** When stimuli that are there are kept, and when models are trained. */
class GenerateCommandTest {
  private static final String TRAINED = "The planted truth is not true";

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter errors = new StringWriter();
  private String image;

  /** A study whose training takes a moment and ends in a refusal, with stimuli beside it. */
  @BeforeEach
  void writeABundle() throws IOException {
    Files.copy(
        Shared.root().resolve("studies/border-artefact/study.yaml"), folder.resolve("study.yaml"));
    edit("size: 64", "size: 32");
    edit("trainPerClass: 240", "trainPerClass: 4");
    edit("testPerClass: 60", "testPerClass: 9");
    edit("epochs: 8", "epochs: 1");
    edit("minAccuracy: 0.9", "minAccuracy: 1");
    StudyFile study = StudyFile.read(folder);
    try (BundleWriter bundle = new BundleWriter(folder, new SplittableRandom(1))) {
      image =
          bundle.add(EncodedImage.of(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB)), "all");
      Files.writeString(bundle.privateFile("clean.onnx"), "the model");
      bundle.publish(manifest(study, bundle.files()));
    }
  }

  private Manifest manifest(StudyFile study, Map<String, Manifest.ImageFile> files)
      throws IOException {
    Map<String, Explanation> explanations = new LinkedHashMap<>();
    for (Method method : study.study().methods()) {
      explanations.put(
          method.id(),
          new Explanation(
              List.of(new Panel(OptionalDouble.empty(), List.of(new Manifest.Picture(image))))));
    }
    var stimulus =
        new Manifest.Stimulus(
            "s1",
            Manifest.Use.TRIAL,
            "test/dotted-redcap/1",
            "dotted-redcap",
            "dotted-redcap",
            Manifest.Model.CLEAN,
            false,
            image,
            explanations);
    var facts = new Manifest.ModelFacts("0".repeat(64), 1, 1, 1, 1, 1);
    return new Manifest(
        Manifest.FORMAT,
        study.study().id(),
        study.sha256(),
        Optional.of(Recipe.of(study, name -> null).sha256()),
        GeneratorVersion.current(),
        study.study().seed(),
        Map.of("dotted-redcap", Text.of("an old name")),
        java.util.Optional.of(new Manifest.ModelPair(facts, facts)),
        Optional.empty(),
        Map.of(),
        List.of(stimulus),
        files);
  }

  private void edit(String right, String other) throws IOException {
    Path yaml = folder.resolve("study.yaml");
    String text = Files.readString(yaml);
    assertThat(text).contains(right);
    Files.writeString(yaml, text.replace(right, other));
  }

  private int generate(String... more) {
    return StimuliGen.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(errors, true))
        .execute(
            Stream.concat(Stream.of("generate", folder.toString()), Stream.of(more))
                .toArray(String[]::new));
  }

  private List<String> entries() throws IOException {
    try (Stream<Path> entries = Files.walk(folder)) {
      return entries
          .filter(Files::isRegularFile)
          .map(entry -> folder.relativize(entry).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  @Test
  void stimuliThatFitAreKeptToTheByte() throws IOException {
    String before = Sha256.of(folder.resolve("stimuli/manifest.json"));
    assertThat(generate()).as(errors::toString).isZero();
    assertThat(out.toString()).contains("border-artefact fit the study; nothing to do.");
    assertThat(Sha256.of(folder.resolve("stimuli/manifest.json"))).isEqualTo(before);
  }

  @Test
  void anEditOfATextWritesTheManifestAnewAndTrainsNothing() throws IOException {
    List<String> files = entries();
    Manifest before = StimulusBundle.open(StudyFile.read(folder)).manifest();
    edit("It takes about twelve minutes.", "It takes a quarter of an hour.");
    edit("id: border-artefact", "id: border-artefact-2");
    assertThat(generate()).as(errors::toString).isZero();
    assertThat(out.toString())
        .contains("Nothing that the images of border-artefact-2 depend on was edited: they stay");
    Manifest after = StimulusBundle.open(StudyFile.read(folder)).manifest();
    assertThat(after.study()).isEqualTo("border-artefact-2");
    assertThat(after.studySha256()).isNotEqualTo(before.studySha256());
    assertThat(after.classNames().get("dotted-redcap").in("de")).isEqualTo("Punkt-Rotkäppchen");
    assertThat(after.stimuli()).isEqualTo(before.stimuli());
    assertThat(after.files()).isEqualTo(before.files());
    assertThat(entries()).isEqualTo(files);
    assertThat(folder.resolve("stimuli/private/clean.onnx")).hasContent("the model");
    assertThat(folder.resolve("stimuli/private/overview.html"))
        .content()
        .contains("Stimuli of border-artefact-2");
  }

  @Test
  void anEditOfTheSeedTrainsAnew() throws IOException {
    edit("seed: 2023", "seed: 2024");
    assertThat(generate()).isEqualTo(1);
    assertThat(errors.toString()).contains(TRAINED);
  }

  @Test
  void aDamagedImageTrainsAnew() throws IOException {
    Files.write(folder.resolve("stimuli").resolve(image), new byte[] {0});
    edit("It takes about twelve minutes.", "It takes a quarter of an hour.");
    assertThat(generate()).isEqualTo(1);
    assertThat(errors.toString()).contains(TRAINED);
  }

  @Test
  void stimuliOfAnotherGeneratorAreMadeAnew() throws IOException {
    Path manifest = folder.resolve("stimuli/manifest.json");
    String recipe = Recipe.of(StudyFile.read(folder), name -> null).sha256();
    Files.writeString(manifest, Files.readString(manifest).replace(recipe, "0".repeat(64)));
    assertThat(generate()).isEqualTo(1);
    assertThat(errors.toString()).contains(TRAINED);
  }

  @Test
  void aRefusalAndAnEditedLimitTrainNothingAgain() throws IOException {
    edit("seed: 2023", "seed: 2024");
    assertThat(generate()).isEqualTo(1);
    List<Path> models = models();
    assertThat(models).hasSize(2);
    String clean = Sha256.of(models.get(1));
    FileTime longAgo = FileTime.fromMillis(0);
    Files.setLastModifiedTime(models.get(0), longAgo);
    Files.setLastModifiedTime(models.get(1), longAgo);
    edit("minAccuracy: 1", "minAccuracy: 0.99");
    edit("steps: 100", "steps: 99");
    assertThat(generate()).isEqualTo(1);
    assertThat(errors.toString()).contains("at least 0.990 is needed");
    assertThat(models()).isEqualTo(models);
    assertThat(Files.getLastModifiedTime(models.get(1))).isEqualTo(longAgo);
    Files.delete(models.get(0)); // as if it had been stopped before this one was done
    assertThat(generate()).isEqualTo(1);
    assertThat(models()).isEqualTo(models);
    assertThat(Files.getLastModifiedTime(models.get(1))).isEqualTo(longAgo);
    assertThat(generate("--force")).isEqualTo(1);
    assertThat(Files.getLastModifiedTime(models.get(1))).isNotEqualTo(longAgo);
    assertThat(Sha256.of(models.get(1))).isEqualTo(clean);
  }

  /** The artefact model and the clean one. */
  private List<Path> models() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve(".models"))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
