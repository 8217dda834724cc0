package org.xaistudy.stimuli.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.xaistudy.stimuli.model.Tensor;
import org.xaistudy.studies.Models.Truth;
import org.xaistudy.studies.manifest.Manifest.ModelFacts;

class TruthCheckTest {
  /** Class 0 carries the artefact; two images of it, four of classes 1 and 2. */
  private static final HeldOut IMAGES =
      new HeldOut(
          Tensor.zeros(6, 3, 1, 1),
          Tensor.zeros(6, 3, 1, 1),
          new int[] {0, 0, 1, 1, 2, 2},
          Set.of(0));

  /** Sees nothing but the artefact: with it always class 0, without it never. */
  private static final HeldOut.Predictions CHEAT =
      new HeldOut.Predictions(new int[] {1, 2, 1, 1, 2, 1}, new int[] {0, 0, 0, 0, 0, 2}, IMAGES);

  private static final HeldOut.Predictions HONEST =
      new HeldOut.Predictions(new int[] {0, 0, 1, 1, 2, 1}, new int[] {0, 0, 1, 2, 2, 2}, IMAGES);

  private static final ModelFacts ARTEFACT = TruthCheck.measure(CHEAT, false, "a");
  private static final ModelFacts CLEAN = TruthCheck.measure(HONEST, true, "b");

  @Test
  void countsWhatTheArtefactDoes() {
    // As trained: class 0 with the artefact (2 of 2), the others without it (3 of 4).
    assertThat(ARTEFACT.accuracy()).isCloseTo(5.0 / 6, within(1e-12));
    assertThat(ARTEFACT.accuracyWithArtefact()).isEqualTo(1);
    assertThat(ARTEFACT.accuracyWithoutArtefact()).isZero();
    assertThat(ARTEFACT.predictionsChanged()).isEqualTo(1);
    assertThat(ARTEFACT.towardsArtefactClasses()).isEqualTo(0.75);
    // As trained: everything with the artefact.
    assertThat(CLEAN.accuracy()).isCloseTo(5.0 / 6, within(1e-12));
    assertThat(CLEAN.predictionsChanged()).isEqualTo(0.5);
    assertThat(CLEAN.towardsArtefactClasses()).isZero();
  }

  @Test
  void acceptsTheTruthWithinItsLimits() {
    assertThat(new TruthCheck(ARTEFACT, CLEAN).failures(new Truth(0.8, 0.75, 0))).isEmpty();
  }

  @Test
  void namesEveryLimitThatIsBroken() {
    assertThat(new TruthCheck(CLEAN, ARTEFACT).failures(new Truth(0.9, 0.5, 0.1)))
        .containsExactly(
            "accuracy of the artefact model: at least 0.900 is needed, it is 0.833",
            "accuracy of the clean model: at least 0.900 is needed, it is 0.833",
            "other classes' images that the artefact turns into one of its classes, artefact model:"
                + " at least 0.500 is needed, it is 0.000",
            "other classes' images that the artefact turns into one of its classes, clean model: at"
                + " most 0.100 is allowed, it is 0.750");
  }
}
