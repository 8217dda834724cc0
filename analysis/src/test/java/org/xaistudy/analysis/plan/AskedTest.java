package org.xaistudy.analysis.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xaistudy.analysis.ChosenPlaces;
import org.xaistudy.analysis.OtherTasks;
import org.xaistudy.analysis.responses.Measure;
import org.xaistudy.studies.Task;

/** What the plan takes from studies that ask for neither yes nor no. */
class AskedTest {
  @TempDir Path folder;

  @Test
  void foretellingIsOneOfTheClassesInSessions() throws IOException {
    Plan plan = Plan.of(OtherTasks.forwardSimulation(folder));
    assertThat(plan.asked())
        .isEqualTo(
            new Asked(
                Task.FORWARD_SIMULATION,
                List.of("robin", "wren", "finch", "sparrow"),
                24,
                3,
                Set.of("none")));
    assertThat(plan.chance()).isEqualTo(0.25);
    assertThat(plan.primary()).isEqualTo(Measure.CORRECT);
    assertThat(plan.wording().design())
        .contains(
            "24 predictions to learn from and 24 to foretell, 6 of each of 4 classes, in 3 sessions"
                + " a person");
  }

  @Test
  void distinguishingIsOneOfThePlaces() throws IOException {
    Plan plan = Plan.of(ChosenPlaces.study());
    assertThat(plan.asked())
        .isEqualTo(new Asked(Task.DISTINCTION, List.of("a", "b", "c", "d"), 10, 1, Set.of()));
    assertThat(plan.chance()).isEqualTo(0.25);
    assertThat(plan.primary()).isEqualTo(Measure.CORRECT);
    assertThat(plan.asked().scored()).isTrue();
    assertThat(plan.asked().yesOrNo()).isFalse();
  }

  @Test
  void recommendationsAreComparedByPreferenceUnlessTheStudySaysOtherwise() throws IOException {
    Plan plan = Plan.of(OtherTasks.recommendation(folder));
    assertThat(plan.primary()).isEqualTo(Measure.PREFERENCE);
    assertThat(plan.indifferent(Measure.PREFERENCE)).hasValue(0);
    assertThat(plan.asked().scored()).isFalse();
    assertThat(plan.wording().design()).contains("7 ratings of each model a person");
  }
}
