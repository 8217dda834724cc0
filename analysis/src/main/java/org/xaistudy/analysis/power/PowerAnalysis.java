package org.xaistudy.analysis.power;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.xaistudy.analysis.ProgressListener;
import org.xaistudy.analysis.comparison.Scores;
import org.xaistudy.analysis.comparison.TTest;
import org.xaistudy.analysis.distribution.RandomStreams;
import org.xaistudy.analysis.rates.Rate;

/**
 * Power by simulation: draws people, lets them judge, and analyses their answers just as the real
 * ones will be: Welch's test of participants' accuracy against the reference, corrected.
 *
 * @param design the study
 * @param studies how many are simulated for each size
 * @param seed of everything drawn by chance
 */
public record PowerAnalysis(Design design, int studies, long seed) {
  private static final int LARGEST = 2_000;

  /** The power at one size. */
  public Power at(int participantsPerArm) {
    List<boolean[]> found =
        RandomStreams.of(seed, studies).parallelStream()
            .map(random -> study(participantsPerArm, random))
            .toList();
    List<String> methods = new ArrayList<>(design.arms().keySet());
    Map<String, Rate> rates = new LinkedHashMap<>();
    for (int i = 1; i < methods.size(); i++) {
      int comparison = i - 1;
      int count = (int) found.stream().filter(one -> one[comparison]).count();
      rates.put(methods.get(i), new Rate(count, studies));
    }
    int all = (int) found.stream().filter(PowerAnalysis::everyOne).count();
    return new Power(participantsPerArm, rates, new Rate(all, studies));
  }

  /** The power at several sizes, smallest first. */
  public List<Power> curve(List<Integer> sizes, ProgressListener progress) {
    List<Power> curve = new ArrayList<>();
    for (int size : sizes.stream().sorted().toList()) {
      progress.at("simulating studies", curve.size(), sizes.size());
      curve.add(at(size));
    }
    return curve;
  }

  /**
   * The fewest participants per arm with which a method is told from the reference as often as
   * wanted, by bisection; empty if {@value #LARGEST} are not enough.
   */
  public OptionalInt needed(String method) {
    int enough = 2;
    while (power(enough, method) < design.wanted()) {
      enough *= 2;
      if (enough > LARGEST) {
        return OptionalInt.empty();
      }
    }
    int few = enough / 2;
    while (enough - few > 1) {
      int middle = (few + enough) / 2;
      if (power(middle, method) < design.wanted()) {
        few = middle;
      } else {
        enough = middle;
      }
    }
    return OptionalInt.of(enough);
  }

  private double power(int participantsPerArm, String method) {
    return at(participantsPerArm).of(method);
  }

  private boolean[] study(int participants, SplittableRandom random) {
    List<Scores> samples =
        design.arms().values().stream().map(arm -> sample(arm, participants, random)).toList();
    double[] p =
        samples.stream()
            .skip(1)
            .mapToDouble(other -> TTest.welch(samples.get(0), other, 0.95).p())
            .toArray();
    double[] corrected = design.correction().apply(p);
    boolean[] found = new boolean[p.length];
    for (int i = 0; i < found.length; i++) {
      found[i] = corrected[i] < design.alpha();
    }
    return found;
  }

  private Scores sample(Population arm, int participants, SplittableRandom random) {
    double[] accuracy = new double[participants];
    for (int person = 0; person < participants; person++) {
      int right = arm.draw(random).right(design.trialsPerModel(), random);
      accuracy[person] = right / (2.0 * design.trialsPerModel());
    }
    return Scores.of(accuracy);
  }

  private static boolean everyOne(boolean[] found) {
    for (boolean one : found) {
      if (!one) {
        return false;
      }
    }
    return true;
  }
}
