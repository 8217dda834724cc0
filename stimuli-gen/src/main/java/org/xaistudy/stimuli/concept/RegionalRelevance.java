package org.xaistudy.stimuli.concept;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.xaistudy.stimuli.attribution.Condition;
import org.xaistudy.stimuli.attribution.ForwardPass;
import org.xaistudy.stimuli.attribution.Lrp;
import org.xaistudy.stimuli.model.Tensor;

/**
 * How much of a channel's relevance lies in a region (Achtibat et al. 2023, eq. 10).
 *
 * @param inside the sum of the channel's conditional heat map inside of the region
 * @param whole the sum of the whole map
 */
public record RegionalRelevance(int channel, float inside, float whole) {
  /**
   * For every channel of a layer, two passes upward in all.
   *
   * @param forward of one image, whose targets are explained
   */
  public static List<RegionalRelevance> of(
      Lrp lrp, ForwardPass forward, String layer, Region region) {
    int[] shape = region.mask().shape();
    Tensor all = Tensor.zeros(shape);
    Arrays.fill(all.values(), 1);
    Tensor shares = of(lrp, forward, layer, Tensor.stack(List.of(region.mask(), all)));
    List<RegionalRelevance> channels = new ArrayList<>();
    for (int c = 0; c < shares.shape()[1]; c++) {
      channels.add(new RegionalRelevance(c, shares.at(0, c), shares.at(1, c)));
    }
    return channels;
  }

  /**
   * The same for any regions.
   *
   * @param regions (K, H, W)
   * @return (K, C)
   */
  static Tensor of(Lrp lrp, ForwardPass forward, String layer, Tensor regions) {
    Tensor relevance = lrp.relevance(forward, List.of(Condition.target()), layer);
    Tensor inside = lrp.inside(forward, layer, relevance, regions); // of one image and condition
    return inside.reshape(inside.shape()[1], inside.shape()[2]);
  }
}
