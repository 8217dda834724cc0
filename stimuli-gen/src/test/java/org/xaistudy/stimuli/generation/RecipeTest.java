package org.xaistudy.stimuli.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xaistudy.studies.StudyFile;
import org.xaistudy.testing.Shared;

class RecipeTest {
  @TempDir Path folder;

  private static String example(String study) throws IOException {
    return Files.readString(Shared.root().resolve("studies/" + study + "/study.yaml"));
  }

  private String recipe(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("study.yaml"), yaml);
    return Recipe.of(StudyFile.read(file), name -> null).sha256();
  }

  private static String edited(String yaml, String right, String wrong) {
    assertThat(yaml).contains(right);
    return yaml.replace(right, wrong);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id: border-artefact            | id: other",
        "Can you catch                  | Would you catch",
        "It takes about twelve minutes.    | It takes a quarter of an hour.",
        "Does the black border          | Does the dark border",
        "participantsPerArm: 25         | participantsPerArm: 30",
        "trialsPerModel: 7              | trialsPerModel: 6",
        "correction: holm               | correction: bonferroni",
        "concepts: 5                    | '\n      concepts: 5\n      names: {clean: {3: spots}}'",
        "- gradcam: {}                  | - gradcam: {id: gradcam}",
        "# 10/224, as in the 2023 study | '\n    words: {used: Yes it does.}'",
        "10/224, as in the 2023 study   | a comment",
      })
  void whatDoesNotMakeAnImageDoesNotCount(String right, String other) throws IOException {
    String yaml = example("border-artefact");
    assertThat(recipe(edited(yaml, right, other))).isEqualTo(recipe(yaml));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "seed: 2023                       | seed: 2024",
        "size: 64                         | size: 32",
        "trainPerClass: 240               | trainPerClass: 241",
        "width: 0.0446429                 | width: 0.05",
        "[dotted-redcap, striped-redcap]  | [dotted-redcap]",
        "'# 10/224, as in the 2023 study' | '\n    share: 0.9'",
        "epochs: 8                        | epochs: 9",
        "maxCleanUse: 0.05                | maxCleanUse: 0.04",
        "concepts: 5                      | concepts: 4",
        "steps: 100                       | steps: 99",
        "- gradcam: {}                    | - gradcam: {layer: features.12}",
        "practiceTrials: 2                | practiceTrials: 3",
        "samples: 14                      | samples: 15",
      })
  void whatMakesAnImageCounts(String right, String other) throws IOException {
    String yaml = example("border-artefact");
    assertThat(recipe(edited(yaml, right, other))).isNotEqualTo(recipe(yaml));
  }

  @Test
  void photographsCountByTheirPlaceAndNotByTheNamesOfTheirClasses() throws IOException {
    String yaml = example("cifar10-border");
    assertThat(recipe(edited(yaml, "en: lorry", "en: truck"))).isEqualTo(recipe(yaml));
    assertThat(recipe(edited(yaml, "${CIFAR10}", "photographs"))).isNotEqualTo(recipe(yaml));
  }
}
