package org.xaistudy.stimuli.dataset.heartbeats;

import java.util.EnumMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * One person's beat: a sum of Gaussian bumps around the peak of the spike, as in McSharry et al.
 * (2003), "A dynamical model for generating synthetic electrocardiogram signals". Times in seconds
 * from that peak, heights in millivolts.
 */
final class Beat {
  /** Where the rest of a bump is less than a hundredth of its height. */
  private static final double REACH = 3;

  private final Bump p;
  private final Bump q;
  private final Bump r;
  private final Bump s;
  private final Bump t;
  private final double plateau;
  private final Map<BeatPart, double[]> times = new EnumMap<>(BeatPart.class);

  /** A bump of the curve. */
  private record Bump(double height, double centre, double width) {
    double at(double time) {
      double distance = (time - centre) / width;
      return height * StrictMath.exp(-distance * distance / 2);
    }

    double from() {
      return centre - REACH * width;
    }

    double to() {
      return centre + REACH * width;
    }
  }

  /** A beat of a class; sizes and times vary a little from person to person. */
  Beat(BeatClass kind, RandomGenerator random) {
    double wide = kind == BeatClass.WIDE_QRS ? 2.6 : 1;
    p = new Bump(kind == BeatClass.MISSING_P ? 0 : varied(0.15, random), -0.17, 0.022);
    q = new Bump(varied(-0.12, random), -0.026 * wide, 0.009 * wide);
    r = new Bump(varied(kind == BeatClass.WIDE_QRS ? 0.85 : 1.05, random), 0, 0.011 * wide);
    s = new Bump(varied(-0.24, random), 0.03 * wide, 0.010 * wide);
    plateau = kind == BeatClass.RAISED_ST ? varied(0.24, random) : 0;
    t = lastBump(kind, random);
    double end = s.to();
    times.put(BeatPart.P_WAVE, p.height() == 0 ? new double[2] : new double[] {p.from(), p.to()});
    times.put(BeatPart.QRS_COMPLEX, new double[] {q.from(), end});
    times.put(BeatPart.ST_SEGMENT, new double[] {end, Math.max(end, t.from())});
    times.put(BeatPart.T_WAVE, new double[] {Math.max(end, t.from()), t.to()});
  }

  private static Bump lastBump(BeatClass kind, RandomGenerator random) {
    double later = random.nextDouble(0.27, 0.3);
    return switch (kind) {
      case INVERTED_T -> new Bump(varied(-0.28, random), later, 0.042);
      case TALL_T -> new Bump(varied(0.8, random), later, 0.036);
      default -> new Bump(varied(0.3, random), later, 0.042);
    };
  }

  private static double varied(double value, RandomGenerator random) {
    return value * random.nextDouble(0.88, 1.12);
  }

  /** The height at a time, far from the spike 0. */
  double at(double time) {
    double raised = plateau * smooth((time - 0.03) / 0.03) * smooth((0.30 - time) / 0.06);
    return p.at(time) + q.at(time) + r.at(time) + s.at(time) + t.at(time) + raised;
  }

  /** From 0 to 1. */
  private static double smooth(double share) {
    double inside = Math.max(0, Math.min(1, share));
    return inside * inside * (3 - 2 * inside);
  }

  /** Whether a time belongs to a part. */
  boolean has(BeatPart part, double time) {
    double[] span = times.get(part);
    return span != null && time >= span[0] && time < span[1];
  }
}
