package org.xaistudy.stimuli.shapley;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.xaistudy.stimuli.model.BatchSize;
import org.xaistudy.stimuli.model.Inference;
import org.xaistudy.stimuli.model.Tensor;

/**
 * Shapley values of an image's segments (Shapley 1953; Štrumbelj and Kononenko 2014): a segment's
 * mean contribution to the target's logit over all orders in which segments can appear on the
 * baseline.
 */
public final class Shapley {
  /** So many segments can be enumerated: 65,536 evaluations. */
  public static final int MOST_EXACT = 16;

  private final Inference inference;
  private final Tensor image;
  private final Tensor baseline;
  private final Segments segments;
  private final int target;

  /**
   * @param image (C, H, W), normalised as the network expects
   * @param baseline what stands in place of an absent segment, likewise
   * @param target the class whose logit is the value
   */
  public Shapley(
      Inference inference, Tensor image, Tensor baseline, Segments segments, int target) {
    if (segments.height() != image.shape()[1] || segments.width() != image.shape()[2]) {
      throw new IllegalArgumentException(
          "segments of "
              + segments.height()
              + " × "
              + segments.width()
              + " pixels do not fit an image of "
              + Arrays.toString(image.shape()));
    }
    this.inference = inference;
    this.image = image;
    this.baseline = baseline;
    this.segments = segments;
    this.target = target;
  }

  /**
   * What was found.
   *
   * @param values φ per segment
   * @param standardErrors of each φ; zero where it is exact
   * @param difference f(x) − f(baseline), which the values sum to
   * @param evaluations how many images the network saw
   */
  public record Result(
      double[] values,
      double[] standardErrors,
      double difference,
      Segments segments,
      int evaluations) {

    /** |Σφ − (f(x) − f(baseline))|: rounding only. */
    public double completenessError() {
      return Math.abs(Arrays.stream(values).sum() - difference);
    }

    /** The values spread evenly over their segments' pixels, (H, W): the map sums to Σφ. */
    public Tensor heatmap() {
      int[] sizes = segments.sizes();
      Tensor map = Tensor.zeros(segments.height(), segments.width());
      for (int p = 0; p < map.values().length; p++) {
        int segment = segments.labels()[p];
        map.values()[p] = (float) (values[segment] / sizes[segment]);
      }
      return map;
    }
  }

  /**
   * How many orders are sampled.
   *
   * @param permutations at most so many, rounded up to an even number; each costs as many
   *     evaluations as there are segments
   * @param standardError enough once the standard errors of the values, as their root mean square
   *     over all segments, are at most this share of the largest absolute value; 0: never
   */
  public record Sampling(int permutations, double standardError) {
    /** At least so many pairs are drawn: fewer say little about their own error. */
    private static final int FEWEST_PAIRS = 4;

    public Sampling {
      if (permutations < 1) {
        throw new IllegalArgumentException("at least 1 permutation is needed");
      }
      if (!(standardError >= 0)) {
        throw new IllegalArgumentException(
            "the standard error must not be negative, but is " + standardError);
      }
    }

    int mostPairs() {
      return (permutations + 1) / 2;
    }

    boolean enough(int pairs, Estimate estimate) {
      return pairs >= FEWEST_PAIRS
          && estimate.standardError() <= standardError * estimate.largest();
    }
  }

  /**
   * Estimates from random orders, each followed by its reverse: what one order gives a segment too
   * much for coming early, the other takes back (antithetic sampling).
   */
  public Result sample(Sampling sampling, RandomGenerator random) {
    int count = segments.count();
    Estimate estimate = new Estimate(count);
    double[] ends = values(new boolean[][] {new boolean[count], all(count)});
    int together = Math.max(1, BatchSize.images(inference.network()) / Math.max(1, count));
    int pairs = 0;
    do {
      int more = Math.min(together, sampling.mostPairs() - pairs);
      addPairs(estimate, more, ends, random);
      pairs += more;
    } while (pairs < sampling.mostPairs() && !sampling.enough(pairs, estimate));
    return new Result(
        estimate.means(),
        estimate.standardErrors(),
        ends[1] - ends[0],
        segments,
        2 + 2 * pairs * (count - 1));
  }

