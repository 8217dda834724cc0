package org.xaistudy.stimuli.attribution;

import java.util.List;

/**
 * Where relevance stayed on its way from the output to the input, layer by layer: why a heat map
 * does not sum to the logit.
 *
 * @param entries from the output down; a layer that no relevance reached has none
 * @param arrived the sum of the relevance at the input
 */
public record Ledger(List<Entry> entries, double arrived) {
  public Ledger {
    entries = List.copyOf(entries);
  }

  /**
   * One layer's account: received = handedDown + toBias + toStabiliser, up to rounding and to what
   * a rule leaves out on purpose (Gamma: outputs of zero).
   *
   * @param received the sum of the relevance of the layer's output
   * @param handedDown the sum of what all its inputs got
   * @param toBias what its bias absorbed
   * @param toStabiliser what the ε of the denominators took
   */
  public record Entry(
      String layer, double received, double handedDown, double toBias, double toStabiliser) {
    /** What the account leaves open. */
    public double unexplained() {
      return received - handedDown - toBias - toStabiliser;
    }
  }

  /** All that biases absorbed. */
  public double toBiases() {
    return entries.stream().mapToDouble(Entry::toBias).sum();
  }

  /** All that the stabilisers took. */
  public double toStabilisers() {
    return entries.stream().mapToDouble(Entry::toStabiliser).sum();
  }
}
