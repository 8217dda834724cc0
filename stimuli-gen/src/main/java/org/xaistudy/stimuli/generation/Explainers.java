package org.xaistudy.stimuli.generation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;
import org.xaistudy.stimuli.explanation.Explainer;
import org.xaistudy.stimuli.explanation.Explainer.DrawnPanel;
import org.xaistudy.stimuli.explanation.Explainer.Subject;
import org.xaistudy.stimuli.explanation.ExplainerKind;
import org.xaistudy.stimuli.explanation.ExplainerKinds;
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
   * @param searched told how many more images of the pool are done
   */
  Explainers(
      Study study,
      ExplainerKinds kinds,
      TrainedModel model,
      ReferencePool pool,
      IntConsumer searched) {
    this.model = model;
    for (Method method : study.methods()) {
      ExplainerKind.Task task =
          new ExplainerKind.Task(model.network(), pool, study.seed(), differences(searched));
      byMethod.put(method.id(), kinds.of(method).open(method, task));
    }
  }

  /** Told totals, it tells how much more each of them is. */
  private static IntConsumer differences(IntConsumer more) {
    int[] before = {0};
    return total -> {
      more.accept(total - before[0]);
      before[0] = total;
    };
  }

  /** How many of a study's methods search reference images. */
  static int searches(Study study, ExplainerKinds kinds) {
    return (int) study.methods().stream().filter(one -> kinds.of(one).searchesPool()).count();
  }

  /** The model that is explained. */
  TrainedModel model() {
    return model;
  }

  /**
   * Explains one decision by every method, in the study's order.
   *
   * @param done told after each method
   * @throws CancellationException if this thread is asked to stop
   */
  Map<String, List<DrawnPanel>> explain(Subject subject, Runnable done) {
    Map<String, List<DrawnPanel>> drawings = new LinkedHashMap<>();
    byMethod.forEach(
        (method, explainer) -> {
          ModelThreads.goOn();
          drawings.put(method, explainer.explain(subject));
          done.run();
        });
    return drawings;
  }

  @Override
  public void close() {
    byMethod.values().forEach(Explainer::close);
  }
}
