package org.xaistudy.studies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xaistudy.studies.Exclusion.Rule;
import org.xaistudy.studies.document.InvalidFileException;
import org.xaistudy.testing.Shared;

class AnalysisPlanTest {
  private static final Path STUDY = Shared.root().resolve("studies/border-artefact/study.yaml");

  @TempDir Path folder;

  @Test
  void rulesKeepTheirOrder() {
    Study.Analysis plan = StudyFile.read(STUDY).study().analysis();
    assertThat(plan.exclude().orElseThrow())
        .containsExactly(
            new Exclusion(Rule.ATTENTION, Optional.empty()),
            new Exclusion(Rule.INCOMPLETE, Optional.empty()),
            new Exclusion(Rule.FLAGGED, Optional.empty()),
            new Exclusion(Rule.TOO_FAST, Optional.of(1000)),
            new Exclusion(Rule.STRAIGHT_LINING, Optional.empty()));
  }

  @Test
  void anEffectOfAnUnknownMethodIsRefused() throws IOException {
    Path file = folder.resolve("study.yaml");
    Files.writeString(file, Files.readString(STUDY).replace("ig: 0.15", "igg: 0.15"));
    assertThatThrownBy(() -> StudyFile.read(file))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("analysis.power.dPrime")
        .hasMessageContaining("found crp, gradcam, igg, lrp, shap");
  }

  @Test
  void aRuleWithoutItsNumberIsRefused() throws IOException {
    Path file = folder.resolve("study.yaml");
    Files.writeString(file, Files.readString(STUDY).replace(", medianMs: 1000", ""));
    assertThatThrownBy(() -> StudyFile.read(file))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("medianMs");
  }

  @Test
  void looksMustLeadToTheEnd() throws IOException {
    Path file = folder.resolve("study.yaml");
    String yaml = Files.readString(STUDY);
    int all = StudyFile.read(STUDY).study().design().participantsPerArm();
    Files.writeString(
        file,
        yaml.replace("  power:", "  stopping: {looks: [10, 10, %d]}\n  power:".formatted(all - 1)));
    assertThatThrownBy(() -> StudyFile.read(file))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("analysis.stopping.looks[0]")
        .hasMessageContaining("analysis.stopping.looks[2]")
        .hasMessageContaining("participantsPerArm " + all);
    Files.writeString(
        file, yaml.replace("  power:", "  stopping: {looks: [10, %d]}\n  power:".formatted(all)));
    assertThat(StudyFile.read(file).study().analysis().stopping().orElseThrow().looks())
        .contains(List.of(10, all));
  }
}
