package org.xaistudy.stimuli.concept;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.xaistudy.stimuli.attribution.Condition;
import org.xaistudy.stimuli.attribution.ForwardPass;
import org.xaistudy.stimuli.attribution.Lrp;
import org.xaistudy.stimuli.model.Network;
import org.xaistudy.stimuli.model.Tensor;

/**
 * How a concept is made of lower ones (Achtibat et al. 2023, eqs. 11 and 12, Fig. 3d): relevance
 * that flows from a channel through channels of lower layers. Each channel is one node, however
 * many ways lead to it.
 *
 * @param levels the layers, uppermost first
 * @param nodes of all levels
 * @param edges between nodes of adjacent levels
 */
public record CompositionGraph(List<String> levels, List<GraphNode> nodes, List<Edge> edges) {

  /**
   * A channel.
   *
   * @param level index into the levels
   * @param share of the absolute relevance at its layer, under the condition of the uppermost
   *     channel; signed
   */
  public record GraphNode(int level, int channel, double share) {}

  /**
   * Relevance from channel to channel.
   *
   * @param level of the upper channel
   * @param share of the absolute relevance that the upper channel hands to all channels; signed
   */
  public record Edge(int level, int upper, int lower, double share) {}

  /** Copies the lists. */
  public CompositionGraph {
    levels = List.copyOf(levels);
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /**
   * The graph of a concept, over all images of a forward pass together.
   *
   * @param levels layers, uppermost first, each below the one before
   * @param channel of the uppermost layer
   * @param widths how many channels are kept at each lower level
   */
  public static CompositionGraph of(
      Lrp lrp, ForwardPass forward, List<String> levels, int channel, int widths) {
    Network network = lrp.network();
    List<GraphNode> nodes = new ArrayList<>();
    List<Edge> edges = new ArrayList<>();
    nodes.add(new GraphNode(0, channel, 1));
    Tensor relevance = single(lrp, forward, levels.get(0), channel); // (N, C, …)
    List<Integer> upper = List.of(channel);
    for (int level = 1; level < levels.size(); level++) {
      String from = levels.get(level - 1);
      String to = levels.get(level);
      // Edges are drawn from kept channels only: others need not be handed down.
      Tensor ofKept = only(relevance, network.shape(from)[0], upper);
      Tensor flow = summed(lrp.composition(forward, from, ofKept, to)); // (C', C)
      relevance = handedDown(lrp, forward, from, relevance, to);
      List<Integer> lower = strongest(flow, upper, widths);
      double whole = absolute(channelSums(relevance, network.shape(to)[0]));
      double[] sums = channelSums(relevance, network.shape(to)[0]);
      for (int c : lower) {
        nodes.add(new GraphNode(level, c, whole == 0 ? 0 : sums[c] / whole));
      }
      for (int u : upper) {
        double handed = absolute(row(flow, u));
        for (int c : lower) {
          double share = handed == 0 ? 0 : flow.at(u, c) / handed;
          if (share != 0) {
            edges.add(new Edge(level - 1, u, c, share));
          }
        }
      }
      upper = lower;
    }
    return new CompositionGraph(levels, nodes, edges);
  }

  /** The relevance of one channel's neurons alone. */
  private static Tensor single(Lrp lrp, ForwardPass forward, String layer, int channel) {
    Condition condition = Condition.target().through(layer, channel);
    return withoutConditions(lrp.relevance(forward, List.of(condition), layer));
  }

  /** Relevance (N, C, …) with zeros but in the channels kept. */
  private static Tensor only(Tensor relevance, int channels, List<Integer> kept) {
    float[] values = relevance.values().clone();
    int plane = values.length / relevance.shape()[0] / channels;
    for (int i = 0; i < values.length; i++) {
      values[i] = kept.contains(i / plane % channels) ? values[i] : 0;
    }
    return new Tensor(values, relevance.shape());
  }

  private static Tensor handedDown(
      Lrp lrp, ForwardPass forward, String from, Tensor relevance, String to) {
    int[] shape = new int[relevance.shape().length + 1];
    shape[0] = relevance.shape()[0];
    shape[1] = 1;
    System.arraycopy(relevance.shape(), 1, shape, 2, shape.length - 2);
    return withoutConditions(lrp.handedDown(forward, from, relevance.reshape(shape), to));
  }

  /** (N, 1, …) as (N, …). */
  private static Tensor withoutConditions(Tensor relevance) {
    int[] shape = new int[relevance.shape().length - 1];
    shape[0] = relevance.shape()[0];
    System.arraycopy(relevance.shape(), 2, shape, 1, shape.length - 1);
    return relevance.reshape(shape);
  }

  private static Tensor summed(Tensor ofImages) {
    Tensor sum = Tensor.zeros(ofImages.shape()[1], ofImages.shape()[2]);
    for (int i = 0; i < ofImages.values().length; i++) {
      sum.values()[i % sum.values().length] += ofImages.values()[i];
    }
    return sum;
  }

  private static double[] channelSums(Tensor relevance, int channels) {
    double[] sums = new double[channels];
    int plane = relevance.values().length / relevance.shape()[0] / channels;
    for (int i = 0; i < relevance.values().length; i++) {
      sums[i / plane % channels] += relevance.values()[i];
    }
    return sums;
  }

  private static double[] row(Tensor matrix, int row) {
    double[] values = new double[matrix.shape()[1]];
    for (int c = 0; c < values.length; c++) {
      values[c] = matrix.at(row, c);
    }
    return values;
  }

  private static double absolute(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += Math.abs(value);
    }
    return sum;
  }

  /** The channels that get most from those kept above. */
  private static List<Integer> strongest(Tensor flow, List<Integer> upper, int count) {
    Map<Integer, Double> gets = new LinkedHashMap<>();
    IntStream.range(0, flow.shape()[1])
        .forEach(c -> gets.put(c, upper.stream().mapToDouble(u -> Math.abs(flow.at(u, c))).sum()));
    return gets.entrySet().stream()
        .filter(channel -> channel.getValue() > 0)
        .sorted(Map.Entry.<Integer, Double>comparingByValue().reversed())
        .limit(count)
        .map(Map.Entry::getKey)
        .toList();
  }
}