  /** Evaluates some pairs at once, so that batches are full. */
  private void addPairs(Estimate estimate, int pairs, double[] ends, RandomGenerator random) {
    int count = segments.count();
    int[][] orders = new int[2 * pairs][];
    boolean[][] coalitions = new boolean[orders.length * (count - 1)][];
    for (int pair = 0; pair < pairs; pair++) {
      orders[2 * pair] = shuffled(count, random);
      orders[2 * pair + 1] = reversed(orders[2 * pair]);
    }
    for (int o = 0; o < orders.length; o++) {
      boolean[] present = new boolean[count];
      for (int i = 0; i < count - 1; i++) {
        present[orders[o][i]] = true;
        coalitions[o * (count - 1) + i] = present.clone();
      }
    }
    double[] between = values(coalitions);
    for (int pair = 0; pair < pairs; pair++) {
      double[] changes = new double[count];
      for (int o = 2 * pair; o <= 2 * pair + 1; o++) {
        double before = ends[0];
        for (int i = 0; i < count; i++) {
          double after = i < count - 1 ? between[o * (count - 1) + i] : ends[1];
          changes[orders[o][i]] += (after - before) / 2;
          before = after;
        }
      }
      estimate.add(changes);
    }
  }

  /**
   * Enumerates all coalitions: φ_j = Σ_S |S|! (M − |S| − 1)! / M! · (f(S ∪ j) − f(S)).
   *
   * @throws IllegalStateException if there are more than {@link #MOST_EXACT} segments
   */
  public Result exact() {
    int count = segments.count();
    if (count > MOST_EXACT) {
      throw new IllegalStateException(
          count + " segments are too many to enumerate, at most " + MOST_EXACT + " are possible");
    }
    boolean[][] coalitions = new boolean[1 << count][count];
    for (int set = 0; set < coalitions.length; set++) {
      for (int j = 0; j < count; j++) {
        coalitions[set][j] = (set >> j & 1) == 1;
      }
    }
    double[] value = values(coalitions);
    double[] shapley = new double[count];
    for (int set = 0; set < coalitions.length; set++) {
      double weight = weight(Integer.bitCount(set), count);
      for (int j = 0; j < count; j++) {
        if (!coalitions[set][j]) {
          shapley[j] += weight * (value[set | 1 << j] - value[set]);
        }
      }
    }
    double difference = value[value.length - 1] - value[0];
    return new Result(shapley, new double[count], difference, segments, value.length);
  }

  /** |S|! (M − |S| − 1)! / M! */
  private static double weight(int size, int count) {
    double weight = 1.0 / (count - size);
    for (int i = 1; i <= size; i++) { // one over the binomial coefficient (M over |S|)
      weight *= (double) i / (count - size + i);
    }
    return weight;
  }

  /** f of each coalition of present segments. */
  private double[] values(boolean[][] coalitions) {
    double[] values = new double[coalitions.length];
    int together = BatchSize.images(inference.network());
    for (int from = 0; from < values.length; from += together) {
      int to = Math.min(values.length, from + together);
      Tensor logits = inference.logits(images(coalitions, from, to));
      for (int i = from; i < to; i++) {
        values[i] = logits.at(i - from, target);
      }
    }
    return values;
  }

  private Tensor images(boolean[][] coalitions, int from, int to) {
    int[] shape = image.shape();
    int size = image.values().length;
    int plane = segments.labels().length;
    Tensor images = Tensor.zeros(to - from, shape[0], shape[1], shape[2]);
    for (int i = from; i < to; i++) {
      boolean[] present = coalitions[i];
      int at = (i - from) * size;
      for (int p = 0; p < size; p++) {
        Tensor source = present[segments.labels()[p % plane]] ? image : baseline;
        images.values()[at + p] = source.values()[p];
      }
    }
    return images;
  }

  private static boolean[] all(int count) {
    boolean[] all = new boolean[count];
    Arrays.fill(all, true);
    return all;
  }

  private static int[] shuffled(int count, RandomGenerator random) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) { // Fisher and Yates, inside out
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  private static int[] reversed(int[] order) {
    int[] reversed = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      reversed[i] = order[order.length - 1 - i];
    }
    return reversed;
  }
}
