package org.xaistudy.analysis.report;

import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.studies.Task;

/** What the report calls what people were asked, by their task. */
final class Speech {
  private final Task task;
  private final Apa apa;

  private Speech(Task task, Apa apa) {
    this.task = task;
    this.apa = apa;
  }

  static Speech of(Plan plan) {
    return new Speech(plan.task(), Apa.of(plan));
  }

  /** The one sentence of two that fits: of two models, or of right and wrong predictions. */
  String fitting(String ofModels, String ofPredictions) {
    return apa.text(task.comparesModels() ? ofModels : ofPredictions);
  }

  /** What a stimulus is, for researchers: what is true of it, or what the model says. */
  String about(String about) {
    return task.key() == Task.Key.TRUTH ? about(about.equals(Task.YES)) : about;
  }

  /** What is true of a stimulus, in two or three words. */
  String about(boolean truth) {
    return truth
        ? fitting("about.model.true", "about.prediction.true")
        : fitting("about.model.false", "about.prediction.false");
  }
}
