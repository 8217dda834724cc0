package org.xaistudy.stimuli.concept;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.xaistudy.stimuli.attribution.ChannelSummary;

/** By what reference images are chosen (Achtibat et al. 2023, eqs. 13, 14 and 17). */
public enum Criterion {
  /** RelMax: the sum of a channel's relevance over space. */
  RELEVANCE_SUM(true, true),
  /** RelMax: its most relevant neuron. */
  RELEVANCE_MAX(true, false),
  /** ActMax: the sum of a channel's activations over space. */
  ACTIVATION_SUM(false, true),
  /** ActMax: its most active neuron. */
  ACTIVATION_MAX(false, false);

  private final boolean relevance;
  private final boolean sum;

  Criterion(boolean relevance, boolean sum) {
    this.relevance = relevance;
    this.sum = sum;
  }

  /** Whether a backward pass is needed. */
  public boolean ofRelevance() {
    return relevance;
  }

  /** Its value, for each channel of each image. */
  float[] of(ChannelSummary summary) {
    return sum ? summary.sum() : summary.max();
  }

  /** Such as {@code relevance-sum}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The criterion of that name.
   *
   * @throws IllegalArgumentException naming all there are
   */
  public static Criterion named(String name) {
    return Arrays.stream(values())
        .filter(criterion -> criterion.toString().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no criterion is called "
                        + name
                        + "; there are "
                        + List.of(values()).stream()
                            .map(Criterion::toString)
                            .collect(Collectors.joining(", "))));
  }
}
