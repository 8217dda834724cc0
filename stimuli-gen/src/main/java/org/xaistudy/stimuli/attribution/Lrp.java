package org.xaistudy.stimuli.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xaistudy.stimuli.attribution.layer.Propagations;
import org.xaistudy.stimuli.model.BatchSize;
import org.xaistudy.stimuli.model.Inference;
import org.xaistudy.stimuli.model.Network;
import org.xaistudy.stimuli.model.Tensor;

/**
 * Layer-wise and concept relevance propagation through one network under one composite.
 *
 * <p>{@link #forward} runs images forward and keeps what depends on them; of that forward pass any
 * number of conditional backward passes can then be asked. {@link #attribute(Tensor, int[], List,
 * List)} does both, image by image as memory allows. Close it to free native memory; not for use by
 * two threads at once.
 */
public final class Lrp implements AutoCloseable {
  private final Inference inference;
  private final Propagations propagations;

  public Lrp(Network network, Composite composite) {
    inference = new Inference(network);
    propagations =
        new Propagations(
            inference,
            node -> composite.rule(network, node),
            composite.biasesAbsorb(),
            composite.gradient(),
            composite.gradient() || composite.residualGradient());
  }

  /** The network that is explained. */
  public Network network() {
    return inference.network();
  }

  /** Its native form, for plain predictions. */
  public Inference inference() {
    return inference;
  }

  /**
   * Runs images forward; the decisions to explain are the predicted classes.
   *
   * @param images (N, C, H, W), normalised as the network expects
   */
  public ForwardPass forward(Tensor images) {
    return forward(images, null);
  }

  /**
   * Runs images forward.
   *
   * @param images (N, C, H, W)
   * @param targets the class to explain, per image; null: the predicted ones
   */
  public ForwardPass forward(Tensor images, int @Nullable [] targets) {
    return new ForwardPass(inference, propagations, images, targets);
  }

  /**
   * Relevance under conditions.
   *
   * @param forward of this network
   * @param record layers whose channels' relevances are wanted
   * @throws IllegalArgumentException if a condition or {@code record} names a layer, channel or
   *     class that is not there
   */
  public Attribution attribute(
      ForwardPass forward, List<Condition> conditions, List<String> record) {
    return of(forward, conditions, false).attribution(record);
  }

  /** The same, relevance that goes around a conditioned layer by a shortcut included. */
  public Attribution attributeWithShortcuts(
      ForwardPass forward, List<Condition> conditions, List<String> record) {
    return of(forward, conditions, true).attribution(record);
  }

  /**
   * The relevance of every neuron of one layer, after a condition's mask; what lies below the layer
   * is not computed.
   *
   * @param forward of this network
   * @param layer a layer, or {@link Network#INPUT} for every pixel of every colour
   * @return (N, K, …) with the layer's shape
   */
  public Tensor relevance(ForwardPass forward, List<Condition> conditions, String layer) {
    return of(forward, conditions, false).relevance(layer);
  }

  /**
   * The relevance of layers, channel by channel, of one backward pass from the targets.
   *
   * @param forward of this network
   * @param layers their names
   * @return by the names given
   * @throws IllegalArgumentException if a layer is not there
   */
  public Map<String, ChannelSummary> summaries(ForwardPass forward, List<String> layers) {
    Map<String, String> names = new LinkedHashMap<>();
    layers.forEach(layer -> names.put(layer, network().node(layer).name()));
    Map<String, ChannelSummary> found =
        SummaryPass.of(mine(forward), InitialRelevance.target(), names.values());
    Map<String, ChannelSummary> summaries = new LinkedHashMap<>();
    names.forEach((layer, name) -> summaries.put(layer, found.get(name)));
    return summaries;
  }

  /**
   * How much of a layer's relevance arrives in regions of the image, R_I of each channel (Achtibat
   * et al. 2023, eq. 10): one pass upward a region, however many channels there are.
   *
   * @param forward of this network
   * @param layer whose channels are asked for
   * @param relevance of its neurons, (N, …), as {@link #relevance} gives it under one condition
   * @param regions (K, H, W), 1 inside and 0 outside
   * @return (N, K, C)
   */
  public Tensor inside(ForwardPass forward, String layer, Tensor relevance, Tensor regions) {
    return new Ascent(mine(forward), network().node(layer).name()).inside(relevance, regions);
  }

  /**
   * The heat maps of given relevance: of single neurons, for instance.
   *
   * @param forward of this network
   * @param layer whose neurons have it
   * @param relevance (N, K, …) with the layer's shape
   * @return (N, K, H, W), summed over the colour channels
   */
  public Tensor heatmaps(ForwardPass forward, String layer, Tensor relevance) {
    return descent(forward, layer, relevance).heatmaps(relevance);
  }

  /** What of given relevance arrives at a layer below, (N, K, …) with that layer's shape. */
  public Tensor handedDown(ForwardPass forward, String layer, Tensor relevance, String lower) {
    return descent(forward, layer, relevance).relevance(relevance, network().node(lower).name());
  }

  private Descent descent(ForwardPass forward, String layer, Tensor relevance) {
    return new Descent(mine(forward), network().node(layer).name(), relevance.shape()[1]);
  }

  /**
   * How much each channel of a layer hands to each channel of a lower one (Achtibat et al. 2023,
   * eq. 12).
   *
   * @param forward of this network
   * @param relevance of the upper layer's neurons, (N, …)
   * @return (N, upper channels, lower channels)
   */
  public Tensor composition(ForwardPass forward, String upper, Tensor relevance, String lower) {
    return new Composition(mine(forward), network().node(upper), network().node(lower))
        .of(relevance);
  }

  /**
   * Where the relevance stayed, all images of the forward pass together.
   *
   * @param forward of this network
   * @param condition one without channels
   */
  public Ledger ledger(ForwardPass forward, Condition condition) {
    return LedgerPass.of(mine(forward), condition);
  }

  private ConditionalAttribution of(
      ForwardPass forward, List<Condition> conditions, boolean shortcuts) {
    return new ConditionalAttribution(mine(forward), conditions, shortcuts);
  }

  private ForwardPass mine(ForwardPass forward) {
    if (!forward.under(propagations)) {
      throw new IllegalArgumentException("this forward pass is of another network or composite");
    }
    return forward;
  }

  /**
   * Explains images under conditions, so many at a time as memory allows.
   *
   * @param images (N, C, H, W)
   * @param targets the class to explain, per image, where a condition names none; null: the
   *     predicted ones
   * @param record layers whose channels' relevances are wanted
   */
  public Attribution attribute(
      Tensor images, int @Nullable [] targets, List<Condition> conditions, List<String> record) {
    List<Attribution> results = new ArrayList<>();
    int count = inference.check(images);
    int together = BatchSize.images(network());
    for (int from = 0; from < count; from += together) {
      int to = Math.min(count, from + together);
      int @Nullable [] part = targets == null ? null : Arrays.copyOfRange(targets, from, to);
      try (ForwardPass forward = forward(images.range(from, to), part)) {
        results.add(attribute(forward, conditions, record));
      }
    }
    return Attribution.joined(results);
  }

  /** Explains the predicted classes as a whole: one heat map an image, (N, H, W). */
  public Tensor heatmaps(Tensor images) {
    Tensor maps = attribute(images, null, List.of(Condition.target()), List.of()).heatmaps();
    int[] shape = maps.shape();
    return maps.reshape(shape[0], shape[2], shape[3]);
  }

  @Override
  public void close() {
    inference.close();
  }
}
