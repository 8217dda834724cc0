package org.xaistudy.analysis.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xaistudy.analysis.ProgressListener;
import org.xaistudy.analysis.exclusion.ExclusionRule;
import org.xaistudy.analysis.report.Report;
import org.xaistudy.analysis.responses.Measure;
import org.xaistudy.analysis.responses.Participant;
import org.xaistudy.analysis.responses.Responses;
import org.xaistudy.analysis.results.Results;
import org.xaistudy.analysis.results.Simulated;
import org.xaistudy.studies.StudyFile;
import org.xaistudy.testing.Shared;

class PlanTest {
  private static final Path STUDY = Shared.root().resolve("studies/border-artefact/study.yaml");

  @TempDir Path folder;

  @Test
  void marginsAreThoseOfTheStudyAndTheDefaultsWhereItIsSilent() throws IOException {
    assertThat(plan("equivalence: {correct: 0.05, clarity: 2}").margins())
        .isEqualTo(new Margins(0.05, 1, 2, 0.5, Set.of(Measure.CORRECT, Measure.CLARITY)));
    assertThat(plan("level: 0.9").margins()).isEqualTo(Margins.DEFAULT);
    assertThat(Plan.comparingWith("m0", Simulated.study(1, 2, 2)).margins())
        .isEqualTo(new Margins(0.1, 1, 1, 0.5, Set.of()));
  }

  @Test
  void guessingIsWhatTheDesignLetsPeopleGetWithoutLooking() throws IOException {
    assertThat(plan("level: 0.9").chance()).isEqualTo(0.5);
    Path correctness = Shared.root().resolve("studies/birds-correctness/study.yaml");
    String text =
        Files.readString(correctness)
            .replace("right: 5, wrong: 5", "right: 8, wrong: 4")
            .replace("medianMs: 1000", "medianMs: 100");
    Path file = Files.writeString(folder.resolve("study.yaml"), text);
    Plan plan = Plan.of(StudyFile.read(file).study());
    assertThat(plan.chance()).isEqualTo(8 / 12.0);
    Responses study = Simulated.study(1, 4);
    Plan of = plan.resampling(new Resampling(100, 1));
    Responses named =
        new Responses(
            "",
            "",
            study.participants().stream()
                .map(p -> new Participant(p.id(), "none", p.answers(), true, "", p.source(), 0))
                .toList());
    assertThat(Report.of(Results.of(named, of, ProgressListener.SILENT)))
        .contains("guessing would be 66.7\u00A0%", "method − 66.7 %");
  }

  @Test
  void failedAttentionChecksAreCountedFirst() throws IOException {
    assertThat(plan("level: 0.9").eligibility().rules())
        .startsWith(ExclusionRule.ATTENTION, ExclusionRule.INCOMPLETE, ExclusionRule.FLAGGED);
    assertThat(Plan.comparingWith("m0", Simulated.study(1, 2, 2)).eligibility().rules())
        .containsExactly(ExclusionRule.ATTENTION, ExclusionRule.INCOMPLETE, ExclusionRule.FLAGGED);
  }

  @Test
  void methodsAreCalledWhatPeopleKnowThemAs() throws IOException {
    Wording wording = plan("level: 0.9").wording();
    assertThat(Stream.of("crp", "lrp", "ig", "shap", "gradcam", "other").map(wording::name))
        .containsExactly("CRP", "LRP", "Integrated Gradients", "SHAP", "Grad-CAM", "other");
    assertThat(Plan.comparingWith("m0", Simulated.study(1, 2, 2)).name("crp")).isEqualTo("crp");
  }

  @Test
  void aMethodWithAnIdOfItsOwnKeepsIt() throws IOException {
    String text =
        Files.readString(STUDY)
            .replace("lrp:\n", "lrp:\n      id: shap\n")
            .replace("shap:\n", "shap:\n      id: shap-50\n")
            .replace("shap: 0.75, lrp: 0.55", "shap: 0.75, shap-50: 0.55");
    Path file = Files.writeString(folder.resolve("study.yaml"), text);
    Wording wording = Plan.of(StudyFile.read(file).study()).wording();
    assertThat(wording.name("shap")).isEqualTo("shap");
    assertThat(wording.name("shap-50")).isEqualTo("shap-50");
    assertThat(wording.name("gradcam")).isEqualTo("Grad-CAM");
  }

  /** The plan of a study that says one thing more about its analysis. */
  private Plan plan(String line) throws IOException {
    String text =
        Files.readString(STUDY).replace("measure: correct", "measure: correct\n  " + line);
    Path file = Files.writeString(folder.resolve("study.yaml"), text);
    return Plan.of(StudyFile.read(file).study());
  }
}
