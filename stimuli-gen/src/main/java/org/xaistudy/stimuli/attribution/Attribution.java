package org.xaistudy.stimuli.attribution;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xaistudy.stimuli.model.Tensor;

/**
 * The relevance of N images under K conditions, in the order asked.
 *
 * @param heatmaps (N, K, H, W), summed over the colour channels
 * @param channels per recorded layer, (N, K, C): relevance at the layer's output after the
 *     condition's mask, summed over space, not normalised
 */
public record Attribution(Tensor heatmaps, Map<String, Tensor> channels) {
  public Attribution {
    channels = Map.copyOf(channels);
  }

  /** The results of several batches of images as one. */
  static Attribution joined(List<Attribution> parts) {
    Map<String, Tensor> channels = new LinkedHashMap<>();
    for (String layer : parts.get(0).channels.keySet()) {
      channels.put(
          layer, Tensor.join(parts.stream().map(part -> part.channels.get(layer)).toList()));
    }
    return new Attribution(
        Tensor.join(parts.stream().map(Attribution::heatmaps).toList()), channels);
  }

  /** The map of one image under one condition, (H, W). */
  public Tensor heatmap(int image, int condition) {
    return heatmaps.slice(image).slice(condition);
  }

  /**
   * Relevance per channel of a recorded layer, (N, K, C).
   *
   * @throws IllegalArgumentException if it was not recorded
   */
  public Tensor recorded(String layer) {
    Tensor recorded = channels.get(layer);
    if (recorded == null) {
      throw new IllegalArgumentException("layer " + layer + " was not recorded");
    }
    return recorded;
  }

  /** Relevance per channel of a recorded layer, for one image under one condition, (C). */
  public Tensor channels(String layer, int image, int condition) {
    return recorded(layer).slice(image).slice(condition);
  }

  /**
   * Each channel's share: relevance over the sum of absolute relevances (plus 1e-10, so that
   * nothing divides by zero).
   *
   * @return (C)
   */
  public Tensor shares(String layer, int image, int condition) {
    float[] relevance = channels(layer, image, condition).values();
    double total = 1e-10;
    for (float value : relevance) {
      total += Math.abs(value);
    }
    float[] shares = new float[relevance.length];
    for (int c = 0; c < shares.length; c++) {
      shares[c] = (float) (relevance[c] / total);
    }
    return new Tensor(shares, shares.length);
  }

  /**
   * The relevance of a region, R_I = Σ_{p∈I} R(p) (Achtibat et al. 2023, eq. 10).
   *
   * @param region (H, W), 1 inside and 0 outside
   * @throws IllegalArgumentException if it does not fit the heat maps
   */
  public double within(Tensor region, int image, int condition) {
    Tensor heatmap = heatmap(image, condition);
    if (!Arrays.equals(region.shape(), heatmap.shape())) {
      throw new IllegalArgumentException(
          "a region of "
              + Arrays.toString(region.shape())
              + " does not fit heat maps of "
              + Arrays.toString(heatmap.shape()));
    }
    float[] map = heatmap.values();
    double sum = 0;
    for (int p = 0; p < map.length; p++) {
      sum += (double) map[p] * region.values()[p];
    }
    return sum;
  }
}
