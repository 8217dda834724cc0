package org.xaistudy.stimuli.concept;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.xaistudy.stimuli.attribution.ChannelSummary;

/**
 * The references of all channels of one layer, and what classes make of the channels.
 *
 * <p>Statistics are by the class that is explained, of each criterion: sums over its images, so
 * that those of parts of the images can be added up.
 */
public final class LayerReferences {
  private final String layer;
  private final int channels;
  private final Map<Criterion, Ranking> rankings = new EnumMap<>(Criterion.class);
  private final Map<Criterion, ExactSums> sums = new EnumMap<>(Criterion.class); // (classes, C)

  LayerReferences(String layer, int channels, int classes, List<Criterion> criteria, int top) {
    this.layer = layer;
    this.channels = channels;
    for (Criterion criterion : criteria) {
      rankings.put(criterion, new Ranking(channels, top));
      sums.put(criterion, new ExactSums(classes * channels));
    }
  }

  /** Takes the images of a batch into account, of which {@code first} is the first one's number. */
  void add(Criterion criterion, ChannelSummary summary, int first, int[] targets) {
    float[] values = criterion.of(summary);
    Ranking ranking = ranking(criterion);
    ExactSums sum = sums(criterion);
    for (int i = 0; i < targets.length; i++) {
      for (int c = 0; c < channels; c++) {
        int at = i * channels + c;
        int row = summary.strongest()[at] / summary.width();
        int column = summary.strongest()[at] % summary.width();
        ranking.offer(c, first + i, values[at], row, column);
        sum.add(targets[i] * channels + c, values[at]);
      }
    }
  }

  void merge(LayerReferences other) {
    rankings.forEach((criterion, ranking) -> ranking.merge(other.ranking(criterion)));
    sums.forEach((criterion, sum) -> sum.add(other.sums(criterion)));
  }

  /** The layer's name. */
  public String layer() {
    return layer;
  }

  /** The number of its channels. */
  public int channels() {
    return channels;
  }

  /**
   * The references by a criterion.
   *
   * @throws IllegalArgumentException if they were not collected
   */
  public Ranking ranking(Criterion criterion) {
    Ranking ranking = rankings.get(criterion);
    if (ranking == null) {
      throw new IllegalArgumentException(
          "these references are by " + rankings.keySet() + ", not by " + criterion);
    }
    return ranking;
  }

  ExactSums sums(Criterion criterion) {
    ranking(criterion);
    return requireNonNull(sums.get(criterion));
  }
}
