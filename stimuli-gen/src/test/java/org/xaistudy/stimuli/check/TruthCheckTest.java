package org.xaistudy.stimuli.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.xaistudy.stimuli.model.Tensor;
import org.xaistudy.studies.Models.Truth;
import org.xaistudy.studies.manifest.Manifest.Counts;
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

  private static final Truth LIMITS =
      new Truth(0.8, Optional.of(0.75), Optional.of(0.0), Optional.empty());

  @Test
  void acceptsTheTruthWithinItsLimits() {
    assertThat(new TruthCheck(ARTEFACT, CLEAN, 3, 1).failures(LIMITS)).isEmpty();
  }

  @Test
  void namesEveryLimitThatIsBrokenWithItsIntervalAndWhatToChange() {
    List<String> failures =
        new TruthCheck(/* artefact= */ CLEAN, /* clean= */ ARTEFACT, 3, 1)
            .failures(new Truth(0.9, Optional.of(0.5), Optional.of(0.1), Optional.of(0.9)));
    assertThat(failures).hasSize(4);
    assertThat(failures.get(0))
        .startsWith("accuracy of the artefact model: at least 0.900 is needed, it is 0.833, 95 %")
        // R: prop.test(5, 6, correct = FALSE)
        .contains("interval 0.436 to 0.970, 5 of 6 images")
        .contains("more epochs or images to learn from; the interval holds the limit");
    assertThat(failures.get(2))
        .contains("artefact model: at least 0.500 is needed, it is 0.000")
        .contains("recognised without it, too: a larger share");
    assertThat(failures.get(3))
        .contains("clean model: at most 0.100 is allowed, it is 0.750")
        .contains("learns that the artefact means nothing")
        .contains("or another limit");
  }

  @Test
  void whatTheArtefactOnlyDisturbsIsNoUse() {
    ModelFacts facts = facts(0.4, 0.6);
    // Of ten classes two are the artefact's and one the image's own: by chance 2 of 7 go there.
    assertThat(new TruthCheck(facts, facts, 10, 2).use(facts))
        .isCloseTo(0.4 - 0.6 * 2 / 7, within(1e-12));
    assertThat(new TruthCheck(facts, facts, 10, 2).use(facts(0.1, 0.7))).isZero();
    // With two classes there is nowhere else to go.
    assertThat(new TruthCheck(facts, facts, 2, 1).use(facts(0.4, 0))).isEqualTo(0.4);
  }

  private static ModelFacts facts(double towards, double others) {
    return new ModelFacts(
        "", 1, 1, 0, 1, towards, OptionalDouble.of(others), Optional.of(new Counts(60, 20, 40)));
  }

  @Test
  void twoClassesNeedAFloorOrAWarning() {
    TruthCheck two = new TruthCheck(facts(0.9, 0), facts(0, 0), 2, 1);
    assertThat(two.warnings(LIMITS)).hasSize(1);
    Truth floor = new Truth(0.8, Optional.of(0.75), Optional.of(0.0), Optional.of(0.2));
    assertThat(two.warnings(floor)).isEmpty();
    assertThat(two.failures(floor))
        .singleElement()
        .asString()
        .contains("without it: at least 0.200 is needed, it is 0.000")
        .contains("a smaller share of images that carry the artefact");
  }
}
