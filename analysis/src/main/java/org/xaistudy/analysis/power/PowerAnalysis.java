package org.xaistudy.analysis.power;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.xaistudy.analysis.AnalysisException;
import org.xaistudy.analysis.ProgressListener;
import org.xaistudy.analysis.distribution.RandomStreams;
import org.xaistudy.analysis.rates.Rate;

/**
 * Power by simulation: draws stimuli and people, lets them judge, and analyses their answers just
 * as the real ones will be, against the reference, corrected.
 *
 * @param design the study
 * @param decision by which test
 * @param studies how many are simulated for each size
 * @param seed of everything drawn by chance
 */
public record PowerAnalysis(Design design, Decision decision, int studies, long seed) {
  /** The largest size that is tried. */
  public static final int LARGEST = 2_000;

  /**
   * Checks that the test has a meaning.
   *
   * @throws AnalysisException if d′ is to be tested where answers are no yes and no
   */
  public PowerAnalysis {
    if (decision == Decision.MODEL && !(design.answering() instanceof Answering.YesNo)) {
      throw new AnalysisException(
          "the hierarchical model is of answers of yes and no; expected --by means");
    }
  }

  /** The power at one size. */
  public Power at(int participantsPerArm, ProgressListener progress) {
    AtomicInteger done = new AtomicInteger();
    String task = "simulating studies of %d per arm".formatted(participantsPerArm);
    List<boolean[]> found =
        RandomStreams.of(seed, studies).parallelStream()
            .map(
                random -> {
                  boolean[] one = study(participantsPerArm, random);
                  progress.at(task, done.incrementAndGet(), studies);
                  return one;
                })
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
    return sizes.stream().sorted().map(size -> at(size, progress)).toList();
  }

  /**
   * For each method the fewest participants per arm with which it is told from the reference as
   * often as wanted, by bisection; empty if {@value #LARGEST} are not enough.
   */
  public Map<String, OptionalInt> needed(ProgressListener progress) {
    Map<Integer, Power> known = new HashMap<>();
    Map<String, OptionalInt> needed = new LinkedHashMap<>();
    design.arms().keySet().stream()
        .skip(1)
        .forEach(method -> needed.put(method, needed(method, known, progress)));
    return needed;
  }

  private OptionalInt needed(String method, Map<Integer, Power> known, ProgressListener progress) {
    int enough = 2;
    while (!suffices(enough, method, known, progress)) {
      enough *= 2;
      if (enough > LARGEST) {
        return OptionalInt.empty();
      }
    }
    int few = enough / 2;
    while (enough - few > 1) {
      int middle = (few + enough) / 2;
      if (suffices(middle, method, known, progress)) {
        enough = middle;
      } else {
        few = middle;
      }
    }
    return OptionalInt.of(enough);
  }

  private boolean suffices(
      int participants, String method, Map<Integer, Power> known, ProgressListener progress) {
    if (!known.containsKey(participants)) {
      known.put(participants, at(participants, progress));
    }
    return requireNonNull(known.get(participants)).of(method) >= design.wanted();
  }

  private boolean[] study(int participants, SplittableRandom random) {
    double[] p = decision.p(new SimulatedStudy(design, random).arms(participants), design);
    double[] corrected = design.correction().apply(p);
    boolean[] found = new boolean[p.length];
    for (int i = 0; i < found.length; i++) {
      found[i] = corrected[i] < design.alpha();
    }
    return found;
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
