package org.xaistudy.stimuli.explanation;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.xaistudy.stimuli.attribution.Composite;
import org.xaistudy.stimuli.attribution.Condition;
import org.xaistudy.stimuli.attribution.Lrp;
import org.xaistudy.stimuli.gradient.GradCam;
import org.xaistudy.stimuli.gradient.IntegratedGradients;
import org.xaistudy.stimuli.model.Inference;
import org.xaistudy.stimuli.model.Network;
import org.xaistudy.stimuli.model.Tensor;
import org.xaistudy.stimuli.shapley.Segments;
import org.xaistudy.stimuli.shapley.Shapley;
import org.xaistudy.stimuli.shapley.Slic;
import org.xaistudy.studies.Method;

/** A method whose explanation is one heat map. */
public final class HeatMapExplainer implements Explainer {
  /** SLIC's usual weight of position against colour, as in the 2023 study. */
  private static final double COMPACTNESS = 10;

  private final Function<Subject, Tensor> map;
  private final AutoCloseable resource;

  private HeatMapExplainer(AutoCloseable resource, Function<Subject, Tensor> map) {
    this.resource = resource;
    this.map = map;
  }

  /** Layer-wise Relevance Propagation from the target's logit. */
  public static Explainer lrp(Method.Lrp method, Network network) {
    Lrp lrp = new Lrp(network, Composite.named(method.composite()));
    return new HeatMapExplainer(
        lrp,
        subject ->
            lrp.attribute(
                    subject.batch(),
                    new int[] {subject.target()},
                    List.of(Condition.target()),
                    List.of())
                .heatmap(0, 0));
  }

  /** Integrated Gradients from the mean colour, of signals from 0. */
  public static Explainer integratedGradients(Method.IntegratedGradients method, Network network) {
    IntegratedGradients gradients = new IntegratedGradients(network, method.steps());
    return new HeatMapExplainer(
        gradients,
        subject ->
            gradients
                .attribute(subject.input(), Tensor.zeros(subject.input().shape()), subject.target())
                .heatmap());
  }

  /**
   * Shapley values of superpixels, of signals of stretches; each pixel has its superpixel's value.
   *
   * @param seed of the sampled orders, the same for every image
   */
  public static Explainer shap(Method.Shap method, Network network, long seed) {
    Inference inference = new Inference(network);
    Shapley.Sampling sampling = new Shapley.Sampling(method.permutations(), method.standardError());
    return new HeatMapExplainer(
        inference,
        subject -> {
          Segments segments =
              network.isOfSignals()
                  ? Segments.stretches(network.inputShape()[2], method.segments())
                  : Slic.segments(subject.colours(), method.segments(), COMPACTNESS);
          Tensor baseline = filled((float) method.baseline(), subject.input().shape());
          Shapley shapley =
              new Shapley(inference, subject.input(), baseline, segments, subject.target());
          double[] values = shapley.sample(sampling, new SplittableRandom(seed)).values();
          Tensor pixels = Tensor.zeros(segments.height(), segments.width());
          for (int p = 0; p < pixels.values().length; p++) {
            pixels.values()[p] = (float) values[segments.labels()[p]];
          }
          return pixels;
        });
  }

  /** Grad-CAM. */
  public static Explainer gradCam(Method.GradCam method, Network network) {
    GradCam gradCam = new GradCam(network, method.layer().orElse(network.lastFeatures()));
    return new HeatMapExplainer(
        gradCam,
        subject -> {
          int[] target = {subject.target()};
          return (method.rectified()
                  ? gradCam.rectified(subject.batch(), target)
                  : gradCam.maps(subject.batch(), target))
              .slice(0);
        });
  }

  private static Tensor filled(float value, int... shape) {
    Tensor tensor = Tensor.zeros(shape);
    java.util.Arrays.fill(tensor.values(), value);
    return tensor;
  }

  @Override
  public List<DrawnPanel> explain(Subject subject) {
    return List.of(subject.drawn(map.apply(subject)));
  }

  @Override
  public void close() {
    try {
      resource.close();
    } catch (Exception e) {
      throw new IllegalStateException("freeing native memory", e);
    }
  }
}
