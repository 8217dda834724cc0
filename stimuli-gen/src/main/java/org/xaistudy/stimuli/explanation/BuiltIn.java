package org.xaistudy.stimuli.explanation;

import java.util.List;
import org.xaistudy.studies.Method;
import org.xaistudy.studies.manifest.Manifest.Look;

/** The kinds of explanation that come with the generator, for {@link java.util.ServiceLoader}. */
public final class BuiltIn {
  private BuiltIn() {}

  /** Concept Relevance Propagation. */
  public static final class Crp implements ExplainerKind {
    @Override
    public String name() {
      return "crp";
    }

    @Override
    public Look look() {
      return Look.CONCEPTS;
    }

    @Override
    public boolean searchesPool() {
      return true;
    }

    @Override
    public Explainer open(Method method, Task task) {
      return new ConceptExplainer(
          (Method.Crp) method, task.network(), task.pool(), task.progress());
    }
  }

  /** Layer-wise Relevance Propagation. */
  public static final class Lrp extends OfHeatMap {
    @Override
    public String name() {
      return "lrp";
    }

    @Override
    public Explainer open(Method method, Task task) {
      return HeatMapExplainer.lrp((Method.Lrp) method, task.network());
    }
  }

  /** Integrated Gradients. */
  public static final class IntegratedGradients extends OfHeatMap {
    @Override
    public String name() {
      return "ig";
    }

    @Override
    public Explainer open(Method method, Task task) {
      return HeatMapExplainer.integratedGradients(
          (Method.IntegratedGradients) method, task.network());
    }
  }

  /** Shapley values. */
  public static final class Shap extends OfHeatMap {
    @Override
    public String name() {
      return "shap";
    }

    @Override
    public Explainer open(Method method, Task task) {
      return HeatMapExplainer.shap((Method.Shap) method, task.network(), task.seed());
    }
  }

  /** Grad-CAM. */
  public static final class GradCam extends OfHeatMap {
    @Override
    public String name() {
      return "gradcam";
    }

    @Override
    public Explainer open(Method method, Task task) {
      return HeatMapExplainer.gradCam((Method.GradCam) method, task.network());
    }
  }

  /** No explanation: the control arm. */
  public static final class None implements ExplainerKind {
    @Override
    public String name() {
      return "none";
    }

    @Override
    public Look look() {
      return Look.NONE;
    }

    @Override
    public Explainer open(Method method, Task task) {
      return subject -> List.of();
    }
  }

  /** One map a decision. */
  private abstract static class OfHeatMap implements ExplainerKind {
    @Override
    public Look look() {
      return Look.HEATMAP;
    }
  }
}
