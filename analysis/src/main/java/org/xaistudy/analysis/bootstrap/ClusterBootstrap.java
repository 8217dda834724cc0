package org.xaistudy.analysis.bootstrap;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.xaistudy.analysis.distribution.RandomStreams;
import org.xaistudy.analysis.rates.Confusion;
import org.xaistudy.analysis.rates.SignalDetection;
import org.xaistudy.analysis.responses.Arm;

/**
 * Intervals of an arm's rates that respect that trials of one person go together: each bootstrap
 * sample draws as many participants as there are, with replacement, each with all their trials.
 *
 * <p>Participants are put in an order that depends on their counts alone, and every arm draws from
 * the same seed: who comes first in the file, or what anybody is called, changes nothing.
 */
public final class ClusterBootstrap {
  private static final int BLOCK = 250;
  private static final Comparator<Confusion> CANONICAL =
      Comparator.comparingInt(Confusion::tp)
          .thenComparingInt(Confusion::fn)
          .thenComparingInt(Confusion::fp)
          .thenComparingInt(Confusion::tn);

  private final Confusion all;
  private final Confusion[] clusters;
  private final long[] positives;
  private final long[] negatives;

  private ClusterBootstrap(List<Confusion> participants) {
    clusters = participants.stream().sorted(CANONICAL).toArray(Confusion[]::new);
    // Two counts in one long: half the memory traffic in the innermost loop.
    positives = Arrays.stream(clusters).mapToLong(c -> (long) c.tp() << 32 | c.fn()).toArray();
    negatives = Arrays.stream(clusters).mapToLong(c -> (long) c.fp() << 32 | c.tn()).toArray();
    all = confusion(Arrays.stream(positives).sum(), Arrays.stream(negatives).sum());
  }

  /** Over the participants of an arm. */
  public static ClusterBootstrap over(Arm arm) {
    return new ClusterBootstrap(
        arm.participants().stream()
            .map(person -> Confusion.of(person.answers().stream()))
            .toList());
  }

  /**
   * Standard errors and BCa intervals of all statistics from one set of samples.
   *
   * @param samples how many
   * @param level such as 0.95
   * @return undetermined for a single participant
   */
  public Map<ResampledStatistic, Resampled> resample(int samples, double level, long seed) {
    Confusion[] drawn = draw(samples, seed);
    Confusion[] without = Arrays.stream(clusters).map(this::without).toArray(Confusion[]::new);
    Map<ResampledStatistic, Resampled> resampled = new EnumMap<>(ResampledStatistic.class);
    Map<ResampledStatistic, double[]> values = values(drawn);
    for (ResampledStatistic statistic : ResampledStatistic.values()) {
      resampled.put(
          statistic,
          clusters.length < 2
              ? Resampled.NOTHING
              : Resampled.of(
                  statistic.of(all),
                  requireNonNull(values.get(statistic)),
                  values(statistic, without),
                  level));
    }
    return resampled;
  }

  private Confusion[] draw(int samples, long seed) {
    Confusion[] drawn = new Confusion[samples];
    int blocks = (samples + BLOCK - 1) / BLOCK;
    List<SplittableRandom> streams = RandomStreams.of(seed, blocks);
    IntStream.range(0, blocks)
        .parallel()
        .forEach(
            block -> {
              SplittableRandom random = streams.get(block);
              int end = Math.min(samples, (block + 1) * BLOCK);
              for (int i = block * BLOCK; i < end; i++) {
                drawn[i] = sample(random);
              }
            });
    return drawn;
  }

  private Confusion sample(SplittableRandom random) {
    long yes = 0;
    long no = 0;
    for (int i = 0; i < positives.length; i++) {
      // Multiply and shift (Lemire 2019); the bias is below 2⁻³² of the participants.
      int chosen = (int) (((random.nextInt() & 0xFFFFFFFFL) * positives.length) >>> 32);
      yes += positives[chosen];
      no += negatives[chosen];
    }
    return confusion(yes, no);
  }

  private Confusion without(Confusion one) {
    return new Confusion(
        all.tp() - one.tp(), all.fn() - one.fn(), all.fp() - one.fp(), all.tn() - one.tn());
  }

  private static Confusion confusion(long yes, long no) {
    return new Confusion((int) (yes >>> 32), (int) yes, (int) (no >>> 32), (int) no);
  }

  /**
   * d′ and criterion by the z-values of their rates, few of which differ and all of which are dear.
   */
  private static Map<ResampledStatistic, double[]> values(Confusion[] drawn) {
    Map<ResampledStatistic, double[]> values = new EnumMap<>(ResampledStatistic.class);
    for (ResampledStatistic statistic :
        List.of(ResampledStatistic.TPR, ResampledStatistic.TNR, ResampledStatistic.ACCURACY)) {
      values.put(statistic, values(statistic, drawn));
    }
    Map<Long, Double> known = new HashMap<>();
    double[] sensitivity = new double[drawn.length];
    double[] criterion = new double[drawn.length];
    for (int i = 0; i < drawn.length; i++) {
      double hit = z(known, drawn[i].tp(), drawn[i].positives());
      double falseAlarm = z(known, drawn[i].fp(), drawn[i].negatives());
      sensitivity[i] = hit - falseAlarm;
      criterion[i] = -(hit + falseAlarm) / 2;
    }
    values.put(ResampledStatistic.D_PRIME, sensitivity);
    values.put(ResampledStatistic.CRITERION, criterion);
    return values;
  }

  private static double z(Map<Long, Double> known, int yes, int trials) {
    return trials == 0
        ? Double.NaN
        : known.computeIfAbsent(
            (long) yes << 32 | trials, counts -> SignalDetection.z(yes, trials));
  }

  private static double[] values(ResampledStatistic statistic, Confusion[] counts) {
    return Arrays.stream(counts).mapToDouble(statistic::of).toArray();
  }
}
