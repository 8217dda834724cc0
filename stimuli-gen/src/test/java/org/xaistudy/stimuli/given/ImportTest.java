package org.xaistudy.stimuli.given;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xaistudy.stimuli.commandline.StimuliGen;
import org.xaistudy.studies.StudyFile;
import org.xaistudy.studies.manifest.Manifest;
import org.xaistudy.studies.manifest.Manifest.Look;
import org.xaistudy.studies.manifest.Manifest.Use;
import org.xaistudy.studies.manifest.StimulusBundle;

/** Pictures made anywhere, as docs/import.md tells. */
class ImportTest {
  @TempDir Path folder;
  private final StringBuilder table =
      new StringBuilder(
          "sample,label,prediction,model,truth,method,panel,file,relevance,alternative,use\n");
  private final StringWriter errors = new StringWriter();

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("study.yaml"), STUDY);
    String[][] samples = {{"e1", "example"}, {"p1", "practice"}, {"t1", "trial"}, {"t2", ""}};
    for (String[] sample : samples) {
      for (String model : List.of("artefact", "clean")) {
        String name = sample[0] + "-" + model;
        String start =
            "%s,cat,dog,%s,%s,"
                .formatted(sample[0], model, model.equals("artefact") ? "yes" : "no");
        table.append(start + "original,," + picture(name + "-o", 20) + ",,," + sample[1] + "\n");
        table.append(
            start
                + "smooth,1,"
                + picture(name + "-s", 24)
                + ",,"
                + picture(name + "-a", 24)
                + ","
                + sample[1]
                + "\n");
        for (int panel = 1; panel <= 2; panel++) {
          table.append(
              start
                  + "parts,"
                  + panel
                  + ","
                  + picture(name + "-c" + panel, 16)
                  + ",0."
                  + (5 - panel)
                  + ",,"
                  + sample[1]
                  + "\n");
        }
      }
    }
  }

  private String picture(String name, int side) throws IOException {
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(new Color(name.hashCode() & 0xffffff));
    g.fillRect(0, 0, side, side / 2 + name.length() % 5);
    g.dispose();
    ImageIO.write(image, "png", folder.resolve(name + ".png").toFile());
    return name + ".png";
  }

  private int take(String text) throws IOException {
    Path csv = Files.writeString(folder.resolve("stimuli.csv"), text);
    return StimuliGen.commandLine()
        .setErr(new PrintWriter(errors, true))
        .execute("import", csv.toString(), "--out", folder.toString());
  }

  @Test
  void makesABundleThatTellsNothing() throws IOException {
    assertThat(take(table.toString())).as(errors::toString).isZero();
    Manifest manifest = StimulusBundle.open(StudyFile.read(folder)).manifest();
    assertThat(manifest.stimuli()).hasSize(8);
    assertThat(manifest.stimuli(Use.TRIAL)).hasSize(4);
    assertThat(manifest.models()).isEmpty();
    assertThat(manifest.classNames().get("cat").in("en")).isEqualTo("a cat");
    assertThat(manifest.methods().get("smooth").look()).isEqualTo(Look.HEATMAP);
    assertThat(manifest.methods().get("parts").look()).isEqualTo(Look.CONCEPTS);
    assertThat(manifest.methods().get("parts").reading().orElseThrow().in("en"))
        .isEqualTo("Each part counts.");
    assertThat(manifest.files().keySet()).allMatch(name -> name.matches("[0-9a-f]{12}\\.png"));
    Set<Manifest.ImageFile> originals = new HashSet<>();
    for (Manifest.Stimulus stimulus : manifest.stimuli()) {
      Manifest.ImageFile file = manifest.files().get(stimulus.original());
      originals.add(new Manifest.ImageFile("", file.bytes(), file.width(), file.height()));
      assertThat(stimulus.truth()).isEqualTo(stimulus.model() == Manifest.Model.ARTEFACT);
      assertThat(stimulus.explanations().get("none").panels()).isEmpty();
      assertThat(stimulus.explanations().get("parts").panels()).hasSize(2);
    }
    assertThat(originals).hasSize(1);
  }

  /** One model: neither model nor truth need a column; label and prediction tell it. */
  @Test
  void takesPredictionsOfOneModel() throws IOException {
    String study =
        STUDY
            .replaceFirst("(?s)artefact:.*?(?=\\n\\S)", "task: correctness")
            .replaceFirst("trialsPerModel: *\\d+", "trials: {right: 1, wrong: 1}");
    Files.writeString(folder.resolve("study.yaml"), study);
    StringBuilder one =
        new StringBuilder("sample,label,prediction,method,panel,file,relevance,use\n");
    String[][] samples = {
      {"e1", "cat", "example"},
      {"e2", "dog", "example"},
      {"p1", "cat", "practice"},
      {"t1", "cat", "trial"},
      {"t2", "dog", "trial"}
    };
    for (String[] sample : samples) {
      String start = sample[0] + "," + sample[1] + ",dog,";
      String end = "," + sample[2] + "\n";
      one.append(start + "original,," + picture(sample[0] + "-o", 20) + "," + end);
      one.append(start + "smooth,1," + picture(sample[0] + "-s", 24) + "," + end);
      one.append(start + "parts,1," + picture(sample[0] + "-c", 16) + ",0.5" + end);
    }
    assertThat(take(one.toString())).as(errors::toString).isZero();
    Manifest manifest = StimulusBundle.open(StudyFile.read(folder)).manifest();
    assertThat(manifest.stimuli())
        .hasSize(5)
        .allMatch(stimulus -> stimulus.model() == Manifest.Model.SINGLE)
        .allMatch(stimulus -> stimulus.truth() == stimulus.label().equals("dog"));
    assertThat(take(one.toString().replace("t2,dog,dog", "t2,cat,dog"))).isEqualTo(1);
    assertThat(errors.toString())
        .contains("needs 1 decisions for trials that are right, as design.trials says, has 0");
  }

  /** What people learn from stands in the table too; all answers must be among those offered. */
  @Test
  void takesPredictionsToBeForetold() throws IOException {
    String study =
        STUDY
            .replaceFirst("(?s)artefact:.*?(?=\\n\\S)", "task: forward-simulation")
            .replaceFirst(
                "trialsPerModel: *\\d+",
                "classes: [cat, dog], trialsPerClass: 1, training: {trials: 2}")
            .replace("practiceTrials: 1", "practiceTrials: 0")
            .replaceFirst("  clarity:.*\\n", "");
    Files.writeString(folder.resolve("study.yaml"), study);
    StringBuilder one = new StringBuilder("sample,label,prediction,method,file,use\n");
    String[][] samples = {
      {"e1", "cat", "example"},
      {"l1", "cat", "training"},
      {"l2", "dog", "training"},
      {"t1", "cat", "trial"},
      {"t2", "dog", "trial"}
    };
    for (String[] sample : samples) {
      String start = sample[0] + ",cat," + sample[1] + ",";
      String end = "," + sample[2] + "\n";
      one.append(start + "original," + picture(sample[0] + "-o", 20) + end);
      one.append(start + "smooth," + picture(sample[0] + "-s", 24) + end);
      one.append(start + "parts," + picture(sample[0] + "-c", 16) + end);
    }
    assertThat(take(one.toString())).as(errors::toString).isZero();
    Manifest manifest = StimulusBundle.open(StudyFile.read(folder)).manifest();
    assertThat(manifest.stimuli(Use.TRAINING)).hasSize(2);
    assertThat(manifest.stimuli(Use.TRIAL)).hasSize(2);
    assertThat(take(one.toString().replace(",training", ",trial"))).isEqualTo(1);
    assertThat(errors.toString())
        .contains("needs 2 decisions with the use 'training', as design.training says, has 0");
    assertThat(take(one.toString().replace("t2,cat,dog", "t2,cat,cow"))).isEqualTo(1);
    assertThat(errors.toString())
        .contains("the prediction 'cow' is none of design.classes (cat, dog)")
        .contains("needs 1 decisions for trials whose prediction is 'dog'");
  }

  /** A picture of each method for each class that people choose from. */
  @Test
  void takesExplanationsOfSeveralClasses() throws IOException {
    String study =
        STUDY
            .replaceFirst("(?s)artefact:.*?(?=\\n\\S)", "task: distinction")
            .replaceFirst("trialsPerModel: *\\d+", "candidates: 3, trials: {right: 1, wrong: 1}")
            .replaceFirst("  - none: \\{}\\n", "")
            .replace("reference: none", "reference: smooth");
    Files.writeString(folder.resolve("study.yaml"), study);
    StringBuilder several = new StringBuilder("sample,label,prediction,method,file,use,explains\n");
    String[][] samples = {
      {"e1", "cat", "example"},
      {"p1", "cat", "practice"},
      {"t1", "cat", "trial"},
      {"t2", "dog", "trial"}
    };
    for (String[] sample : samples) {
      String start = sample[0] + "," + sample[1] + ",dog,";
      several.append(start + "original," + picture(sample[0], 20) + "," + sample[2] + ",\n");
      for (String explained : List.of("", "cat", "cow")) {
        String end = "," + sample[2] + "," + explained + "\n";
        String name = sample[0] + "-" + explained;
        several.append(start + "smooth," + picture(name + "-s", 24) + end);
        several.append(start + "parts," + picture(name + "-c", 16) + end);
      }
    }
    assertThat(take(several.toString())).as(errors::toString).isZero();
    Manifest manifest = StimulusBundle.open(StudyFile.read(folder)).manifest();
    assertThat(manifest.stimuli())
        .hasSize(4)
        .allSatisfy(one -> assertThat(one.others()).containsOnlyKeys("cat", "cow"))
        .allSatisfy(
            one ->
                assertThat(one.candidates("smooth", 1))
                    .doesNotHaveDuplicates()
                    .element(1)
                    .isEqualTo(one.explanation("smooth")));
    assertThat(manifest.className("cow").in("en")).isEqualTo("cow");
    assertThat(take(several.toString().replace("trial,cow", "trial,cat"))).isEqualTo(1);
    assertThat(errors.toString())
        .contains(
            "needs explanations of 2 classes beside the prediction, as design.candidates says,"
                + " has 1");
    String absent =
        several.toString().replaceFirst("t2,dog,dog,parts,t2-cow-c.png,trial,cow\n", "");
    assertThat(absent).hasSizeLessThan(several.length());
    assertThat(take(absent)).isEqualTo(1);
    assertThat(errors.toString())
        .contains("has no picture of the method 'parts' that explains 'cow'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "t1,cat,dog,clean,no,original | t1,cat,dog,clean,maybe,original"
            + " | stimuli.csv:22:1: truth: expected one of yes, no, found 'maybe'",
        "t1,cat,dog,clean,no,smooth | t1,dog,dog,clean,no,smooth"
            + " | :23:1: label, prediction or truth differ from line 22, the same decision",
        "t1-clean-s.png | nowhere.png | file: there is no ",
        "parts,1,t1-clean-c1.png,0.4 | parts,1,t1-clean-c1.png,4 | relevance: expected a number",
        "t1-clean-s.png | t1-clean-c1.png | t1-clean-c1.png has 16 × 16 pixels, that of line 3",
        "t1,cat,dog,clean,no,smooth | t1,cat,dog,clean,no,sharp"
            + " | has no picture of the method 'smooth'",
        ",example | ,practice | needs two decisions with the use 'example'",
        "sample,label | sample,lable | lable: unknown column",
      })
  void saysWhatIsWrongAndLeavesNothing(String right, String wrong, String message)
      throws IOException {
    assertThat(table.toString()).contains(right);
    assertThat(take(table.toString().replace(right, wrong))).isEqualTo(1);
    assertThat(errors.toString()).contains("stimuli.csv:").contains(message);
    assertThat(Files.exists(folder.resolve("stimuli"))).isFalse();
  }

  private static final String STUDY =
      """
      format: 1
      id: from-elsewhere
      title: From elsewhere
      languages: [en]
      seed: 5
      dataset:
        given: {names: {cat: a cat, dog: a dog}}
      artefact:
        given:
          words: {about: "Some pictures have a ruler in them.", task: "Is the ruler used?"}
      methods:
        - none: {}
        - given: {id: smooth, reading: "Red is for, blue is against."}
        - given: {id: parts, reading: "Each part counts."}
      design: {participantsPerArm: 2, trialsPerModel: 1, practiceTrials: 1, samples: 2}
      questions:
        decision: Does the ruler matter?
        confidence: {question: How sure, low: not, high: very}
        clarity: {question: How clear, low: not, high: very}
      consent: {version: 1, text: Do you agree}
      analysis: {reference: none}
      """;
}
