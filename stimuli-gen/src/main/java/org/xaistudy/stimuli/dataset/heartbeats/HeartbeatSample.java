package org.xaistudy.stimuli.dataset.heartbeats;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.xaistudy.stimuli.dataset.SignalSample;
import org.xaistudy.stimuli.model.Tensor;

/**
 * A stretch of a drawn electrocardiogram, in millivolts: beats of one class, one after another, on
 * a base line that wanders, with noise. The same seed, class, split and number always give the same
 * signal.
 *
 * @param kind its class
 * @param split {@code train} or {@code test}
 * @param number from 0, within class and split
 * @param seed of the data set
 * @param length values
 */
public record HeartbeatSample(BeatClass kind, String split, int number, long seed, int length)
    implements SignalSample {
  private static final double NOISE = 0.012;

  @Override
  public String id() {
    return split + "/" + kind.id() + "/" + number;
  }

  @Override
  public int label() {
    return List.of(BeatClass.values()).indexOf(kind);
  }

  @Override
  public Tensor signal() {
    SplittableRandom random = random();
    Rhythm rhythm = Rhythm.of(kind, length, random);
    double wander = random.nextDouble(0.01, 0.05);
    double speed = 2 * Math.PI * random.nextDouble(0.15, 0.5) / RATE;
    double phase = random.nextDouble(2 * Math.PI);
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      double base = wander * StrictMath.sin(speed * i + phase);
      values[i] = (float) (rhythm.at((double) i / RATE) + base + NOISE * gaussian(random));
    }
    return new Tensor(values, 1, 1, length);
  }

  /** Of twelve uniform numbers: the same on every machine. */
  private static double gaussian(RandomGenerator random) {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += random.nextDouble();
    }
    return sum;
  }

  /** Which values belong to a part of any of the beats. */
  public boolean[] mask(BeatPart part) {
    Rhythm rhythm = Rhythm.of(kind, length, random());
    boolean[] mask = new boolean[length];
    for (int i = 0; i < length; i++) {
      mask[i] = rhythm.has(part, (double) i / RATE);
    }
    return mask;
  }

  private SplittableRandom random() {
    return new SplittableRandom(
        seed * 1_000_003L + Objects.hash(kind.id(), split, number) * 2_654_435_761L);
  }

  /**
   * One person's beats.
   *
   * @param peaks times of the spikes, seconds
   */
  private record Rhythm(Beat beat, List<Double> peaks) {
    static Rhythm of(BeatClass kind, int length, RandomGenerator random) {
      Beat beat = new Beat(kind, random);
      double period = random.nextDouble(0.62, 0.82);
      double end = (double) length / RATE + period;
      List<Double> peaks = new ArrayList<>();
      for (double peak = random.nextDouble(-period, 0); peak < end; ) {
        peaks.add(peak);
        peak += period * random.nextDouble(0.97, 1.03);
      }
      return new Rhythm(beat, peaks);
    }

    double at(double time) {
      return peaks.stream().mapToDouble(peak -> beat.at(time - peak)).sum();
    }

    boolean has(BeatPart part, double time) {
      return peaks.stream().anyMatch(peak -> beat.has(part, time - peak));
    }
  }
}
