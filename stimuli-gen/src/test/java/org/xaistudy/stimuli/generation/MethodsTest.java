package org.xaistudy.stimuli.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xaistudy.stimuli.commandline.StimuliGen;
import org.xaistudy.stimuli.explanation.Occlusion;
import org.xaistudy.studies.StudyFile;
import org.xaistudy.studies.manifest.Manifest;
import org.xaistudy.studies.manifest.Manifest.IdealReader;
import org.xaistudy.studies.manifest.Manifest.Look;
import org.xaistudy.studies.manifest.StimulusBundle;

/** Methods beyond the five: the control arm, rectified maps, and a plug-in in a jar. */
class MethodsTest {
  @TempDir Path folder;
  @TempDir Path plugins;
  private TwoColours study;
  private final StringWriter errors = new StringWriter();

  @BeforeEach
  void write() throws IOException {
    study = new TwoColours(folder);
    study.edit(
        "  - gradcam: {}",
        """
          - gradcam: {id: signed}
          - gradcam: {id: rectified, sign: rectified}
          - none: {}
          - plugin: {name: occlusion, parameters: {window: 4}}
        """
            .stripTrailing());
    study.edit("analysis: {reference: crp}", "analysis: {reference: none}");
    study.edit("  - crp: {composite: epsilon-plus-flat, concepts: 1, references: 2}\n", "");
    PluginJar.write(plugins.resolve("occlusion.jar"), Occlusion.class);
  }

  private int generate(boolean withPlugins) {
    List<String> args = new ArrayList<>(List.of("generate", folder.toString()));
    if (withPlugins) {
      args.addAll(List.of("--plugins", plugins.toString()));
    }
    return StimuliGen.commandLine()
        .setErr(new PrintWriter(errors, true))
        .execute(args.toArray(String[]::new));
  }

  @Test
  void allComeThroughOneDoor() throws IOException {
    assertThat(generate(true)).as(errors::toString).isZero();
    Manifest manifest = StimulusBundle.open(StudyFile.read(folder)).manifest();
    assertThat(manifest.methods().keySet())
        .containsExactly("lrp", "signed", "rectified", "none", "occlusion");
    assertThat(manifest.methods().get("occlusion").look()).isEqualTo(Look.HEATMAP);
    assertThat(manifest.methods().get("occlusion").reading().orElseThrow().in("de"))
        .startsWith("Ein Quadrat");
    assertThat(manifest.methods().get("none").look()).isEqualTo(Look.NONE);
    assertThat(manifest.stimuli())
        .allMatch(stimulus -> stimulus.explanations().get("none").panels().isEmpty());
    // The artefact model looks at black alone, the clean one at the colour everywhere.
    IdealReader occlusion = manifest.methods().get("occlusion").reader().orElseThrow();
    assertThat(occlusion.artefactLift()).isGreaterThan(1.5);
    assertThat(occlusion.aucOfMass()).isEqualTo(1);
    assertThat(Files.readString(folder.resolve("stimuli/private/overview.html")))
        .contains("What an ideal reader could tell")
        .contains("<td>occlusion</td>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "window: 4 | window: 0 | methods[4].plugin.parameters.window: expected at least 1, found 0",
        "window: 4 | size: 4 | methods[4].plugin.parameters: the key 'window' is missing here (side",
        "name: occlusion | name: smooth | methods[4].plugin.name: no plug-in of this name",
        "sign: rectified | sign: positive | expected one of signed, rectified, found 'positive'",
        "none: {} | given: {id: mine} | methods[3]: pictures made elsewhere are taken in by",
      })
  void saysWhatIsWrongWithAMethod(String right, String wrong, String message) throws IOException {
    study.edit(right, wrong);
    if (wrong.startsWith("given")) {
      study.edit("reference: none", "reference: mine");
    }
    assertThat(generate(true)).isEqualTo(1);
    assertThat(errors.toString()).contains("study.yaml:").contains(message);
  }

  @Test
  void asksForTheFolderOfPlugIns() {
    assertThat(generate(false)).isEqualTo(1);
    assertThat(errors.toString())
        .contains("name the folder of its jar with --plugins")
        .contains("there are: crp, gradcam, ig, lrp, none, shap");
  }
}
