package org.xaistudy.stimuli.generation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import me.tongfei.progressbar.ProgressBar;
import org.xaistudy.stimuli.explanation.ConceptExplainer;
import org.xaistudy.stimuli.explanation.Explainer;
import org.xaistudy.stimuli.explanation.HeatMapExplainer;
import org.xaistudy.stimuli.explanation.ReferencePool;
import org.xaistudy.studies.Method;
import org.xaistudy.studies.Study;

/** All methods of a study, ready to explain one model. Close them to free native memory. */
final class Explainers implements AutoCloseable {
  private final TrainedModel model;
  private final Map<String, Explainer> byMethod = new LinkedHashMap<>();

  /**
   * Prepares the methods; those with concepts search the pool for reference images.
   *
   * @param pool what the model was trained on
   */
  Explainers(Study study, TrainedModel model, ReferencePool pool) {
    this.model = model;
    for (Method method : study.methods()) {
      byMethod.put(method.id(), explainer(method, pool, study.seed()));
    }
  }

  private Explainer explainer(Method method, ReferencePool pool, long seed) {
    if (method instanceof Method.Crp crp) {
      String task = "References, " + model.role().name().toLowerCase(Locale.ROOT) + " model";
      try (ProgressBar bar = ProgressBars.bar(task, pool.labels().length)) {
        return new ConceptExplainer(crp, model.network(), pool, bar::stepTo);
      }
    } else if (method instanceof Method.Lrp lrp) {
      return HeatMapExplainer.lrp(lrp, model.network());
    } else if (method instanceof Method.IntegratedGradients gradients) {
      return HeatMapExplainer.integratedGradients(gradients, model.network());
    } else if (method instanceof Method.Shap shap) {
      return HeatMapExplainer.shap(shap, model.network(), seed);
    } else if (method instanceof Method.GradCam gradCam) {
      return HeatMapExplainer.gradCam(gradCam, model.network());
    }
    throw new AssertionError("nobody said how to explain by " + method);
  }

  /** The model that is explained. */
  TrainedModel model() {
    return model;
  }

  /** The explainers by the id of their method, in the study's order. */
  Map<String, Explainer> byMethod() {
    return Collections.unmodifiableMap(byMethod);
  }

  @Override
  public void close() {
    byMethod.values().forEach(Explainer::close);
  }
}
