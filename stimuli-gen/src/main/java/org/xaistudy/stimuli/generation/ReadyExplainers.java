package org.xaistudy.stimuli.generation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import me.tongfei.progressbar.ProgressBar;
import org.xaistudy.stimuli.explanation.ExplainerKinds;
import org.xaistudy.studies.Study;

/** The explainers of all models, prepared at the same time and closed in their threads. */
final class ReadyExplainers implements AutoCloseable {
  private final ModelThreads threads;
  private final List<Explainers> ready = new ArrayList<>();

  /**
   * Prepares the methods for each model.
   *
   * @param train the images among which reference images are sought
   */
  ReadyExplainers(
      Study study,
      ExplainerKinds kinds,
      List<TrainedModel> models,
      Materials train,
      ModelThreads threads)
      throws IOException {
    this.threads = threads;
    long searched =
        (long) models.size() * Explainers.searches(study, kinds) * train.labels().length;
    try (ProgressBar bar = ProgressBars.bar("Searching reference images", searched)) {
      List<Future<Explainers>> prepared = new ArrayList<>();
      for (TrainedModel model : models) {
        prepared.add(
            threads.start(
                model.role(),
                () ->
                    new Explainers(
                        study, kinds, model, train.pool(model.carriers()), bar::stepBy)));
      }
      for (Future<Explainers> explainers : prepared) {
        ready.add(ModelThreads.result(explainers));
      }
    }
  }

  /** Those of each model, in the order given. */
  List<Explainers> ready() {
    return List.copyOf(ready);
  }

  @Override
  public void close() throws IOException {
    for (Explainers explainers : ready) {
      ModelThreads.result(
          threads.start(
              explainers.model().role(),
              () -> {
                explainers.close();
                return null;
              }));
    }
  }
}
