package org.xaistudy.stimuli.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.xaistudy.stimuli.model.Tensor;
import org.xaistudy.studies.manifest.Manifest.IdealReader;
import org.xaistudy.studies.manifest.Manifest.Model;

class IdealReadersTest {
  /** Of 2 × 2 pixels the first is the artefact's. */
  private final IdealReaders readers =
      new IdealReaders(new boolean[] {true, false, false, false}, 2, 2);

  private void add(Model model, float... map) {
    readers.add("m", model, List.of(new Tensor(map, 2, 2)));
  }

  private IdealReader measured() {
    return readers.results().get("m");
  }

  @Test
  void measuresMassLiftAndWhatTellsTheModelsApart() {
    add(Model.ARTEFACT, -3, 1, 0, 0);
    add(Model.ARTEFACT, 1, 1, 1, 1);
    add(Model.CLEAN, 0, 2, 2, 4);
    add(Model.CLEAN, 1, 0, 0, -1);
    IdealReader reader = measured();
    assertThat(reader.decisions()).isEqualTo(4);
    assertThat(reader.area()).isEqualTo(0.25);
    assertThat(reader.artefactMass()).isCloseTo((0.75 + 0.25) / 2, within(1e-12));
    assertThat(reader.artefactLift()).isCloseTo(2, within(1e-12));
    assertThat(reader.cleanMass()).isCloseTo((0 + 0.5) / 2, within(1e-12));
    // Masses 0.75, 0.25 against 0, 0.5: three of four pairs.
    assertThat(reader.aucOfMass()).isEqualTo(0.75);
    // Balances −0.5, 1 against 1, 0: one pair and a tie.
    assertThat(reader.aucOfSign()).isEqualTo(1.5 / 4);
    // Brightness 1/3, 1 against 1/2, 1/2.
    assertThat(reader.aucOfBrightness()).isEqualTo(0.5);
  }

  @Test
  void seesWhereColourSaysMoreThanPlace() {
    add(Model.ARTEFACT, -1, -1, -1, -1);
    add(Model.CLEAN, 1, 1, 1, 1);
    assertThat(measured().aucOfMass()).isEqualTo(0.5);
    assertThat(measured().aucOfSign()).isZero();
    assertThat(measured().signTellsMore()).isTrue();
    assertThat(measured().brightnessTellsMore()).isFalse();
  }

  @Test
  void addsTheMapsOfAllConcepts() {
    Tensor first = new Tensor(new float[] {1, 0, 0, 0}, 2, 2);
    Tensor second = new Tensor(new float[] {0, 0, 0, 3}, 2, 2);
    readers.add("m", Model.ARTEFACT, List.of(first, second));
    add(Model.CLEAN, 0, 0, 0, 0); // nothing: as if spread evenly
    assertThat(measured().artefactMass()).isEqualTo(0.25);
    assertThat(measured().cleanMass()).isEqualTo(0.25);
  }

  @Test
  void measuresAlongSignals() {
    IdealReaders along = new IdealReaders(new boolean[] {true, true, false, false}, 1, 4);
    along.add("m", Model.ARTEFACT, List.of(new Tensor(new float[] {3, 1}, 1, 2)));
    along.add("m", Model.CLEAN, List.of(new Tensor(new float[] {0, 1, 0, 3}, 1, 4)));
    IdealReader reader = along.results().get("m");
    assertThat(reader.area()).isEqualTo(0.5);
    // 3, 2.5, 1.5, 1 of a map of half as many values.
    assertThat(reader.artefactMass()).isCloseTo(5.5 / 8, within(1e-6));
    assertThat(reader.cleanMass()).isCloseTo(0.25, within(1e-6));
  }

  @Test
  void sayNothingOfMethodsWithoutMaps() {
    readers.add("none", Model.ARTEFACT, List.of());
    assertThat(readers.results()).isEmpty();
  }
}
