package org.xaistudy.analysis.bootstrap;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
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
  /** Numbers of trials whose z-values are kept. */
  private static final int FEW = 4;

  private static final Comparator<Confusion> CANONICAL =
      Comparator.comparingInt(Confusion::tp)
          .thenComparingInt(Confusion::fn)
          .thenComparingInt(Confusion::fp)
          .thenComparingInt(Confusion::tn);

  private final Confusion all;
  private final Confusion[] clusters;

  /** Of each participant, (tp, fn) and (fp, tn): two counts in one number, two numbers together. */
  private final long[] counts;

  private ClusterBootstrap(List<Confusion> participants) {
    clusters = participants.stream().sorted(CANONICAL).toArray(Confusion[]::new);
    // Packed, because the innermost loop does little but read them.
    counts = new long[2 * clusters.length];
    long yes = 0;
    long no = 0;
    for (int i = 0; i < clusters.length; i++) {
      counts[2 * i] = (long) clusters[i].tp() << 32 | clusters[i].fn();
      counts[2 * i + 1] = (long) clusters[i].fp() << 32 | clusters[i].tn();
      yes += counts[2 * i];
      no += counts[2 * i + 1];
    }
    all = confusion(yes, no);
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
    Confusion[] drawn = RandomStreams.fill(new Confusion[samples], seed, this::sample);
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

  private Confusion sample(SplittableRandom random) {
    long yes = 0;
    long no = 0;
    for (int i = 0; i < clusters.length; i++) {
      // Multiply and shift (Lemire 2019); the bias is below 2⁻³² of the participants.
      int chosen = (int) (((random.nextInt() & 0xFFFFFFFFL) * clusters.length) >>> 32);
      yes += counts[2 * chosen];
      no += counts[2 * chosen + 1];
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
    for (ResampledStatistic statistic : ResampledStatistic.values()) {
      values.put(statistic, new double[drawn.length]);
    }
    double[] tpr = requireNonNull(values.get(ResampledStatistic.TPR));
    double[] tnr = requireNonNull(values.get(ResampledStatistic.TNR));
    double[] accuracy = requireNonNull(values.get(ResampledStatistic.ACCURACY));
    double[] sensitivity = requireNonNull(values.get(ResampledStatistic.D_PRIME));
    double[] criterion = requireNonNull(values.get(ResampledStatistic.CRITERION));
    Map<Integer, double[]> known = new HashMap<>();
    for (int i = 0; i < drawn.length; i++) {
      Confusion one = drawn[i];
      tpr[i] = (double) one.tp() / one.positives();
      tnr[i] = (double) one.tn() / one.negatives();
      accuracy[i] = (double) (one.tp() + one.tn()) / one.total();
      double hit = z(known, one.tp(), one.positives());
      double falseAlarm = z(known, one.fp(), one.negatives());
      sensitivity[i] = hit - falseAlarm;
      criterion[i] = -(hit + falseAlarm) / 2;
    }
    return values;
  }

  /**
   * A rate's z-value.
   *
   * @param known by number of trials, those met so far, 0 where none was: mostly all people have as
   *     many trials, and then few rates differ
   */
  private static double z(Map<Integer, double[]> known, int yes, int trials) {
    if (trials == 0) {
      return Double.NaN;
    }
    double[] values = known.get(trials);
    if (values == null && known.size() < FEW) {
      values = new double[trials + 1];
      known.put(trials, values);
    }
    if (values == null) {
      return SignalDetection.z(yes, trials);
    }
    if (values[yes] == 0) {
      values[yes] = SignalDetection.z(yes, trials);
    }
    return values[yes];
  }

  private static double[] values(ResampledStatistic statistic, Confusion[] counts) {
    return Arrays.stream(counts).mapToDouble(statistic::of).toArray();
  }
}
