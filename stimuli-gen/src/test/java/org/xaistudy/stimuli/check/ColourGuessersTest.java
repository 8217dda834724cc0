package org.xaistudy.stimuli.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.xaistudy.stimuli.model.Tensor;
import org.xaistudy.studies.manifest.Manifest.ColourGuesser;

class ColourGuessersTest {
  private final ColourGuessers guessers = new ColourGuessers(1, 4);

  private static List<Tensor> map(float... values) {
    return List.of(new Tensor(values, 1, 4));
  }

  private ColourGuesser measured() {
    return guessers.results().get("m");
  }

  @Test
  void countsHowOftenTheRightOneHasTheMost() {
    // Balances 1 against 0 and −1; brightness ½ against ½ and ¼: a draw of two.
    guessers.add("m", map(1, 1, 0, 0), List.of(map(1, -1, 0, 0), map(-1, 0, 0, 0)));
    // Balances 0 against 1; brightness 1 against ¼.
    guessers.add("m", map(1, 1, -1, -1), List.of(map(1, 0, 0, 0), map(2, 0, 0, 0)));
    assertThat(measured().decisions()).isEqualTo(2);
    assertThat(measured().candidates()).isEqualTo(3);
    assertThat(measured().bySign()).isEqualTo(0.5);
    assertThat(measured().byBrightness()).isEqualTo((0.5 + 1) / 2);
    assertThat(measured().chance()).isCloseTo(1 / 3.0, within(1e-12));
  }

  @Test
  void addsTheMapsOfAllConceptsOfOneExplanation() {
    List<Tensor> concepts =
        List.of(new Tensor(new float[] {2, 0, 0, 0}, 1, 4), new Tensor(new float[] {-2, 0}, 1, 2));
    guessers.add("m", concepts, List.of(map(1, 0, 0, 0)));
    assertThat(measured().bySign()).isZero();
  }

  @Test
  void measuresNothingWhereThereAreNoMapsOrNoOthers() {
    guessers.add("none", List.of(), List.of(List.of(), List.of()));
    guessers.add("alone", map(1, 0, 0, 0), List.of());
    assertThat(guessers.results()).isEmpty();
  }

  @Test
  void tellsOnlyWhatChanceDoesNot() {
    // Of 30 pictures with 4 candidates chance gives up to 40 % in 97.5 of 100 samples.
    assertThat(new ColourGuesser(30, 4, 0.40, 0.41).signTells()).isFalse();
    assertThat(new ColourGuesser(30, 4, 0.40, 0.41).brightnessTells()).isTrue();
  }
}
