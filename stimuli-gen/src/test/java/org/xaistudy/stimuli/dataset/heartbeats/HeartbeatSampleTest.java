package org.xaistudy.stimuli.dataset.heartbeats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xaistudy.stimuli.dataset.SignalSample;
import org.xaistudy.stimuli.model.Tensor;

class HeartbeatSampleTest {
  private static final int LENGTH = 512;
  private static final int MANY = 20;

  private static HeartbeatSample beat(BeatClass kind, int number) {
    return new HeartbeatSample(kind, "train", number, 5, LENGTH);
  }

  @ParameterizedTest
  @EnumSource
  void areTheSameAgainAndDifferByNumberSplitAndSeed(BeatClass kind) {
    Tensor signal = beat(kind, 3).signal();
    assertThat(signal.shape()).containsExactly(1, 1, LENGTH);
    assertThat(beat(kind, 3).signal()).isEqualTo(signal);
    assertThat(beat(kind, 4).signal()).isNotEqualTo(signal);
    assertThat(new HeartbeatSample(kind, "test", 3, 5, LENGTH).signal()).isNotEqualTo(signal);
    assertThat(new HeartbeatSample(kind, "train", 3, 6, LENGTH).signal()).isNotEqualTo(signal);
  }

  @Test
  void haveIdsAndNamesOfTheirOwn() {
    Set<String> names = new HashSet<>();
    for (BeatClass kind : BeatClass.values()) {
      assertThat(BeatClass.named(kind.id())).isEqualTo(kind);
      for (String language : new String[] {"en", "de", "fr"}) {
        assertThat(kind.text().speaks(language)).isTrue();
        assertThat(names.add(kind.text().in(language))).isTrue();
      }
      assertThat(beat(kind, 0).id()).isEqualTo("train/" + kind.id() + "/0");
      assertThat(List.of(BeatClass.values()).get(beat(kind, 0).label())).isEqualTo(kind);
    }
  }

  /** The mean height of a part in many signals, millivolts. */
  private static double height(BeatClass kind, BeatPart part) {
    double sum = 0;
    int count = 0;
    for (int number = 0; number < MANY; number++) {
      boolean[] mask = beat(kind, number).mask(part);
      float[] values = beat(kind, number).signal().values();
      for (int i = 0; i < LENGTH; i++) {
        sum += mask[i] ? values[i] : 0;
        count += mask[i] ? 1 : 0;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }

  /** The seconds of a part in one beat. */
  private static double seconds(BeatClass kind, BeatPart part) {
    int inside = 0;
    int begins = 0;
    for (int number = 0; number < MANY; number++) {
      boolean[] mask = beat(kind, number).mask(part);
      for (int i = 1; i < LENGTH; i++) {
        inside += mask[i] ? 1 : 0;
        begins += mask[i] && !mask[i - 1] ? 1 : 0;
      }
    }
    return begins == 0 ? 0 : (double) inside / begins / SignalSample.RATE;
  }

  @Test
  void differFromTheNormalOneInThePartTheyAreNamedAfter() {
    assertThat(seconds(BeatClass.NORMAL, BeatPart.P_WAVE)).isBetween(0.1, 0.16);
    assertThat(seconds(BeatClass.MISSING_P, BeatPart.P_WAVE)).isZero();
    assertThat(seconds(BeatClass.WIDE_QRS, BeatPart.QRS_COMPLEX))
        .isGreaterThan(2 * seconds(BeatClass.NORMAL, BeatPart.QRS_COMPLEX));
    assertThat(height(BeatClass.RAISED_ST, BeatPart.ST_SEGMENT))
        .isGreaterThan(0.1 + height(BeatClass.NORMAL, BeatPart.ST_SEGMENT));
    assertThat(height(BeatClass.INVERTED_T, BeatPart.T_WAVE)).isLessThan(-0.05);
    assertThat(height(BeatClass.TALL_T, BeatPart.T_WAVE))
        .isGreaterThan(1.8 * height(BeatClass.NORMAL, BeatPart.T_WAVE));
  }

  @ParameterizedTest
  @EnumSource
  void theSpikeIsTheHighestAndPartsOfABeatDoNotOverlap(BeatClass kind) {
    for (int number = 0; number < MANY; number++) {
      HeartbeatSample sample = beat(kind, number);
      float[] values = sample.signal().values();
      int highest = 0;
      for (int i = 0; i < LENGTH; i++) {
        highest = values[i] > values[highest] ? i : highest;
      }
      if (kind != BeatClass.TALL_T && kind != BeatClass.WIDE_QRS) { // broader and less high
        assertThat(sample.mask(BeatPart.QRS_COMPLEX)[highest]).isTrue();
      }
      boolean[] spike = sample.mask(BeatPart.QRS_COMPLEX);
      boolean[] level = sample.mask(BeatPart.ST_SEGMENT);
      boolean[] last = sample.mask(BeatPart.T_WAVE);
      for (int i = 0; i < LENGTH; i++) {
        assertThat(spike[i] && (level[i] || last[i])).isFalse();
        assertThat(level[i] && last[i]).isFalse();
      }
    }
  }
}
