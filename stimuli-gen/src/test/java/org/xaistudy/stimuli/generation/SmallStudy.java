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
import org.xaistudy.stimuli.commandline.StimuliGen;
import org.xaistudy.studies.StudyFile;
import org.xaistudy.studies.manifest.Manifest;
import org.xaistudy.studies.manifest.StimulusBundle;
import org.xaistudy.testing.Shared;

/** A published study of birds, so much smaller that it is generated in seconds. */
final class SmallStudy {
  private static final Map<String, String> SMALLER =
      Map.of(
          "size: 64", "size: 32",
          "trainPerClass: 120", "trainPerClass: 20",
          "testPerClass: 60", "testPerClass: 20",
          "epochs: 3", "epochs: 1",
          "minAccuracy: 0.5", "minAccuracy: 0.05",
          "{right: 5, wrong: 5}", "{right: 2, wrong: 1}",
          "samples: 30", "samples: 9");

  private final Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter errors = new StringWriter();

  /** Writes its {@code study.yaml} into a folder. */
  SmallStudy(String published, Path folder) throws IOException {
    this.folder = folder;
    Files.copy(Shared.root().resolve("studies").resolve(published).resolve("study.yaml"), study());
    for (var change : SMALLER.entrySet()) {
      edit(change.getKey(), change.getValue());
    }
    Files.writeString(study(), text().replaceFirst("references: \\d+", "references: 2"));
  }

  private Path study() {
    return folder.resolve("study.yaml");
  }

  /** What {@code study.yaml} says. */
  String text() throws IOException {
    return Files.readString(study());
  }

  /** Replaces a part of {@code study.yaml}. */
  void edit(String right, String wrong) throws IOException {
    assertThat(text()).contains(right);
    Files.writeString(study(), text().replace(right, wrong));
  }

  /** The exit code of {@code generate}. */
  int generate(String... options) {
    List<String> arguments = new ArrayList<>(List.of("generate", folder.toString()));
    arguments.addAll(List.of(options));
    return StimuliGen.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(errors, true))
        .execute(arguments.toArray(String[]::new));
  }

  /** What was generated. */
  Manifest manifest() {
    return StimulusBundle.open(StudyFile.read(folder)).manifest();
  }

  /** What was printed so far. */
  String out() {
    return out.toString();
  }

  /** What went wrong so far. */
  String errors() {
    return errors.toString();
  }
}
