package org.xaistudy.stimuli.artefact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xaistudy.stimuli.dataset.SignalSample;
import org.xaistudy.stimuli.model.Tensor;
import org.xaistudy.studies.StudyFile;
import org.xaistudy.testing.Shared;

class HumPlantingTest {
  private static final int LENGTH = 500;

  @ParameterizedTest
  @CsvSource({"50, 0, 1", "50, 0, 0.3", "60, 0.25, 0.5", "125, 0.9, 1"})
  void changesTheSignalWhereItsMaskIs(double frequency, double from, double to) {
    HumPlanting hum = new HumPlanting(frequency, 0.2, from, to);
    Tensor flat = Tensor.zeros(2, 1, LENGTH);
    Tensor planted = hum.plant(flat);
    boolean[] mask = hum.mask(LENGTH);
    assertThat(flat.sum()).as("the signal itself").isZero();
    int inside = 0;
    for (int i = 0; i < 2 * LENGTH; i++) {
      boolean hums = mask[i % LENGTH];
      assertThat(planted.values()[i] != 0).as("value %d", i).isEqualTo(hums);
      inside += i < LENGTH && hums ? 1 : 0;
    }
    assertThat(inside / (double) LENGTH).isCloseTo(to - from, within(0.01));
  }

  /** So many zero crossings from below as the frequency says, none higher than the amplitude. */
  @Test
  void swingsAtItsFrequency() {
    float[] planted = new HumPlanting(50, 0.2, 0, 1).plant(Tensor.zeros(1, 1, LENGTH)).values();
    int rises = 0;
    float most = 0;
    for (int i = 1; i < LENGTH; i++) {
      rises += planted[i - 1] < 0 && planted[i] >= 0 ? 1 : 0;
      most = Math.max(most, Math.abs(planted[i]));
    }
    double seconds = (double) LENGTH / SignalSample.RATE;
    assertThat((double) rises).isCloseTo(50 * seconds, within(1.0));
    assertThat(most).isCloseTo(0.2f, within(0.02f));
  }

  @Test
  void isWhatTheExampleStudySays() {
    StudyFile study = StudyFile.read(Shared.root().resolve("studies/heartbeats-hum"));
    boolean[] mask = SignalPlanting.of(study).mask(100);
    assertThat(mask[29]).isTrue();
    assertThat(mask[30]).isFalse();
  }
}
