package org.xaistudy.stimuli.gradient;

import java.util.List;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.xaistudy.stimuli.model.BatchSize;
import org.xaistudy.stimuli.model.Inference;
import org.xaistudy.stimuli.model.InputGradient;
import org.xaistudy.stimuli.model.Network;
import org.xaistudy.stimuli.model.Tensor;

/**
 * Integrated gradients (Sundararajan et al. 2017): A = (x − x') ⊙ Σ_k w_k ∇F(x' + α_k(x − x')), F
 * being the target's logit, x' the baseline, and α_k, w_k the Gauss–Legendre nodes and weights on
 * [0, 1]. Close it to free native memory.
 */
public final class IntegratedGradients implements AutoCloseable {
  /**
   * However large their layers are: the weights of linear layers are read but once for two nodes.
   */
  private static final int LEAST_TOGETHER = 2;

  private final Inference inference;
  private final InputGradient gradient;
  private final GaussIntegrator nodes;

  /**
   * @param steps the number of nodes, 100 in the 2023 study
   */
  public IntegratedGradients(Network network, int steps) {
    if (steps < 1) {
      throw new IllegalArgumentException("at least 1 step is needed, not " + steps);
    }
    inference = new Inference(network);
    gradient = new InputGradient(inference);
    nodes = new GaussIntegratorFactory().legendre(steps, 0, 1);
  }

  /**
   * The attributions of one image.
   *
   * @param attributions (C, H, W)
   */
  public record Result(Tensor attributions) {
    /**
     * |ΣA − (F(x) − F(x'))|: how far the sum over the nodes is from the integral.
     *
     * @param difference F(x) − F(x')
     */
    public double completenessError(double difference) {
      return Math.abs(attributions.sum() - difference);
    }

    /** The attributions summed over the colours, (H, W). */
    public Tensor heatmap() {
      int[] shape = attributions.shape();
      Tensor map = Tensor.zeros(shape[1], shape[2]);
      for (int i = 0; i < attributions.values().length; i++) {
        map.values()[i % map.values().length] += attributions.values()[i];
      }
      return map;
    }
  }

  /** The network's native form. */
  public Inference inference() {
    return inference;
  }

  /** Explains the predicted class against the baseline 0 (the mean colour, once normalised). */
  public Result attribute(Tensor image) {
    int[] shape = image.shape();
    int predicted = inference.predict(image.reshape(1, shape[0], shape[1], shape[2]))[0];
    return attribute(image, Tensor.zeros(shape), predicted);
  }

  /**
   * The attributions of one image along the straight way from a baseline.
   *
   * @param image (C, H, W), normalised as the network expects
   * @param baseline x', likewise
   * @param target the class whose logit is F
   */
  public Result attribute(Tensor image, Tensor baseline, int target) {
    double[] sum = new double[image.values().length];
    int count = nodes.getNumberOfPoints();
    int together = Math.max(LEAST_TOGETHER, BatchSize.images(inference.network()));
    for (int from = 0; from < count; from += together) {
      int to = Math.min(count, from + together);
      addGradients(sum, image, baseline, target, from, to);
    }
    float[] attributions = new float[sum.length];
    for (int i = 0; i < sum.length; i++) {
      attributions[i] = (float) (sum[i] * (image.values()[i] - baseline.values()[i]));
    }
    return new Result(new Tensor(attributions, image.shape()));
  }

  /** F(x) − F(x'), which the attributions should sum to. */
  public double difference(Tensor image, Tensor baseline, int target) {
    Tensor ends = inference.logits(Tensor.stack(List.of(image, baseline)));
    return (double) ends.at(0, target) - ends.at(1, target);
  }

  private void addGradients(
      double[] sum, Tensor image, Tensor baseline, int target, int from, int to) {
    int size = sum.length;
    Tensor path = Tensor.zeros(withCount(to - from, image.shape()));
    for (int k = from; k < to; k++) {
      for (int i = 0; i < size; i++) {
        double difference = image.values()[i] - baseline.values()[i];
        path.values()[(k - from) * size + i] =
            (float) (baseline.values()[i] + nodes.getPoint(k) * difference);
      }
    }
    float[] slopes = gradient.of(path, target).values();
    for (int i = 0; i < slopes.length; i++) {
      sum[i % size] += nodes.getWeight(from + i / size) * slopes[i];
    }
  }

  private static int[] withCount(int count, int[] shape) {
    return new int[] {count, shape[0], shape[1], shape[2]};
  }

  @Override
  public void close() {
    inference.close();
  }
}
