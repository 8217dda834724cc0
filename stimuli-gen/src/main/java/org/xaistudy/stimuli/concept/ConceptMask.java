package org.xaistudy.stimuli.concept;

import org.xaistudy.stimuli.model.Tensor;

/**
 * Which pixels a concept uses: the conditional heat map, smoothed (σ = 4 pixels of 224) and divided
 * by its largest absolute value, is above 0.2, as in the 2023 study.
 */
public final class ConceptMask {
  private static final double SIGMA = 4.0 / 224;
  private static final float THRESHOLD = 0.2f;

  private ConceptMask() {}

  /**
   * The same for a concept that may speak against the decision: where its map sums to less than 0,
   * of what speaks against. With what speaks for it alone, nothing of the concept would be seen.
   */
  public static Tensor marginOfItsSign(Tensor heatmap) {
    if (heatmap.sum() >= 0) {
      return margin(heatmap);
    }
    float[] against = heatmap.values().clone();
    for (int p = 0; p < against.length; p++) {
      against[p] = -against[p];
    }
    return margin(new Tensor(against, heatmap.shape()));
  }

  /**
   * How far each pixel is above the threshold, so that the mask can be enlarged smoothly before it
   * is cut: the concept is where the result is positive.
   *
   * @param heatmap (H, W)
   * @return (1, H, W)
   */
  public static Tensor margin(Tensor heatmap) {
    Tensor smooth = Smoothing.gaussian(heatmap, SIGMA * heatmap.shape()[1]);
    float largest = 0;
    for (float value : smooth.values()) {
      largest = Math.max(largest, Math.abs(value));
    }
    float[] margin = new float[smooth.values().length];
    for (int p = 0; p < margin.length; p++) {
      margin[p] = largest == 0 ? -THRESHOLD : smooth.values()[p] / largest - THRESHOLD;
    }
    return new Tensor(margin, 1, smooth.shape()[0], smooth.shape()[1]);
  }
}
